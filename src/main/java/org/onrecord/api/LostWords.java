package org.onrecord.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.onrecord.article.CodePoints;
import org.onrecord.schema.FormerAddress;
import org.onrecord.search.QuotationAddress.Gone;

/**
 * What is told at the address of a quotation whose article no longer has its words.
 *
 * @param words what they were, shortened where they are long
 * @param version the version that had them
 * @param until the day on which another took its place, by UTC
 */
public record LostWords(String words, String version, LocalDate until) {
  private static final int LONGEST = 600;

  public static LostWords of(Gone gone) {
    FormerAddress was = gone.was();
    return new LostWords(
        CodePoints.shortened(was.content() == null ? "" : was.content(), LONGEST),
        was.version(),
        was.until().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** All of it in two sentences. */
  public String sentences() {
    return "These words are no longer in the article. Until %s its version %s had here: “%s”."
        .formatted(until, version, words);
  }
}
