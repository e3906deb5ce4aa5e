package org.onrecord.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.Publication;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;
import org.onrecord.format.ReadResult.Warned;

/**
 * An article as a reader puts it together: whatever comes, blank values count as none, and of
 * several for what is there once the first stays. {@link #emit} gives the article, or what is wrong
 * with it, or that there is none.
 */
final class ArticleParts {
  /** What stands before the name in a byline. */
  private static final Map<String, String> BY =
      Map.of(
          "de", "Von ", "fr", "Par ", "es", "Por ", "pt", "Por ", "nl", "Door ", "it", "Di ", "da",
          "Af ", "sv", "Av ", "no", "Av ", "nb", "Av ");

  private final ReadOptions options;
  private Optional<String> fileId;
  private final Provenance place;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> sections = new LinkedHashSet<>();
  private final Map<String, Set<Object>> lists = new LinkedHashMap<>();
  private final Map<String, Object> extra = new LinkedHashMap<>();
  private @Nullable String id;
  private @Nullable String title;
  private @Nullable String url;
  private @Nullable String outlet;
  private @Nullable LocalDate date;
  private NoArticle instead = NoArticle.EMPTY;

  /**
   * Parts of one article of an input.
   *
   * @param place where it begins
   */
  ArticleParts(ArticleInput input, Provenance place) {
    this.options = input.options();
    this.fileId = input.id();
    this.place = place;
  }

  /** It is not alone in its file, whose name is then no id of it. */
  ArticleParts oneOfMany() {
    fileId = Optional.empty();
    return this;
  }

  /** A value that is no blank, without the blanks around it. */
  private static Optional<String> told(@Nullable String value) {
    return Optional.ofNullable(value).filter(v -> !Blank.is(v)).map(Blank::strip);
  }

  private static String oneLine(String value) {
    return Blank.strip(value.replaceAll("[\\s\\p{Z}]+", " "));
  }

  /** The id by which the outlet knows it, whatever its version. */
  ArticleParts id(@Nullable String value) {
    id = id == null ? told(value).orElse(null) : id;
    return this;
  }

  ArticleParts title(@Nullable String value) {
    title = title == null ? told(value).map(ArticleParts::oneLine).orElse(null) : title;
    return this;
  }

  ArticleParts url(@Nullable String value) {
    url = url == null ? told(value).orElse(null) : url;
    return this;
  }

  ArticleParts outlet(@Nullable String value) {
    outlet = outlet == null ? told(value).map(ArticleParts::oneLine).orElse(null) : outlet;
    return this;
  }

  /** One of the sections. */
  ArticleParts section(@Nullable String value) {
    told(value).map(ArticleParts::oneLine).ifPresent(sections::add);
    return this;
  }

  /** One of the authors, or several as a byline has them, perhaps behind "By". */
  ArticleParts author(@Nullable String value) {
    told(value)
        .map(ArticleParts::oneLine)
        .map(byline -> byline.replaceFirst("^(?:[Bb]y|BY):? ", ""))
        .ifPresent(
            byline -> {
              if (isSentence(byline)) {
                put(ArticleDetails.DECK, byline);
              } else {
                authors.add(byline);
              }
            });
    return this;
  }

  /** Whether what stands where a byline should is a line about the text: few of it are names. */
  private static boolean isSentence(String byline) {
    long small = 0;
    long large = 0;
    for (String word : byline.split(" ")) {
      int first = word.codePointAt(0);
      small += Character.isLowerCase(first) && word.length() > 3 ? 1 : 0;
      large += Character.isUpperCase(first) || Character.isDigit(first) ? 1 : 0;
    }
    return small >= 4 && small > large;
  }

  ArticleParts tag(@Nullable String value) {
    return add(ArticleDetails.TAGS, told(value).map(ArticleParts::oneLine).orElse(null));
  }

  ArticleParts caption(@Nullable String value) {
    return add(ArticleDetails.CAPTIONS, told(value).map(ArticleParts::oneLine).orElse(null));
  }

  /**
   * One of the people or organisations that the feed names.
   *
   * @param code by which the feed knows it, if it has one
   * @param title what the feed says that it is, "Mayor of Elmsea"
   */
  ArticleParts named(String list, String name, Optional<String> code, Optional<String> title) {
    Map<String, Object> named = new LinkedHashMap<>();
    told(name).ifPresent(n -> named.put("name", oneLine(n)));
    code.ifPresent(c -> named.put("code", c));
    title.filter(t -> !Blank.is(t)).ifPresent(t -> named.put("title", oneLine(t)));
    return named.containsKey("name") ? add(list, named) : this;
  }

  /** Adds to a list among the members. */
  ArticleParts add(String member, @Nullable Object value) {
    if (value != null) {
      lists.computeIfAbsent(member, _ -> new LinkedHashSet<>()).add(value);
    }
    return this;
  }

  /** A member; of several of one name the first stays. */
  ArticleParts put(String member, @Nullable Object value) {
    boolean blank = value instanceof String text && Blank.is(text);
    if (value != null && !blank) {
      extra.putIfAbsent(member, value instanceof String text ? Blank.strip(text) : value);
    }
    return this;
  }

  /**
   * When it was published: the day, and the time where it has a zone. One that is no date is wrong.
   */
  ArticleParts published(@Nullable String written) {
    if (date == null) {
      told(written)
          .ifPresent(
              text -> {
                switch (PublicationDate.parse(text, options.dates())) {
                  case PublicationDate.Day(LocalDate day) -> {
                    date = day;
                    PublicationDate.time(text)
                        .map(PublicationDate::written)
                        .ifPresent(time -> put(ArticleDetails.PUBLISHED, time));
                  }
                  case PublicationDate.Malformed(String reason) -> wrong.add(reason);
                }
              });
    }
    return this;
  }

  /** The first of several that is a date; where none is, the first is wrong. */
  ArticleParts publishedFirst(List<String> written) {
    for (String each : written) {
      if (PublicationDate.parse(each, options.dates()) instanceof PublicationDate.Day) {
        return published(each);
      }
    }
    return written.isEmpty() ? this : published(written.getFirst());
  }

  /** Until when it must not be shown; what is no time with a zone is wrong. */
  ArticleParts embargoed(String written) {
    PublicationDate.time(written)
        .ifPresentOrElse(
            time -> put("embargoed", PublicationDate.written(time)),
            () ->
                wrong(
                    "the embargo \""
                        + written
                        + "\" is no time with its zone such as 2024-11-07T18:00:00Z"));
    return this;
  }

  /** When this version was made; what is no time is left out. */
  ArticleParts updated(@Nullable String written) {
    told(written)
        .flatMap(PublicationDate::time)
        .ifPresent(time -> put(ArticleDetails.UPDATED, PublicationDate.written(time)));
    return this;
  }

  boolean hasDate() {
    return date != null;
  }

  /** The title so far. */
  @Nullable String titleOrNull() {
    return title;
  }

  boolean hasTitle() {
    return title != null;
  }

  boolean hasAuthor() {
    return !authors.isEmpty();
  }

  boolean hasBody() {
    return !paragraphs.isEmpty();
  }

  /** One paragraph of the body, or several parted by blank lines, exactly as they stand. */
  ArticleParts body(@Nullable String text) {
    told(text).ifPresent(paragraphs::add);
    return this;
  }

  /** Paragraphs of the body as HTML. */
  ArticleParts html(@Nullable String html) {
    told(html)
        .ifPresent(
            markup -> {
              ConvertedText text = HtmlText.of(markup);
              text.warnings().forEach(this::warn);
              text.captions().forEach(this::caption);
              body(text.text());
            });
    return this;
  }

  /** Paragraphs of the body as plain text, which may be HTML after all. */
  ArticleParts mixed(@Nullable String text) {
    told(text)
        .ifPresent(
            written -> {
              PlainBody plain = PlainBody.of(written, options.html());
              plain.wrong().ifPresent(this::wrong);
              plain.warnings().forEach(this::warn);
              plain.captions().forEach(this::caption);
              body(plain.text());
            });
    return this;
  }

  /** A title that may hold mark-up or references. */
  ArticleParts mixedTitle(@Nullable String text) {
    return title(text == null ? null : PlainBody.line(text, options.html()));
  }

  /** What a person should know of it; a clause. */
  ArticleParts warn(String clause) {
    if (!warnings.contains(clause)) {
      warnings.add(clause);
    }
    return this;
  }

  /** What keeps it from being an article; a clause. */
  ArticleParts wrong(String clause) {
    wrong.add(clause);
    return this;
  }

  /** What it is where it has no text. */
  ArticleParts instead(NoArticle what) {
    instead = what;
    return this;
  }

  /**
   * Gives what came of it: warnings, if any, and the article, the refusal or what it is instead.
   */
  void emit(Consumer<? super ReadResult> results) {
    lists.forEach((name, values) -> extra.putIfAbsent(name, List.copyOf(values)));
    Set<String> names = names();
    putSeveral(ArticleDetails.AUTHORS, names);
    putSeveral(ArticleDetails.SECTIONS, sections);
    Publication publication = Publication.of(extra);
    String body = String.join("\n\n", paragraphs);
    if (!publication.isKilled()) {
      if (body.codePoints().noneMatch(Character::isLetterOrDigit)) {
        results.accept(
            wrong.isEmpty()
                ? new Skipped(place, instead)
                : new Rejected(place, String.join("; ", wrong)));
        return;
      }
    } else if (id == null && url == null) {
      wrong.add("no id: which article is withheld or canceled?");
    }
    Optional<ArticleId> known = identity(body);
    if (!wrong.isEmpty() || known.isEmpty()) {
      results.accept(new Rejected(place, String.join("; ", wrong)));
      return;
    }
    warnings.forEach(clause -> results.accept(new Warned(place, clause)));
    results.accept(new Accepted(article(known.get(), names, body, publication)));
  }

  private void putSeveral(String member, Set<String> values) {
    if (values.size() > 1) {
      extra.putIfAbsent(member, List.copyOf(values));
    }
  }

  private Article article(
      ArticleId known, Set<String> names, String body, Publication publication) {
    return new Article(
        known,
        title,
        date,
        url,
        outlet,
        sections.stream().findFirst().orElse(null),
        names.isEmpty() ? null : String.join(", ", names),
        body,
        extra,
        publication,
        place);
  }

  /** The authors, without what stands for "by" in the article's language. */
  private Set<String> names() {
    String by =
        extra.get(ArticleDetails.LANGUAGE) instanceof String language
            ? BY.getOrDefault(language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT), "")
            : "";
    return authors.stream()
        .map(one -> !by.isEmpty() && one.startsWith(by) ? one.substring(by.length()) : one)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The id; else the address; else that of the file; else a digest. */
  private Optional<ArticleId> identity(String body) {
    String named = id != null ? id : url;
    if (named == null || id == null && named.length() > ArticleId.MAX_LENGTH) {
      named = fileId.orElseGet(() -> ContentId.of(title, date, body));
    }
    try {
      return Optional.of(new ArticleId(named));
    } catch (IllegalArgumentException e) {
      wrong.add("no id can be made of \"" + named + "\": " + e.getMessage());
      return Optional.empty();
    }
  }
}
