package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.onrecord.article.TextSpan;

/**
 * One article's annotated units beside the units that a system found, and which belong together.
 *
 * <p>A unit is a contiguous stretch of content within a paragraph; a system's quotation is cut at
 * paragraph breaks and between segments, and of units with the same tokens only the first counts. A
 * system's unit that matches no scored annotation and lies by half or more in one that is not
 * scored (an attitude, a poll) is neither right nor wrong: it is not among {@link #system}.
 */
final class ArticleMatch {
  private static final double HALF = 0.5;

  final List<GoldUnit> gold = new ArrayList<>();
  final List<SystemUnit> system = new ArrayList<>();

  /** Units that share at least half of the tokens in either of them, best first. */
  final List<Match> matches;

  final List<Match> exact;

  /** Everything the system found, its don't-care units too. */
  final List<SystemUnit> allSystem;

  /** The tokens of annotations that are not scored. */
  final BitSet ignored = new BitSet();

  record GoldUnit(GoldQuotation quotation, TokenRange tokens) {}

  record SystemUnit(SystemQuotation quotation, TokenRange tokens) {}

  record Match(GoldUnit gold, SystemUnit system) {}

  private record Pairing(double weight, int gold, int system) {}

  ArticleMatch(GoldArticle article, List<SystemQuotation> found) {
    ScoreTokens tokens = new ScoreTokens(article.body());
    for (GoldQuotation quotation : article.quotations()) {
      TokenRange range = tokens.range(quotation.content());
      if (!range.isEmpty() && quotation.core()) {
        gold.add(new GoldUnit(quotation, range));
      } else if (!range.isEmpty()) {
        ignored.set(range.first(), range.end());
      }
    }
    allSystem = systemUnits(tokens, found);
    matches =
        pairs(
            allSystem,
            (g, s) -> {
              double share = g.intersectionOverUnion(s);
              return share >= HALF ? share : 0;
            });
    Set<SystemUnit> matched = new HashSet<>();
    matches.forEach(match -> matched.add(match.system()));
    for (SystemUnit unit : allSystem) {
      boolean mostlyIgnored = 2 * unit.tokens().common(ignored) >= unit.tokens().size();
      if (matched.contains(unit) || !mostlyIgnored) {
        system.add(unit);
      }
    }
    exact = pairs(system, (g, s) -> g.equals(s) ? 1 : 0);
  }

  private static List<SystemUnit> systemUnits(ScoreTokens tokens, List<SystemQuotation> found) {
    List<SystemUnit> units = new ArrayList<>();
    Set<TokenRange> seen = new HashSet<>();
    for (SystemQuotation quotation : found) {
      for (TextSpan segment : quotation.segments()) {
        for (TextSpan piece : tokens.pieces(segment)) {
          TokenRange range = tokens.range(piece);
          if (!range.isEmpty() && seen.add(range)) {
            units.add(new SystemUnit(quotation, range));
          }
        }
      }
    }
    return units;
  }

  /** How many annotated units have at least this share of their tokens in a unit of their own. */
  int covered(double share) {
    return pairs(
            system,
            (g, s) -> {
              double common = g.common(s) / (double) g.size();
              return common >= share ? common : 0;
            })
        .size();
  }

  /** One to one, the heaviest pair first, then in the order of the text; weight 0 is no pair. */
  private List<Match> pairs(
      List<SystemUnit> units, ToDoubleBiFunction<TokenRange, TokenRange> weight) {
    List<Pairing> candidates = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      for (int s = 0; s < units.size(); s++) {
        double w = weight.applyAsDouble(gold.get(g).tokens(), units.get(s).tokens());
        if (w > 0) {
          candidates.add(new Pairing(w, g, s));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Pairing::weight)
            .reversed()
            .thenComparingInt(Pairing::gold)
            .thenComparingInt(Pairing::system));
    Set<Integer> goldDone = new HashSet<>();
    Set<Integer> systemDone = new HashSet<>();
    List<Match> pairs = new ArrayList<>();
    for (Pairing c : candidates) {
      if (!goldDone.contains(c.gold()) && !systemDone.contains(c.system())) {
        goldDone.add(c.gold());
        systemDone.add(c.system());
        pairs.add(new Match(gold.get(c.gold()), units.get(c.system())));
      }
    }
    return pairs;
  }
}
