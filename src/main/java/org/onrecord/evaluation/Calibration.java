package org.onrecord.evaluation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SurenessLevel;
import org.onrecord.evaluation.ArticleMatch.Match;
import org.onrecord.evaluation.ArticleMatch.SystemUnit;

/**
 * Whether the two figures mean what they say: of quotations with like figures, the share that is
 * right. Words are right that match annotated ones; a speaker is right who is the annotated one, of
 * matches for which one is annotated and one is named; all of it is right where the words are and,
 * where a named person is annotated, the speaker is that person.
 */
final class Calibration {
  private final Reliability words = new Reliability();
  private final Reliability speaker = new Reliability();
  private final TreeMap<String, Reliability.Bin> byRule = new TreeMap<>();
  private final TreeMap<String, Reliability.Bin> bySpeakerRule = new TreeMap<>();
  private final EnumMap<SurenessLevel, Reliability.Bin> byLevel =
      new EnumMap<>(SurenessLevel.class);

  Calibration() {
    for (SurenessLevel level : SurenessLevel.values()) {
      byLevel.put(level, new Reliability.Bin());
    }
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
    words.add(evidence.words(), quotation != null);
    byRule
        .computeIfAbsent(evidence.rule(), r -> new Reliability.Bin())
        .add(evidence.words(), quotation != null);
    boolean right =
        quotation != null && (!quotation.namesPerson() || isSpeakerRight(quotation, found));
    byLevel
        .computeIfAbsent(SurenessLevel.of(evidence.certainty()), l -> new Reliability.Bin())
        .add(evidence.certainty(), right);
    if (quotation != null && quotation.speaker() != null) {
      boolean same = isSpeakerRight(quotation, found);
      bySpeakerRule
          .computeIfAbsent(evidence.speakerRule(), r -> new Reliability.Bin())
          .add(evidence.speaker(), same);
      if (found.speaker() != null) {
        speaker.add(evidence.speaker(), same);
      }
    }
  }

  private static boolean isSpeakerRight(GoldQuotation quotation, SystemQuotation found) {
    return SpeakerNames.same(String.valueOf(quotation.speaker()), found.speaker());
  }

  /** Of how sure it is that the words are said. */
  Reliability words() {
    return words;
  }

  /** Of how sure it is who says them. */
  Reliability speaker() {
    return speaker;
  }

  /** By what the page calls them. */
  Map<SurenessLevel, Reliability.Bin> byLevel() {
    return byLevel;
  }

  /** By what found the quotation; right is a match. */
  Map<String, Reliability.Bin> byRule() {
    return byRule;
  }

  /** By what decided on the speaker, of matches for which one is annotated. */
  Map<String, Reliability.Bin> bySpeakerRule() {
    return bySpeakerRule;
  }
}
