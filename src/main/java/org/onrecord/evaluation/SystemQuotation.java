package org.onrecord.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;

/**
 * A quotation as a system found it.
 *
 * @param segments where its content stands in the body, UTF-16
 * @param speaker the speaker's name, or null where the system names nobody
 * @param mention the source's words, or null
 * @param source where the source's words stand in the body
 * @param party the speaker's party, or null
 * @param evidence how sure the system is, and why
 */
record SystemQuotation(
    List<TextSpan> segments,
    QuotationKind kind,
    @Nullable String speaker,
    @Nullable String mention,
    @Nullable TextSpan source,
    @Nullable String party,
    Evidence evidence) {
  SystemQuotation {
    segments = List.copyOf(segments);
  }

  /**
   * How sure a system is of a quotation and its speaker.
   *
   * @param words how sure it is that the words are said, 0 to 1
   * @param speaker how sure it is who says them, 0 to 1, and 0 where nobody is found
   * @param rule what found the quotation
   * @param speakerRule what decided on the speaker
   */
  record Evidence(double words, double speaker, String rule, String speakerRule) {

    /** The weaker of the two figures. */
    double certainty() {
      return Math.min(words, speaker);
    }
  }
}
