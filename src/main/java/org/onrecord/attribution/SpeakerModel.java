package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.onrecord.attribution.source.AntecedentRanker;
import org.onrecord.attribution.source.Clue;
import org.onrecord.attribution.words.Lexicon;

/**
 * What is learnt about speakers: the weights of {@link AntecedentRanker} and of {@link
 * SpeakerConfidence}. A table of three columns, cut at tabs: the part, the name, the weight; what
 * it does not name weighs nothing.
 */
public final class SpeakerModel {
  private static final String RESOURCE = "speakers.tsv";
  private static final String CONFIDENCE = "confidence";

  private static final SpeakerModel SHIPPED = of(Lexicon.rows(RESOURCE));

  private final AntecedentRanker ranker;
  private final SpeakerConfidence confidence;

  private SpeakerModel(AntecedentRanker ranker, SpeakerConfidence confidence) {
    this.ranker = ranker;
    this.confidence = confidence;
  }

  /** The one that comes with OnRecord. */
  static SpeakerModel shipped() {
    return SHIPPED;
  }

  private static SpeakerModel of(List<String[]> rows) {
    Map<AntecedentRanker.Form, double[]> weights = new EnumMap<>(AntecedentRanker.Form.class);
    Map<String, Double> confidence = new HashMap<>();
    for (AntecedentRanker.Form form : AntecedentRanker.Form.values()) {
      weights.put(form, new double[Clue.values().length]);
    }
    for (String[] row : rows) {
      double weight = Double.parseDouble(row[2]);
      if (row[0].equals(CONFIDENCE)) {
        confidence.put(row[1], weight);
      } else {
        double[] of = weights.get(AntecedentRanker.Form.valueOf(row[0].toUpperCase(Locale.ROOT)));
        if (of != null) {
          of[Clue.valueOf(row[1]).ordinal()] = weight;
        }
      }
    }
    return of(weights, confidence);
  }

  public static SpeakerModel of(
      Map<AntecedentRanker.Form, double[]> weights, Map<String, Double> confidence) {
    return new SpeakerModel(new AntecedentRanker(weights), new SpeakerConfidence(confidence));
  }

  AntecedentRanker ranker() {
    return ranker;
  }

  SpeakerConfidence confidence() {
    return confidence;
  }

  /** The table's lines, as {@link #shipped} reads them. */
  public static List<String> lines(
      Map<AntecedentRanker.Form, double[]> weights, Map<String, Double> confidence) {
    List<String> lines = new ArrayList<>();
    lines.add("# Learnt weights of speakers; written by `onrecord train --speakers`.");
    weights.forEach(
        (form, values) -> {
          for (Clue clue : Clue.values()) {
            lines.add(
                line(form.name().toLowerCase(Locale.ROOT), clue.name(), values[clue.ordinal()]));
          }
        });
    new TreeMap<>(confidence).forEach((name, value) -> lines.add(line(CONFIDENCE, name, value)));
    return lines;
  }

  private static String line(String part, String name, double weight) {
    return part + "\t" + name + "\t" + String.format(Locale.ROOT, "%.3f", weight);
  }
}
