package org.onrecord.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.VerificationBody.ArchiveBody;
import org.onrecord.api.VerificationBody.AskedSpeakerBody;
import org.onrecord.article.CodePoints;
import org.onrecord.article.TextSpan;
import org.onrecord.draft.CheckedDraft;
import org.onrecord.draft.CheckedDraft.CheckedQuotation;
import org.onrecord.verify.ArchiveSpan;

/**
 * A draft with a verdict for each of its quotations.
 *
 * @param text the draft's plain text, into which the offsets point, in code points
 * @param verdicts how many quotations have which verdict
 * @param unchecked how many further quotations were not verified
 * @param archive all that the verdicts rest on
 */
public record CheckedDraftBody(
    String text,
    List<CheckedQuotationBody> quotations,
    Map<String, Long> verdicts,
    int unchecked,
    ArchiveBody archive) {

  /**
   * The answer.
   *
   * @param archive the archive's span now
   */
  public static CheckedDraftBody of(CheckedDraft checked, ArchiveSpan archive) {
    CodePoints points = new CodePoints(checked.draft().text());
    Map<String, Long> verdicts = new TreeMap<>();
    checked.quotations().stream()
        .flatMap(quotation -> quotation.answer().stream())
        .forEach(answer -> verdicts.merge(answer.verdict().label(), 1L, Long::sum));
    return new CheckedDraftBody(
        checked.draft().text(),
        checked.quotations().stream().map(one -> CheckedQuotationBody.of(one, points)).toList(),
        verdicts,
        checked.unchecked(),
        ArchiveBody.of(archive));
  }

  /**
   * A quotation of the draft.
   *
   * @param text what was verified
   * @param speaker whom the draft names; null where it names nobody
   * @param verdict null where it cannot be verified
   * @param explained the verdict in a sentence, or why there is none
   * @param candidates what bears the verdict out
   * @param asked how the speaker's name was understood
   */
  public record CheckedQuotationBody(
      int start,
      int end,
      String text,
      @Nullable String speaker,
      @Nullable String verdict,
      String explained,
      List<CandidateBody> candidates,
      @Nullable AskedSpeakerBody asked) {
    static CheckedQuotationBody of(CheckedQuotation quotation, CodePoints points) {
      TextSpan span = points.of(quotation.span());
      VerificationBody answer = quotation.answer().map(VerificationBody::of).orElse(null);
      return new CheckedQuotationBody(
          span.start(),
          span.end(),
          quotation.words(),
          quotation.speaker(),
          answer == null ? null : answer.verdict(),
          answer == null ? quotation.problem().orElse("") : answer.explained(),
          answer == null ? List.of() : answer.candidates(),
          answer == null ? null : answer.speaker());
    }
  }
}
