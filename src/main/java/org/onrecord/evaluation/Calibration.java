package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.evaluation.ArticleMatch.Match;
import org.onrecord.evaluation.ArticleMatch.SystemUnit;

/**
 * Whether confidence means what it says: in each bin, the share of quotations that are right. Right
 * is a match whose speaker, where a named person is known to speak, is that person.
 */
final class Calibration {
  private static final int BINS = 10;

  private final Bin[] bins = new Bin[BINS];
  private final TreeMap<String, Bin> byRule = new TreeMap<>();
  private final TreeMap<String, Bin> bySpeakerRule = new TreeMap<>();

  /** Quotations of like confidence. */
  static final class Bin {
    private final Share right = new Share();
    private double confidence;

    private void add(double value, boolean isRight) {
      confidence += value;
      right.add(isRight);
    }

    int size() {
      return right.all();
    }

    /** The mean confidence; NaN where the bin is empty. */
    double confidence() {
      return size() == 0 ? Double.NaN : confidence / size();
    }

    double right() {
      return right.ratio();
    }
  }

  Calibration() {
    Arrays.setAll(bins, i -> new Bin());
  }

  void add(ArticleMatch article) {
    Map<TokenRange, GoldQuotation> matched = new HashMap<>();
    for (Match match : article.matches) {
      matched.put(match.system().tokens(), match.gold().quotation());
    }
    for (SystemUnit unit : article.system) {
      add(unit.quotation(), matched.get(unit.tokens()));
    }
  }

  private void add(SystemQuotation found, @Nullable GoldQuotation quotation) {
    SystemQuotation.Evidence evidence = found.evidence();
    byRule
        .computeIfAbsent(evidence.rule(), r -> new Bin())
        .add(evidence.content(), quotation != null);
    boolean right = quotation != null && isSpeakerRight(quotation, found);
    if (quotation != null) {
      bySpeakerRule
          .computeIfAbsent(evidence.speakerRule(), r -> new Bin())
          .add(evidence.confidence() / Math.max(evidence.content(), 1e-9), right);
    }
    bins[Math.min(BINS - 1, (int) (evidence.confidence() * BINS))].add(
        evidence.confidence(), right);
  }

  private static boolean isSpeakerRight(GoldQuotation quotation, SystemQuotation found) {
    return !quotation.namesPerson()
        || SpeakerNames.same(String.valueOf(quotation.speaker()), found.speaker());
  }

  /** From 0 to .1, to .2, … to 1. */
  List<Bin> bins() {
    return new ArrayList<>(Arrays.asList(bins));
  }

  /** By what found the quotation; right is a match. */
  Map<String, Bin> byRule() {
    return byRule;
  }

  /** By what decided on the speaker, of matches. */
  Map<String, Bin> bySpeakerRule() {
    return bySpeakerRule;
  }

  /** The mean distance between a bin's confidence and the share that is right, by bin size. */
  double expectedError() {
    double error = 0;
    int all = 0;
    for (Bin bin : bins) {
      if (bin.size() > 0) {
        error += bin.size() * Math.abs(bin.confidence() - bin.right());
        all += bin.size();
      }
    }
    return all == 0 ? Double.NaN : error / all;
  }
}
