package org.onrecord.page.part;

import java.util.List;
import org.onrecord.article.SpeakerRef;
import org.onrecord.page.Wording;
import org.onrecord.schema.ArchivedQuotation;

/** Who says something, in words. */
public final class Voice {
  /** Below this a speaker is only perhaps the one. */
  private static final double PERHAPS = 0.5;

  private Voice() {}

  /** Whether the speaker is named, and less likely the right one than not. */
  static boolean isDoubtful(ArchivedQuotation quotation) {
    return !quotation.speakers().isEmpty() && quotation.speakerConfidence() < PERHAPS;
  }

  /**
   * "Imran Khan and Fawad Chaudhry", "perhaps Imran Khan", "a spokesman".
   *
   * @param nobody what is said where nobody is known
   */
  public static String names(ArchivedQuotation quotation, String nobody) {
    List<String> names = quotation.speakers().stream().map(SpeakerRef::name).toList();
    if (names.isEmpty()) {
      return quotation.speaker() == null ? nobody : quotation.speaker().name();
    }
    return (isDoubtful(quotation) ? "perhaps " : "") + Wording.list(names, "and");
  }

  /** The same with the verb that tells what is not affirmed: "Imran Khan denies". */
  public static String told(ArchivedQuotation quotation, String nobody) {
    String told = quotation.polarity().told();
    return names(quotation, nobody) + (told.isEmpty() ? "" : " " + told);
  }
}
