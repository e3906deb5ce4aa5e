package org.onrecord.page.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Tab;
import org.onrecord.query.QuerySyntax;
import org.onrecord.query.WordedQuery;
import org.onrecord.search.MatchMode;
import org.onrecord.search.Related;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;

/**
 * How the query was read, below the box.
 *
 * @param relaxed whether nothing held all of the words
 * @param tokens the query as it was read
 * @param note what of it is left out, and why; null for nothing
 * @param unit what all of it has to stand in
 * @param suggestions other words for those that nothing holds
 * @param spellings what names were also looked for as
 * @param exact the search for the words as typed; null where there are no other spellings
 * @param capitals the search with "or" and "not" as operators; null where they are none
 * @param related searches with other words for the same, as the archive's own texts give them
 * @param unrelated the search without such words; null where it has none
 * @param fewer where nothing holds all of the words within the filters, the searches without one of
 *     these that find something
 * @param other the search for any of the words, or for all; null where it would be the same
 */
public record QueryReading(
    boolean relaxed,
    @Nullable String note,
    List<WordedQuery.TypedToken> tokens,
    String unit,
    List<Link> suggestions,
    List<TypedSpelling> spellings,
    @Nullable String exact,
    @Nullable Link capitals,
    List<RelatedWay> related,
    @Nullable Link unrelated,
    List<SearchView.Way> fewer,
    @Nullable Link other) {
  private static final Pattern SMALL_OPERATOR = Pattern.compile("(?<=\\S )(or|not)(?= \\S)");

  /** What a search has where other words for the same were taken in. */
  private static final Pattern WITH_RELATED = Pattern.compile("([^\"():]+) OR \"([^\"]+)\"");

  /**
   * Other words for what was typed, and the search with them.
   *
   * @param count how many passages have these
   */
  public record RelatedWay(String text, String count, String href) {}

  /** A search to go to. */
  public record Link(String text, String href) {}

  /** A name and what it was also looked for as. */
  public record TypedSpelling(String typed, String also) {}

  /** Null where nothing was typed. */
  static @Nullable QueryReading of(
      SearchRequest asked,
      SearchResult result,
      Address address,
      List<Related> related,
      List<SearchView.Way> fewer) {
    if (asked.q().isBlank()) {
      return null;
    }
    boolean several = asked.q().strip().contains(" ");
    boolean any = asked.match() == MatchMode.ANY;
    return new QueryReading(
        result.relaxed(),
        result.explanation().leftOut().isEmpty() ? null : result.explanation().note(),
        result.explanation().query().tokens(),
        Tab.Kind.of(address) == Tab.Kind.QUOTATIONS ? "one quotation" : "one passage",
        result.suggestions().stream()
            .map(s -> new Link(s.q(), address.with("q", s.q()).without("match").page()))
            .toList(),
        result.spellings().stream()
            .map(s -> new TypedSpelling(s.typed(), Wording.list(s.also(), "or")))
            .toList(),
        result.spellings().isEmpty() ? null : address.with("variants", "off").page(),
        capitals(asked, address),
        related.stream().map(one -> with(one, asked, address)).toList(),
        unrelated(asked, address),
        fewer,
        result.relaxed() || !several
            ? null
            : any
                ? new Link("All of the words instead", address.without("match").page())
                : new Link("Any of the words instead", address.with("match", "any").page()));
  }

  /** In small letters they are words, which hardly anybody looks for. */
  private static @Nullable Link capitals(SearchRequest asked, Address address) {
    String q = asked.q().strip();
    boolean plain = asked.syntax() == QuerySyntax.ONRECORD && !q.contains("\"");
    String capital =
        SMALL_OPERATOR.matcher(q).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    return !plain || capital.equals(q)
        ? null
        : new Link(capital, address.with("q", capital).without("match").page());
  }

  private static RelatedWay with(Related one, SearchRequest asked, Address address) {
    String q = asked.q().strip() + " OR \"" + one.text() + "\"";
    return new RelatedWay(
        one.text(), Wording.number(one.paragraphs()), address.with("q", q).without("match").page());
  }

  private static @Nullable Link unrelated(SearchRequest asked, Address address) {
    Matcher with = WITH_RELATED.matcher(asked.q().strip());
    return with.matches()
        ? new Link(with.group(2), address.with("q", with.group(1)).without("match").page())
        : null;
  }

  public boolean relates() {
    return !related.isEmpty();
  }

  public boolean narrowsTooFar() {
    return !fewer.isEmpty();
  }

  public boolean suggests() {
    return !suggestions.isEmpty();
  }

  public boolean spells() {
    return !spellings.isEmpty();
  }

  public boolean joins() {
    return tokens.stream().anyMatch(WordedQuery.TypedToken::operator);
  }
}
