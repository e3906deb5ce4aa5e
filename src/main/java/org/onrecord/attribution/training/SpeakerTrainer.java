package org.onrecord.attribution.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.Attributor;
import org.onrecord.attribution.SpeakerConfidence;
import org.onrecord.attribution.SpeakerModel;
import org.onrecord.attribution.cast.Antecedent;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.source.AntecedentCandidate;
import org.onrecord.attribution.source.AntecedentRanker;
import org.onrecord.attribution.source.AntecedentRanker.Form;
import org.onrecord.attribution.source.Clue;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.SegmentedArticle;

/**
 * Learns from articles whose speakers are known how "he" and "the minister" are resolved and how
 * sure each attribution is. First add every article with {@link #addSources}, then, with what was
 * found in them, {@link #addFound}; both fits are by gradient ascent with Gaussian priors and need
 * no random numbers. Not thread-safe.
 */
public final class SpeakerTrainer {
  private static final int ROUNDS = 300;
  private static final double RATE = 0.3;
  private static final double PRIOR = 0.5;

  private final Map<Form, List<Example>> examples = new EnumMap<>(Form.class);
  private final List<Outcome> outcomes = new ArrayList<>();
  private final BiPredicate<String, @Nullable String> sameName;
  private Map<Form, double[]> weights = Map.of();

  /** Candidates of which some are right. */
  private record Example(List<AntecedentCandidate> candidates, Set<Integer> right) {}

  /** What was known of an attribution, and whether it was right. */
  private record Outcome(List<SpeakerConfidence.Sign> signs, boolean right) {}

  /**
   * @param sameName whether an annotated name and one of ours are one person's
   */
  public SpeakerTrainer(BiPredicate<String, @Nullable String> sameName) {
    this.sameName = sameName;
    for (Form form : Form.values()) {
      examples.put(form, new ArrayList<>());
    }
  }

  /**
   * Learns from an article who its sources stand for.
   *
   * @param quotations as annotated, in the order of the text
   * @param people for a quotation the person who says it; no entry where nobody with a name does
   */
  public void addSources(
      Attributor attributor,
      SegmentedArticle article,
      List<Quotation> quotations,
      Map<Quotation, String> people) {
    Map<Position, Weighed> seen = new HashMap<>();
    attributor.attribute(
        article,
        quotations,
        (place, form, candidates) -> seen.putIfAbsent(place, new Weighed(form, candidates)));
    Set<Position> done = new HashSet<>();
    for (Quotation quotation : quotations) {
      Excerpt source = quotation.source();
      if (source != null) {
        Position place =
            new Position(
                source.paragraph(),
                article.paragraph(source.paragraph()).tokenAt(source.span().start()));
        Weighed weighed = seen.get(place);
        if (weighed != null && done.add(place)) {
          add(weighed, people.get(quotation));
        }
      }
    }
  }

  private record Weighed(Form form, List<AntecedentCandidate> candidates) {}

  private void add(Weighed weighed, @Nullable String person) {
    List<AntecedentCandidate> candidates = weighed.candidates();
    Set<Integer> right = new HashSet<>();
    for (int i = 0; i < candidates.size(); i++) {
      Antecedent who = candidates.get(i).who();
      boolean fits =
          person == null
              ? !(who instanceof CastMember)
              : who instanceof CastMember member && isNamed(person, member);
      if (fits) {
        right.add(i);
      }
    }
    boolean stranger = right.size() > 1 && person == null && weighed.form() == Form.PRONOUN;
    if (stranger) {
      right.remove(candidates.size() - 1);
    }
    if (!right.isEmpty()) {
      examples.getOrDefault(weighed.form(), new ArrayList<>()).add(new Example(candidates, right));
    }
  }

  /** By whole name, or by the last word of it: the cast may know somebody by that alone. */
  private boolean isNamed(String person, CastMember member) {
    String last = NameForm.fold(person.substring(person.lastIndexOf(' ') + 1));
    return sameName.test(person, member.displayName()) || member.last().equals(last);
  }

  /** Learns from what was found whether it was right. */
  public void addFound(AttributedQuotation found, boolean right) {
    outcomes.add(
        new Outcome(
            SpeakerConfidence.signs(found.quotation(), found.attribution(), found.believed()),
            right));
  }

  /** Fits the ranker to what was added; what attributes from then on goes by it. */
  public void fitRanker() {
    Map<Form, double[]> fitted = new EnumMap<>(Form.class);
    examples.forEach((form, list) -> fitted.put(form, fit(list)));
    weights = fitted;
  }

  /** An attributor that goes by the ranker just fitted. */
  public Attributor attributor(org.onrecord.registry.Registry registry) {
    return new Attributor(registry, SpeakerModel.of(weights, Map.of()));
  }

  private static double[] fit(List<Example> list) {
    double[] weights = new double[Clue.values().length];
    double[] squares = new double[weights.length];
    for (int round = 0; round < ROUNDS && !list.isEmpty(); round++) {
      double[] gradient = new double[weights.length];
      for (Example example : list) {
        addGradient(gradient, weights, example);
      }
      step(weights, squares, gradient, list.size());
    }
    return weights;
  }

  private static void step(double[] weights, double[] squares, double[] gradient, int size) {
    for (int k = 0; k < weights.length; k++) {
      double slope = (gradient[k] - PRIOR * weights[k]) / size;
      squares[k] += slope * slope + 1e-12;
      weights[k] += RATE * slope / Math.sqrt(squares[k]);
    }
  }

  private static void addGradient(double[] gradient, double[] weights, Example example) {
    double[] likely = AntecedentRanker.probabilities(weights, example.candidates());
    double right = 0;
    for (int i : example.right()) {
      right += likely[i];
    }
    for (int i = 0; i < likely.length; i++) {
      double wanted = example.right().contains(i) ? likely[i] / Math.max(right, 1e-12) : 0;
      double[] clues = example.candidates().get(i).clues();
      for (int k = 0; k < clues.length; k++) {
        gradient[k] += (wanted - likely[i]) * clues[k];
      }
    }
  }

  /** The table of everything learnt, line by line. */
  public List<String> lines() {
    return SpeakerModel.lines(weights, fitConfidence());
  }

  private Map<String, Double> fitConfidence() {
    List<String> names =
        outcomes.stream()
            .flatMap(outcome -> outcome.signs().stream())
            .map(SpeakerConfidence.Sign::name)
            .distinct()
            .sorted()
            .toList();
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    double[] fitted = new double[names.size()];
    double[] squares = new double[names.size()];
    for (int round = 0; round < ROUNDS && !outcomes.isEmpty(); round++) {
      double[] gradient = new double[fitted.length];
      for (Outcome outcome : outcomes) {
        double sum = 0;
        for (SpeakerConfidence.Sign sign : outcome.signs()) {
          sum += fitted[index.getOrDefault(sign.name(), 0)] * sign.value();
        }
        double off = (outcome.right() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (SpeakerConfidence.Sign sign : outcome.signs()) {
          gradient[index.getOrDefault(sign.name(), 0)] += off * sign.value();
        }
      }
      step(fitted, squares, gradient, outcomes.size());
    }
    Map<String, Double> table = new HashMap<>();
    index.forEach((name, i) -> table.put(name, fitted[i]));
    return table;
  }
}
