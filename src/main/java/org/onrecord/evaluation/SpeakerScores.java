package org.onrecord.evaluation;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onrecord.article.TextSpan;
import org.onrecord.evaluation.ArticleMatch.GoldUnit;
import org.onrecord.evaluation.ArticleMatch.Match;

/** How well speakers, the words that name them, and parties are found. */
final class SpeakerScores {
  private static final Set<String> STOP_WORDS =
      Set.of(
          "the",
          "a",
          "an",
          "of",
          "and",
          "in",
          "on",
          "for",
          "to",
          "mr",
          "mrs",
          "ms",
          "sen",
          "rep",
          "gov",
          "president",
          "former");

  /** Named persons. */
  final Group persons = new Group();

  /** Persons, organisations and groups of people. */
  final Group all = new Group();

  final SortedMap<String, Group> byBasis = new TreeMap<>();
  final Share mention = new Share();
  final Share party = new Share();

  /** Of some annotated quotations whose speaker is known: how many speakers are right. */
  static final class Group {
    final Share strict = new Share();
    final Share loose = new Share();
    final Share answered = new Share();
    private int gold;
    private int unmatched;

    int gold() {
      return gold;
    }

    double endToEndRecall() {
      return gold == 0 ? Double.NaN : strict.right() / (double) gold;
    }

    /**
     * Found, and with the right speaker; units matched to quotations whose speaker nobody knows are
     * left out.
     */
    Rates endToEnd(Share right) {
      return Rates.of(right.right(), right.all() + unmatched, gold);
    }

    private void add(GoldQuotation quotation, SystemQuotation answer) {
      String speaker = String.valueOf(quotation.speaker());
      boolean same = SpeakerNames.same(speaker, answer.speaker());
      strict.add(same);
      loose.add(same || SpeakerNames.sameSurname(speaker, answer.speaker()));
      answered.add(answer.speaker() != null);
    }
  }

  void add(ArticleMatch article) {
    int unmatched = article.system.size() - article.matches.size();
    persons.unmatched += unmatched;
    all.unmatched += unmatched;
    for (GoldUnit unit : article.gold) {
      all.gold += unit.quotation().speaker() != null ? 1 : 0;
      if (unit.quotation().namesPerson()) {
        persons.gold++;
        basis(unit.quotation()).gold++;
      }
    }
    article.matches.forEach(this::add);
  }

  private void add(Match match) {
    GoldQuotation quotation = match.gold().quotation();
    SystemQuotation answer = match.system().quotation();
    if (quotation.speaker() != null) {
      all.add(quotation, answer);
    }
    if (quotation.namesPerson()) {
      persons.add(quotation, answer);
      basis(quotation).add(quotation, answer);
    }
    if (quotation.mention() != null) {
      mention.add(sameMention(quotation, answer));
    }
    if (quotation.party() != null) {
      party.add(PartyNameMatch.same(quotation.party(), answer.party()));
    }
  }

  private Group basis(GoldQuotation quotation) {
    return byBasis.computeIfAbsent(quotation.basis(), b -> new Group());
  }

  /**
   * Whether the two sources overlap or, where one has no place, share a word that says something.
   */
  static boolean sameMention(GoldQuotation quotation, SystemQuotation answer) {
    TextSpan gold = quotation.source();
    TextSpan found = answer.source();
    if (gold != null && found != null) {
      return gold.overlaps(found);
    }
    String mention = quotation.mention() == null ? "" : quotation.mention();
    Set<String> common = content(mention);
    common.retainAll(content(answer.mention() == null ? "" : answer.mention()));
    return !common.isEmpty();
  }

  private static Set<String> content(String mention) {
    Set<String> words = new HashSet<>(PlainWords.of(PlainWords.fold(mention)));
    Set<String> content = new HashSet<>(words);
    content.removeAll(STOP_WORDS);
    return content.isEmpty() ? words : content;
  }
}
