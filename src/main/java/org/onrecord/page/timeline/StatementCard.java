package org.onrecord.page.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.CodePoints;
import org.onrecord.page.Wording;
import org.onrecord.page.part.KindTag;
import org.onrecord.page.part.OuterMarks;
import org.onrecord.page.part.PartyTag;
import org.onrecord.page.part.Passage;
import org.onrecord.page.part.PassageWindow;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.Sureness;
import org.onrecord.page.part.TextFragment;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Copies;
import org.onrecord.timeline.Mark;
import org.onrecord.timeline.Statement;
import org.onrecord.timeline.Timeline;
import org.onrecord.verify.Difference;

/**
 * A statement of a timeline.
 *
 * @param year the year that begins with it; null where it is of the same as the one before
 * @param gap how long nothing was said before it; null where that is not long
 * @param party theirs on that day; null where it is that of the statement before it
 * @param outer the marks that belong to its words and stand outside of them
 * @param doubtful the reason why it is in doubt; null where it is clear
 * @param also who else reports it; null where nobody does
 * @param place the article at its paragraph, as a path
 * @param published the words on the publisher's page; null where that has no address
 */
public record StatementCard(
    int number,
    @Nullable String year,
    @Nullable String gap,
    String day,
    @Nullable String iso,
    @Nullable String outlet,
    @Nullable PartyTag party,
    KindTag kind,
    String slot,
    OuterMarks outer,
    Passage words,
    @Nullable Sureness doubtful,
    @Nullable String also,
    List<MarkNote> marks,
    String place,
    String link,
    String cite,
    @Nullable String published) {
  /** So many days without a word are a gap. */
  private static final long GAP = 30;

  private static final long MONTHS_FROM = 60;
  private static final long YEARS_FROM = 730;
  private static final double MONTH = 30.44;
  private static final double YEAR = 365.25;

  private static final int MOST_NAMED = 3;
  private static final int MOST_DIFFERENCES = 5;
  private static final int LONGEST = 140;

  public StatementCard {
    marks = List.copyOf(marks);
  }

  /**
   * A mark.
   *
   * @param told "Polarity differs: denied → affirmed"
   * @param day the earlier statement's
   * @param href the earlier statement
   */
  public record MarkNote(String told, String day, String href, List<Change> changes) {
    public MarkNote {
      changes = List.copyOf(changes);
    }
  }

  /** Words that were there before, and those that are there now; one of the two may be empty. */
  public record Change(String before, String now) {}

  /**
   * The card of a statement.
   *
   * @param before the one before it on the page; null for the first
   * @param places where the statement with an id is
   */
  static StatementCard of(
      Statement one, @Nullable Statement before, Timeline timeline, UnaryOperator<String> places) {
    QuoteDocument quote = one.hit().quote();
    ArchivedQuotation said = quote.quotation();
    ArticleHeader article = quote.article();
    Sureness sureness = Sureness.of(said);
    LocalDate day = article.date();
    return new StatementCard(
        one.number(),
        day == null || before != null && isSameYear(before.hit().article().date(), day)
            ? null
            : String.valueOf(day.getYear()),
        gap(one.daysSince()),
        Wording.day(day),
        day == null ? null : day.toString(),
        article.outlet(),
        party(said, before, timeline),
        KindTag.of(said),
        Slots.BY_HASH.style(said.speaker()),
        OuterMarks.of(said, quote.context()),
        PassageWindow.of(
                Passage.of(
                    said.content(),
                    List.of(),
                    Passage.marks(one.hit().snippets(), ArchiveField.TEXT),
                    Slots.BY_HASH))
            .passage(),
        sureness.clear() ? null : sureness,
        also(article, one.hit().copies()),
        one.marks().stream().map(mark -> note(mark, places)).toList(),
        Pages.inArticle(article.id(), said.id()),
        Pages.quote(said.id()),
        "/cite/quotes/" + Pages.parameter(said.id()),
        TextFragment.of(quote).orElse(null));
  }

  /** Whose party is the same as before is told no more. */
  private static @Nullable PartyTag party(
      ArchivedQuotation said, @Nullable Statement before, Timeline timeline) {
    ArchivedQuotation last = before == null ? null : before.hit().quote().quotation();
    boolean same =
        last != null
            && Objects.equals(last.party(), said.party())
            && Objects.equals(last.formerParty(), said.formerParty());
    return same ? null : PartyTag.of(said, timeline.parties());
  }

  private static boolean isSameYear(@Nullable LocalDate before, LocalDate day) {
    return before != null && before.getYear() == day.getYear();
  }

  private static @Nullable String gap(@Nullable Long days) {
    if (days == null || days < GAP) {
      return null;
    }
    return "Nothing here for "
        + (days < MONTHS_FROM
            ? days + " days"
            : days < YEARS_FROM
                ? Math.round(days / MONTH) + " months"
                : String.format(Locale.ENGLISH, "%.1f years", days / YEAR));
  }

  /** "Also reported by The Harbour Post, Ferry News (3 Jan 2024) and 2 more". */
  private static @Nullable String also(ArticleHeader article, Copies copies) {
    if (copies.count() == 0) {
      return null;
    }
    List<String> named =
        copies.shown().stream()
            .map(
                copy ->
                    Objects.requireNonNullElse(copy.article().outlet(), "an article")
                        + (Objects.equals(copy.article().date(), article.date())
                            ? ""
                            : " (" + Wording.day(copy.article().date()) + ")"))
            .distinct()
            .limit(MOST_NAMED)
            .toList();
    int more = copies.count() - named.size();
    return "Also reported by "
        + (more > 0
            ? String.join(", ", named) + " and " + Wording.number(more) + " more"
            : Wording.list(named, "and"));
  }

  private static MarkNote note(Mark mark, UnaryOperator<String> places) {
    return new MarkNote(
        switch (mark.kind()) {
          case POLARITY -> "Polarity differs: " + mark.from().label() + " → " + mark.to().label();
          case NEGATION -> "A negation differs";
          case NUMBER -> "A number differs";
          case WORDING -> "Words differ";
        },
        Wording.day(mark.beside().article().date()),
        places.apply(mark.beside().quotation().id()),
        mark.differences().stream().limit(MOST_DIFFERENCES).map(StatementCard::change).toList());
  }

  private static Change change(Difference one) {
    return new Change(
        CodePoints.shortened(one.foundText(), LONGEST),
        CodePoints.shortened(one.askedText(), LONGEST));
  }
}
