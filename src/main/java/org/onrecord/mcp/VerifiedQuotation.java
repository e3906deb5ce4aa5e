package org.onrecord.mcp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.verify.Verdict;
import org.onrecord.verify.VerdictSentence;
import org.onrecord.verify.Verification;

/** What {@code verify_quotation} gives. */
record VerifiedQuotation(
    @Described("link to cite the best passage by; null where there is none")
        @Nullable String citation,
    @Described(
            "exact, altered, partial, spliced, reported, other-speaker, other-date, denied or"
                + " not-here, which never means false")
        String verdict,
    @Described("the verdict in a sentence") String explained,
    @Described("the passages it rests on, the best first") List<CandidateHit> candidates,
    @Described("how the speaker asked for was understood") @Nullable AskedSpeakerTold speaker,
    @Described("what to know about this answer") List<String> notes,
    ArchiveTold archive,
    @Described("the longest stretches of days without an article") List<Gap> gaps) {
  private static final int MOST = 3;

  /** Days without an article, both inclusive. */
  record Gap(LocalDate from, LocalDate to) {}

  static VerifiedQuotation of(Verification answer, Citations cite) {
    ArchiveTold archive = ArchiveTold.of(answer.archive());
    AskedSpeakerTold speaker = answer.speaker().map(AskedSpeakerTold::of).orElse(null);
    int most = answer.verdict() == Verdict.SPLICED ? Verification.MOST_CANDIDATES : MOST;
    List<CandidateHit> candidates =
        answer.candidates().stream().limit(most).map(each -> CandidateHit.of(each, cite)).toList();
    List<String> notes = new ArrayList<>();
    if (speaker != null) {
      notes.addAll(speaker.notes());
    }
    if (!candidates.isEmpty()) {
      candidates.getFirst().differences().stream()
          .map(CandidateHit.Changed::sentence)
          .forEach(notes::add);
    }
    if (answer.verdict() == Verdict.NOT_HERE) {
      notes.add(archive.nothing());
    }
    return new VerifiedQuotation(
        candidates.isEmpty() ? null : candidates.getFirst().citation(),
        answer.verdict().label(),
        VerdictSentence.of(answer),
        candidates,
        speaker,
        notes,
        archive,
        answer.archive().gaps().stream().map(each -> new Gap(each.from(), each.to())).toList());
  }
}
