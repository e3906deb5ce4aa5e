package org.onrecord.evaluation;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onrecord.evaluation.ArticleMatch.GoldUnit;
import org.onrecord.evaluation.ArticleMatch.SystemUnit;

/** How well content is found, whatever its kind and whoever speaks. */
final class ExtractionScores {
  private int articles;
  private int gold;
  private int system;
  private int ignored;
  private int matched;
  private int exact;
  private int covered30;
  private int covered80;
  private double overlapOfSystem;
  private double overlapOfGold;
  private int tokensRight;
  private int goldTokens;
  private int systemTokens;

  void add(ArticleMatch article) {
    articles++;
    gold += article.gold.size();
    system += article.system.size();
    ignored += article.allSystem.size() - article.system.size();
    matched += article.matches.size();
    exact += article.exact.size();
    covered30 += article.covered(0.3);
    covered80 += article.covered(0.8);
    addTokens(article);
    for (SystemUnit unit : article.system) {
      overlapOfSystem += overlap(unit, article);
    }
  }

  private void addTokens(ArticleMatch article) {
    BitSet inGold = new BitSet();
    article.gold.forEach(g -> inGold.set(g.tokens().first(), g.tokens().end()));
    BitSet inSystem = new BitSet();
    article.allSystem.forEach(s -> inSystem.set(s.tokens().first(), s.tokens().end()));
    for (GoldUnit unit : article.gold) {
      overlapOfGold += unit.tokens().common(inSystem) / (double) unit.tokens().size();
    }
    BitSet right = (BitSet) inGold.clone();
    right.and(inSystem);
    BitSet dontCare = (BitSet) article.ignored.clone();
    dontCare.andNot(inGold);
    inSystem.andNot(dontCare);
    tokensRight += right.cardinality();
    goldTokens += inGold.cardinality();
    systemTokens += inSystem.cardinality();
  }

  /** The share of a unit's tokens that lies in the annotated unit which holds most of them. */
  private static double overlap(SystemUnit unit, ArticleMatch article) {
    int most = 0;
    for (GoldUnit goldUnit : article.gold) {
      most = Math.max(most, unit.tokens().common(goldUnit.tokens()));
    }
    return most / (double) unit.tokens().size();
  }

  int articles() {
    return articles;
  }

  int ignored() {
    return ignored;
  }

  int matched() {
    return matched;
  }

  /** By the name of the criterion. */
  Map<String, Rates> rates() {
    Map<String, Rates> rates = new LinkedHashMap<>();
    rates.put("exact", Rates.of(exact, system, gold));
    rates.put("iou50", Rates.of(matched, system, gold));
    rates.put("cov30", Rates.of(covered30, system, gold));
    rates.put("cov80", Rates.of(covered80, system, gold));
    rates.put("overlap", Rates.of(overlapOfSystem, overlapOfGold, system, gold));
    rates.put("token", Rates.of(tokensRight, systemTokens, goldTokens));
    return rates;
  }
}
