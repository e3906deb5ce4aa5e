package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Copies;
import org.onrecord.timeline.Mark;
import org.onrecord.timeline.Statement;
import org.onrecord.timeline.Timeline;
import org.onrecord.verify.Difference;

/**
 * The answer of {@code /timeline}.
 *
 * @param total how many statements there are, copies folded
 * @param told how many of them, the earliest, the timeline has
 * @param marked how many of these bear marks
 * @param next what {@code after} has to be for those that follow; null where none do
 */
public record TimelineBody(
    QueryBody query,
    long total,
    int told,
    int marked,
    List<StatementBody> statements,
    @Nullable String next,
    long tookMillis) {

  /** Whose it is and on what, as asked for and as understood. */
  public record QueryBody(
      String q, String speaker, @Nullable String speakerId, String explained, boolean anyWords) {}

  /**
   * One statement.
   *
   * @param number from 1, the earliest of the timeline
   * @param daysSince days after the statement before it; null for the first
   * @param marks in what it differs from an earlier one
   */
  public record StatementBody(
      int number, @Nullable Long daysSince, List<MarkBody> marks, HitBody hit) {
    static StatementBody of(Statement statement) {
      return new StatementBody(
          statement.number(),
          statement.daysSince(),
          statement.marks().stream().map(MarkBody::of).toList(),
          HitBody.of(statement.hit()));
    }
  }

  /**
   * What differs, for a person to judge.
   *
   * @param kind {@code polarity}, {@code negation}, {@code number} or {@code wording}
   * @param from the earlier statement's polarity
   * @param to the statement's own
   * @param differences in which words they differ, the heaviest first
   */
  public record MarkBody(
      String kind, String from, String to, BesideBody beside, List<WordsBody> differences) {
    static MarkBody of(Mark mark) {
      return new MarkBody(
          mark.kind().label(),
          mark.from().label(),
          mark.to().label(),
          BesideBody.of(mark.beside()),
          mark.differences().stream().map(WordsBody::of).toList());
    }
  }

  /** The earlier statement. */
  public record BesideBody(String id, @Nullable LocalDate date, String text, String self) {
    static BesideBody of(QuoteDocument quote) {
      ArchivedQuotation said = quote.quotation();
      return new BesideBody(
          said.id(), quote.article().date(), said.content(), Links.quote(said.id()));
    }
  }

  /**
   * Words that differ.
   *
   * @param op {@code replaced}, {@code added}, {@code dropped} or {@code elided}: what became of
   *     the earlier words
   * @param about {@code negation}, {@code number}, {@code turn} or {@code word}
   * @param before the earlier words, perhaps none
   * @param now the statement's own, perhaps none
   */
  public record WordsBody(String op, String about, String before, String now) {
    static WordsBody of(Difference one) {
      return new WordsBody(one.op().label(), one.about().label(), one.foundText(), one.askedText());
    }
  }

  /**
   * The body.
   *
   * @param skip how many statements are passed over
   * @param size how many are given at the most
   */
  public static TimelineBody of(Timeline timeline, int skip, int size) {
    List<Statement> all = timeline.statements();
    int from = Math.min(skip, all.size());
    int to = Math.min(all.size(), from + size);
    return new TimelineBody(
        new QueryBody(
            timeline.request().q(),
            timeline.speaker(),
            timeline.speakerId(),
            timeline.explained(),
            timeline.anyWords()),
        timeline.total(),
        all.size(),
        timeline.marked().size(),
        all.subList(from, to).stream().map(StatementBody::of).toList(),
        to < all.size() ? String.valueOf(to) : null,
        timeline.tookMillis());
  }

  /** Every statement as CSV: UTF-8, a first row that names the columns. */
  public static String csv(Timeline timeline) {
    String head =
        CsvRow.row(
            Stream.of(
                "number",
                "date",
                "days_since",
                "outlet",
                "party",
                "polarity",
                "kind",
                "text",
                "confidence",
                "speaker_confidence",
                "also_reported_by",
                "marks",
                "beside_date",
                "beside",
                "title",
                "url",
                "id",
                "link"));
    return timeline.statements().stream()
        .map(TimelineBody::row)
        .collect(Collectors.joining("", head, ""));
  }

  private static String row(Statement statement) {
    ArticleHeader article = statement.hit().article();
    ArchivedQuotation said = statement.hit().quote().quotation();
    List<Mark> marks = statement.marks();
    return CsvRow.row(
        Stream.of(
            String.valueOf(statement.number()),
            text(article.date()),
            text(statement.daysSince()),
            text(article.outlet()),
            said.parties().stream().map(PartyRef::name).collect(Collectors.joining("; ")),
            said.polarity().label(),
            said.kind().label(),
            said.content(),
            String.valueOf(said.confidence()),
            String.valueOf(said.speakerConfidence()),
            outlets(statement.hit().copies()),
            marks.stream().map(TimelineBody::told).collect(Collectors.joining("; ")),
            marks.isEmpty() ? "" : text(marks.getFirst().beside().article().date()),
            marks.isEmpty() ? "" : marks.getFirst().beside().quotation().content(),
            text(article.title()),
            text(article.url()),
            said.id(),
            Links.quote(said.id())));
  }

  /** "polarity: denied to affirmed", "negation". */
  private static String told(Mark mark) {
    return mark.kind() == Mark.Kind.POLARITY
        ? mark.kind().label() + ": " + mark.from().label() + " to " + mark.to().label()
        : mark.kind().label();
  }

  private static String outlets(Copies copies) {
    return copies.shown().stream()
        .map(copy -> copy.article().outlet())
        .filter(outlet -> outlet != null)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
