package org.onrecord.attribution.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Antecedent;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.source.AntecedentRanker.Choice;
import org.onrecord.attribution.source.AntecedentRanker.Form;
import org.onrecord.attribution.words.Description;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/** For whom pronouns and descriptions of one article stand, by the ranker. */
public final class Antecedents {
  /** How nouns end that can only be somebody. */
  private static final Set<String> PERSONAL =
      Set.of("-year-old", "man", "woman", "ist", "ess", "ian", "eer", "star", "er", "back");

  /** Nouns that end like one for somebody and are for nobody. */
  private static final Set<String> THINGS =
      Set.of(
          "order",
          "letter",
          "paper",
          "matter",
          "number",
          "river",
          "tower",
          "winter",
          "summer",
          "weather",
          "water",
          "power",
          "border",
          "offer",
          "chapter",
          "centre",
          "center",
          "corner",
          "register",
          "newsletter",
          "trailer",
          "poster",
          "banner",
          "sticker",
          "computer",
          "list",
          "process",
          "press",
          "mess",
          "business",
          "success",
          "illness",
          "fitness",
          "witness",
          "other",
          "former",
          "latter",
          "tender",
          "cover",
          "filter",
          "server",
          "career",
          "beer",
          "drawback",
          "feedback",
          "setback",
          "comeback",
          "test",
          "disaster",
          "quarter",
          "war",
          "charter",
          "encounter",
          "murder",
          "dinner",
          "answer",
          "transfer",
          "cluster",
          "manner");

  private final SegmentedArticle article;
  private final Candidates candidates;
  private final AntecedentRanker ranker;
  private final Listener listener;

  /** Hears for whom words might have stood. */
  public interface Listener {
    void weighed(Position place, Form form, List<AntecedentCandidate> candidates);
  }

  public Antecedents(
      SegmentedArticle article, Candidates candidates, AntecedentRanker ranker, Listener listener) {
    this.article = article;
    this.candidates = candidates;
    this.ranker = ranker;
    this.listener = listener;
  }

  /**
   * Who is meant by a pronoun, and how likely: whom the rules found, if anybody. On annotated
   * articles the ranker is right no more often, and says better how sure that is.
   *
   * @param rules whom the rules found, null for nobody
   */
  Choice pronoun(Position place, Gender gender, @Nullable Antecedent rules) {
    List<AntecedentCandidate> all = weigh(Form.PRONOUN, place, gender, null, rules);
    return rules == null ? ranker.choose(Form.PRONOUN, all) : ranker.of(Form.PRONOUN, all, rules);
  }

  /** Who is meant by a description, and how likely. */
  Choice described(Position place, Description description, @Nullable Antecedent rules) {
    Gender gender = description.role().gender();
    return ranker.choose(
        Form.DESCRIPTION, weigh(Form.DESCRIPTION, place, gender, description, rules));
  }

  private List<AntecedentCandidate> weigh(
      Form form,
      Position place,
      Gender gender,
      @Nullable Description description,
      @Nullable Antecedent rules) {
    Paragraph paragraph = article.paragraph(place.paragraph());
    int sentence = paragraph.sentences().get(paragraph.sentenceOf(place.token())).first();
    List<AntecedentCandidate> all =
        candidates.at(place, new Position(place.paragraph(), sentence), gender, description, rules);
    listener.weighed(place, form, all);
    return all;
  }

  /** Whether a noun that is no role of the lexicon's can only be somebody: the 33-year-old. */
  static boolean isPersonal(String noun) {
    return !THINGS.contains(noun)
        && noun.length() > 4
        && PERSONAL.stream().anyMatch(noun::endsWith);
  }
}
