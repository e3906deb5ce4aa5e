package org.onrecord.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.search.Copies;
import org.onrecord.verify.Candidate.SaidBy;

/**
 * Says what a passage makes of a claim. The thresholds were chosen on probes: {@code onrecord bench
 * verify}. For one claim.
 */
final class Judge {
  /** The least share of the words that are the same in an altered quotation. */
  private static final double LEAST_SHARE = 0.6;

  /** The least share of them when each counts by its rarity. */
  private static final double LEAST_RARE_SHARE = 0.55;

  /** The least rarity of all words that are the same: two or three telling ones. */
  private static final double LEAST_WEIGHT = 16;

  /** The fewest words in a row that are the same. */
  private static final int LEAST_RUN = 3;

  private static final int MOST_RUN = 6;

  /** With this share of the words the same, they need be neither as rare nor as many in a row. */
  private static final double FEW_OTHERS = 0.8;

  private static final double LEAST_WEIGHT_OF_MOST = 9;

  /** What of the words must be there where many are left out between them. */
  private static final double LEAST_SHARE_JOINED = 0.9;

  /** What altered words must reach where they stand in no quotation. */
  private static final double LEAST_SHARE_IN_TEXT = 0.75;

  private final Claim claim;
  private final @Nullable AskedSpeaker speaker;

  Judge(Claim claim, @Nullable AskedSpeaker speaker) {
    this.claim = claim;
    this.speaker = speaker;
  }

  /** The candidate that the passage is, if it is near enough to be one. */
  Optional<Candidate> judge(PassageFit fit) {
    return isNear(fit) ? Optional.of(candidate(fit, wording(fit))) : Optional.empty();
  }

  /** The candidate that the passage is as a piece of what was spliced. */
  Candidate piece(PassageFit fit) {
    return candidate(fit, Verdict.SPLICED);
  }

  private static boolean isNear(PassageFit fit) {
    if (fit.isSame()) {
      return true;
    }
    double least = fit.content().quotation().isPresent() ? LEAST_SHARE : LEAST_SHARE_IN_TEXT;
    boolean joined = fit.differences().cut() && fit.askedShare() >= LEAST_SHARE_JOINED;
    return (fit.share() >= least || joined)
        && fit.rareShare() >= LEAST_RARE_SHARE
        && (fit.share() >= FEW_OTHERS
            ? fit.weight() >= LEAST_WEIGHT_OF_MOST && fit.run() >= LEAST_RUN
            : fit.weight() >= LEAST_WEIGHT && fit.run() >= leastRun(fit));
  }

  /** A quarter of the words in a row, as far as that is no more than six. */
  private static int leastRun(PassageFit fit) {
    return Math.clamp(Math.ceilDiv(fit.words().asked().size(), 4), LEAST_RUN, MOST_RUN);
  }

  private static Verdict wording(PassageFit fit) {
    TextSpan place = fit.place();
    if (fit.content().isReported(fit.words().place(fit.words().firstMatched()), place)) {
      return Verdict.REPORTED;
    }
    if (fit.differences().cut() && isWhole(fit)) {
      return Verdict.SPLICED;
    }
    if (fit.differences().differences().stream().anyMatch(d -> d.op() != Difference.Op.ELIDED)) {
      return Verdict.ALTERED;
    }
    String text = fit.content().paragraph().text();
    boolean whole =
        fit.hasNoDifference()
            && SentenceEdges.beginsAfter(fit.content().before(place).in(text))
            && SentenceEdges.endsBefore(fit.content().after(place).in(text));
    return whole ? Verdict.EXACT : Verdict.PARTIAL;
  }

  /** Whether all that was changed is that something was left out. */
  private static boolean isWhole(PassageFit fit) {
    return fit.differences().differences().stream()
        .allMatch(d -> d.op() == Difference.Op.DROPPED || d.weight() == Difference.Weight.LIGHT);
  }

  private Candidate candidate(PassageFit fit, Verdict wording) {
    TextSpan place = fit.place();
    Optional<ArchivedQuotation> quotation = fit.content().quotation();
    SaidBy saidBy = saidBy(quotation);
    boolean within = claim.covers(fit.content().paragraph().article().date());
    return new Candidate(
        verdict(wording, quotation, saidBy, within),
        wording,
        fit.content().paragraph(),
        quotation,
        fit.asked(),
        place,
        fit.content().before(place),
        fit.content().after(place),
        fit.differences().differences(),
        saidBy,
        within,
        fit.share(),
        Copies.NONE);
  }

  private SaidBy saidBy(Optional<ArchivedQuotation> quotation) {
    if (speaker == null) {
      return SaidBy.ANYBODY;
    }
    return quotation.map(speaker::in).orElse(SaidBy.UNKNOWN);
  }

  private static Verdict verdict(
      Verdict wording, Optional<ArchivedQuotation> quotation, SaidBy saidBy, boolean within) {
    if (saidBy == SaidBy.OTHER) {
      return Verdict.OTHER_SPEAKER;
    }
    if (!within) {
      return Verdict.OTHER_DATE;
    }
    return quotation.isPresent() && Denials.isDenied(quotation.get(), wording)
        ? Verdict.DENIED
        : wording;
  }
}
