package org.onrecord.backend.lucene.index;

import java.util.Optional;
import org.onrecord.article.QuotedWords;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArchivedQuotation;

/** Who says which words, as one term by which the same is found in other articles. */
public final class SaidTerm {
  /** What has fewer words is said by chance as well. */
  private static final int FEWEST_WORDS = 6;

  private SaidTerm() {}

  /** The term; empty of few words, of nobody's, and of what is not affirmed. */
  public static Optional<String> of(ArchivedQuotation quotation) {
    if (!quotation.isAffirmed() || quotation.speakers().isEmpty()) {
      return Optional.empty();
    }
    SpeakerRef speaker = quotation.speakers().getFirst();
    QuotedWords words = QuotedWords.of(quotation.content());
    return words.count() < FEWEST_WORDS
        ? Optional.empty()
        : Optional.of(
            words.digest() + ' ' + (speaker.id() == null ? speaker.name() : speaker.id()));
  }
}
