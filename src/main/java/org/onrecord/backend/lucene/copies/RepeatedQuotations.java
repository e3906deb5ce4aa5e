package org.onrecord.backend.lucene.copies;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.onrecord.article.ArticleId;
import org.onrecord.article.QuotationKind;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SaidTerm;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.QuoteDocument;

/**
 * Finds, for the quotations of an article that is written, the same words of the same speaker in
 * articles that are no copies of it. Not safe for use by several threads.
 */
final class RepeatedQuotations {
  /** Within as many days the same verbatim words are one utterance. */
  private static final int VERBATIM_DAYS = 14;

  /** The same of words that are told. */
  private static final int TOLD_DAYS = 2;

  /** What was written since the index was last looked at, by its term. */
  private final Map<String, List<Said>> recent = new HashMap<>();

  /** A quotation of an article as it was written. */
  private record Said(WrittenArticle article, QuoteDocument quote) {}

  /**
   * The same quotation elsewhere.
   *
   * @param key its {@link Fields#PASSAGE}
   * @param isNew whether it has none yet
   */
  record Found(String passage, long key, boolean isNew) {}

  /** Remembers what was written. */
  void wrote(ArchivedArticle article, WrittenArticle written) {
    for (QuoteDocument quote : article.quotations()) {
      SaidTerm.of(quote.quotation())
          .ifPresent(
              term ->
                  recent
                      .computeIfAbsent(term, _ -> new ArrayList<>(1))
                      .add(new Said(written, quote)));
    }
  }

  /** Forgets what was written: the index has it now. */
  void refreshed() {
    recent.clear();
  }

  /**
   * The same quotation in what was written last, else in the index.
   *
   * @param isCurrent whether an article stands as it was written
   * @param passed whose articles the index no longer has as it shows them
   */
  Optional<Found> same(
      QuoteDocument quote,
      CopyIndex index,
      Predicate<WrittenArticle> isCurrent,
      Predicate<ArticleId> passed)
      throws IOException {
    Optional<String> term = SaidTerm.of(quote.quotation());
    if (term.isEmpty()) {
      return Optional.empty();
    }
    for (Said said : recent.getOrDefault(term.get(), List.of())) {
      if (isCurrent.test(said.article()) && isOne(quote, said.quote())) {
        String passage = said.quote().quotation().id();
        Long known = said.article().keys().get(passage);
        long key = known == null ? said.article().newKey(passage) : known;
        said.article().keys().put(passage, key);
        return Optional.of(new Found(passage, key, known == null));
      }
    }
    return index
        .quotation(term.get(), other -> !passed.test(other.article().id()) && isOne(quote, other))
        .map(RepeatedQuotations::found);
  }

  private static Found found(CopyIndex.Known known) {
    String passage = known.quote().quotation().id();
    return known.key().isPresent()
        ? new Found(passage, known.key().getAsLong(), false)
        : new Found(
            passage, WrittenArticle.newKey(known.quote().article().version(), passage), true);
  }

  /** Whether the days are near; the words and who says them are the same already. */
  private static boolean isOne(QuoteDocument one, QuoteDocument other) {
    LocalDate day = one.article().date();
    LocalDate otherDay = other.article().date();
    return day != null
        && otherDay != null
        && !one.article().id().equals(other.article().id())
        && Math.abs(ChronoUnit.DAYS.between(day, otherDay))
            <= (isVerbatim(one) && isVerbatim(other) ? VERBATIM_DAYS : TOLD_DAYS);
  }

  private static boolean isVerbatim(QuoteDocument quote) {
    return quote.quotation().kind() != QuotationKind.INDIRECT;
  }
}
