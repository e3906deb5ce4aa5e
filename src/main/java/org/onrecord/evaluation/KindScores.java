package org.onrecord.evaluation;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.onrecord.article.QuotationKind;
import org.onrecord.evaluation.ArticleMatch.GoldUnit;
import org.onrecord.evaluation.ArticleMatch.Match;
import org.onrecord.evaluation.ArticleMatch.SystemUnit;

/**
 * How well quotations of one kind are found and attributed. Recall counts the annotated ones of the
 * kind that are found, whatever the system calls them; precision the system's that match any.
 */
final class KindScores {
  final QuotationKind kind;
  final Share found = new Share();
  final Share right = new Share();
  final Share exact = new Share();
  final Share speakerStrict = new Share();
  final Share speakerLoose = new Share();
  final Share mention = new Share();
  private int gold;
  private double overlap;
  private int persons;

  KindScores(QuotationKind kind) {
    this.kind = kind;
  }

  void add(ArticleMatch article) {
    Set<SystemUnit> matchedSystem = new HashSet<>();
    BitSet inSystem = new BitSet();
    article.allSystem.forEach(s -> inSystem.set(s.tokens().first(), s.tokens().end()));
    for (Match match : article.matches) {
      matchedSystem.add(match.system());
      if (match.gold().quotation().kind() == kind) {
        found.add(true);
        addSpeaker(match);
      }
    }
    for (Match match : article.exact) {
      if (match.gold().quotation().kind() == kind) {
        exact.add(true);
      }
    }
    for (GoldUnit unit : article.gold) {
      if (unit.quotation().kind() == kind) {
        gold++;
        overlap += unit.tokens().common(inSystem) / (double) unit.tokens().size();
        persons += unit.quotation().namesPerson() ? 1 : 0;
      }
    }
    for (SystemUnit unit : article.system) {
      if (unit.quotation().kind() == kind) {
        right.add(matchedSystem.contains(unit));
      }
    }
  }

  private void addSpeaker(Match match) {
    GoldQuotation quotation = match.gold().quotation();
    SystemQuotation answer = match.system().quotation();
    if (quotation.mention() != null) {
      mention.add(SpeakerScores.sameMention(quotation, answer));
    }
    if (quotation.speaker() != null && quotation.person()) {
      boolean strict = SpeakerNames.same(quotation.speaker(), answer.speaker());
      speakerStrict.add(strict);
      speakerLoose.add(strict || SpeakerNames.sameSurname(quotation.speaker(), answer.speaker()));
    }
  }

  int gold() {
    return gold;
  }

  double recall() {
    return ofGold(found.right());
  }

  double exactRecall() {
    return ofGold(exact.right());
  }

  double overlapRecall() {
    return ofGold(overlap);
  }

  /** Found, and with the right person, of those that a named person says. */
  double endToEndRecall() {
    return persons == 0 ? Double.NaN : speakerStrict.right() / (double) persons;
  }

  double f1() {
    double precision = right.ratio();
    double recall = recall();
    return precision > 0 && recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  }

  private double ofGold(double count) {
    return gold == 0 ? Double.NaN : count / gold;
  }
}
