package org.onrecord.timeline;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.Difference;
import org.onrecord.verify.Restated;
import org.onrecord.verify.Restatements;

/** Answers what one person said on one subject over time. Safe for use by several threads. */
public final class Timelines {
  /** How many statements a timeline has at the most: the earliest. */
  public static final int MOST = 500;

  /** So alike are two for their words to be compared one by one. */
  private static final double SAME_WORDING = 0.6;

  /** The same where nothing but a word is another. */
  private static final double OTHER_WORD = 0.7;

  /** What turns a sentence is a few words; more are another sentence. */
  private static final int FEW_WORDS = 8;

  /** Other words of the same days are another report of the same speech. */
  private static final long SAME_NEWS = 2;

  private final SearchService service;
  private final Restatements restatements;

  public Timelines(SearchService service, Restatements restatements) {
    this.service = service;
    this.restatements = restatements;
  }

  /**
   * The timeline.
   *
   * @param asked narrowed to one speaker; its page, types and facets do not count
   * @throws InvalidRequestException if the query or a date cannot be understood, or it is nobody's,
   *     or several people's
   */
  public Timeline of(SearchRequest asked) throws IOException {
    SearchRequest quotations = asked.withTypes(Set.of(DocumentType.QUOTE));
    try (SearchQuestion question = service.understand(quotations)) {
      List<String> speakers = question.request().filters().getOrDefault(Facet.SPEAKER, List.of());
      if (speakers.size() != 1) {
        throw new InvalidRequestException(
            "speaker",
            -1,
            speakers.isEmpty()
                ? "A timeline is somebody's: say by speaker whose."
                : "A timeline is one person's, not that of "
                    + speakers.size()
                    + ": ask for each by themselves.",
            null);
      }
      return read(quotations, question, speakers.getFirst());
    }
  }

  private Timeline read(SearchRequest asked, SearchQuestion question, String speaker)
      throws IOException {
    SearchRequest page =
        asked
            .withPage(SortOrder.OLDEST, SearchRequest.MAX_SIZE, null)
            .withFacets(EnumSet.of(Facet.DATE), 1);
    SearchResult first = question.again(page).result();
    // Any of the words would be another subject.
    boolean anyWords = first.relaxed();
    List<Hit.QuoteHit> hits = new ArrayList<>();
    SearchResult result = first;
    while (!anyWords) {
      result.hits().forEach(hit -> hits.add((Hit.QuoteHit) hit));
      if (result.next() == null || hits.size() >= MOST) {
        break;
      }
      int size = Math.min(SearchRequest.MAX_SIZE, MOST - hits.size());
      result =
          question
              .again(page.withPage(SortOrder.OLDEST, size, result.next()).withFacets(Set.of(), 1))
              .result();
    }
    return new Timeline(
        question.request(),
        speaker,
        hits.stream().flatMap(hit -> id(hit, speaker).stream()).findFirst().orElse(null),
        anyWords ? asked.q() : first.explained(),
        anyWords ? 0 : first.total(),
        statements(hits),
        anyWords ? null : dates(first),
        first.parties(),
        anyWords,
        first.tookMillis());
  }

  private static Optional<String> id(Hit.QuoteHit hit, String speaker) {
    return hit.quote().quotation().speakers().stream()
        .filter(who -> who.name().equals(speaker))
        .map(SpeakerRef::id)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static FacetCounts.@Nullable Dates dates(SearchResult result) {
    return result.facets().stream()
        .filter(FacetCounts.Dates.class::isInstance)
        .map(FacetCounts.Dates.class::cast)
        .findFirst()
        .orElse(null);
  }

  private List<Statement> statements(List<Hit.QuoteHit> hits) throws IOException {
    List<QuoteDocument> quotes = hits.stream().map(Hit.QuoteHit::quote).toList();
    List<Optional<Restated>> restated = restatements.of(quotes);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      QuoteDocument quote = quotes.get(i);
      statements.add(
          new Statement(
              i + 1,
              hits.get(i),
              i == 0 ? null : days(quotes.get(i - 1).article().date(), quote.article().date()),
              restated.get(i).stream()
                  .flatMap(one -> marks(quotes.get(one.earlier()), quote, one).stream())
                  .toList()));
    }
    return statements;
  }

  private static @Nullable Long days(@Nullable LocalDate earlier, @Nullable LocalDate later) {
    return earlier == null || later == null ? null : ChronoUnit.DAYS.between(earlier, later);
  }

  private static List<Mark> marks(QuoteDocument earlier, QuoteDocument later, Restated one) {
    List<Mark> marks = new ArrayList<>();
    if (earlier.quotation().polarity() != later.quotation().polarity()) {
      marks.add(mark(Mark.Kind.POLARITY, earlier, later, List.of()));
    }
    List<Difference> worded =
        one.differences().stream()
            .filter(difference -> difference.weight() != Difference.Weight.LIGHT)
            .toList();
    if (one.likeness() >= SAME_WORDING && !worded.isEmpty()) {
      Mark.Kind kind =
          worded.stream().map(Timelines::kind).min(Comparator.naturalOrder()).orElseThrow();
      Long days = days(earlier.article().date(), later.article().date());
      boolean told = one.likeness() >= OTHER_WORD && (days == null || days > SAME_NEWS);
      if (kind != Mark.Kind.WORDING || told) {
        marks.add(mark(kind, earlier, later, worded));
      }
    }
    return marks;
  }

  private static Mark.Kind kind(Difference difference) {
    return switch (difference.about()) {
      case NEGATION, TURN -> isFew(difference) ? Mark.Kind.NEGATION : Mark.Kind.WORDING;
      case NUMBER -> isFew(difference) ? Mark.Kind.NUMBER : Mark.Kind.WORDING;
      case WORD, FORM -> Mark.Kind.WORDING;
    };
  }

  private static boolean isFew(Difference difference) {
    return words(difference.askedText()) <= FEW_WORDS && words(difference.foundText()) <= FEW_WORDS;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
  }

  private static Mark mark(
      Mark.Kind kind, QuoteDocument earlier, QuoteDocument later, List<Difference> differences) {
    return new Mark(
        kind, earlier, earlier.quotation().polarity(), later.quotation().polarity(), differences);
  }
}
