package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.AskedSpeaker;
import org.onrecord.verify.Claim;
import org.onrecord.verify.VerdictSentence;
import org.onrecord.verify.Verification;

/**
 * Whether words are on record.
 *
 * @param verdict {@code exact}, {@code altered}, {@code partial}, {@code spliced}, {@code
 *     reported}, {@code other-speaker}, {@code other-date}, {@code denied} or {@code not-here}
 * @param explained the verdict in a sentence
 * @param candidates the best first
 * @param speaker how the speaker asked for was understood; null where none was
 * @param archive all that the verdict rests on
 * @param receipt what the verdict can be checked by later; null where none was asked for
 */
public record VerificationBody(
    ClaimBody query,
    String verdict,
    String explained,
    List<CandidateBody> candidates,
    @Nullable AskedSpeakerBody speaker,
    ArchiveBody archive,
    @Nullable ReceiptBody<ClaimBody> receipt) {

  public static VerificationBody of(Verification answer) {
    String words = answer.claim().words();
    return new VerificationBody(
        ClaimBody.of(answer.claim()),
        answer.verdict().label(),
        VerdictSentence.of(answer),
        answer.candidates().stream().map(one -> CandidateBody.of(one, words)).toList(),
        answer.speaker().map(AskedSpeakerBody::of).orElse(null),
        ArchiveBody.of(answer.archive()),
        null);
  }

  /** The same with a receipt. */
  public VerificationBody with(@Nullable ReceiptBody<ClaimBody> newReceipt) {
    return new VerificationBody(
        query, verdict, explained, candidates, speaker, archive, newReceipt);
  }

  /** What was asked. */
  public record ClaimBody(
      String q,
      @Nullable String speaker,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<String> outlet) {
    static ClaimBody of(Claim claim) {
      return new ClaimBody(
          claim.words(), claim.speaker(), claim.from(), claim.to(), claim.outlets());
    }
  }

  /**
   * A speaker who was asked for.
   *
   * @param names the archive's names that were taken for it
   * @param known whether somebody speaks in the archive under one of them
   * @param suggestions who else may be meant
   */
  public record AskedSpeakerBody(
      String asked, List<String> names, boolean known, List<SuggestedBody> suggestions) {
    static AskedSpeakerBody of(AskedSpeaker speaker) {
      return new AskedSpeakerBody(
          speaker.asked(),
          speaker.names().stream().sorted().toList(),
          speaker.known(),
          speaker.suggestions().stream()
              .map(one -> new SuggestedBody(one.name(), one.quotations()))
              .toList());
    }
  }

  /** Somebody who speaks in the archive, and how often. */
  public record SuggestedBody(String name, long quotations) {}

  /**
   * What the archive covers.
   *
   * @param from the day of the earliest article; null where there is none
   * @param gaps the longest stretches without an article, in order
   */
  public record ArchiveBody(
      @Nullable LocalDate from, @Nullable LocalDate to, long articles, List<GapBody> gaps) {
    static ArchiveBody of(ArchiveSpan span) {
      return new ArchiveBody(
          span.from(),
          span.to(),
          span.articles(),
          span.gaps().stream().map(gap -> new GapBody(gap.from(), gap.to())).toList());
    }
  }

  /** Days without an article, both inclusive. */
  public record GapBody(LocalDate from, LocalDate to) {}
}
