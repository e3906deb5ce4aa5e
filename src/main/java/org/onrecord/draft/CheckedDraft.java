package org.onrecord.draft;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.verify.Verification;

/**
 * A draft with a verdict for each of its quotations.
 *
 * @param draft what was checked
 * @param quotations in order; at most {@link DraftChecker#MOST_CHECKED}
 * @param unchecked how many quotations beyond these were not verified
 */
public record CheckedDraft(Draft draft, List<CheckedQuotation> quotations, int unchecked) {
  public CheckedDraft {
    quotations = List.copyOf(quotations);
  }

  /**
   * A quotation of a draft.
   *
   * @param span where it stands in the draft's text, UTF-16
   * @param words what is verified
   * @param speaker whom the draft says to say it; null where it names nobody
   * @param answer empty where it cannot be verified
   * @param problem why not; empty where it was
   */
  public record CheckedQuotation(
      TextSpan span,
      String words,
      @Nullable String speaker,
      Optional<Verification> answer,
      Optional<String> problem) {}
}
