package org.onrecord.quotation;

import java.util.List;

/**
 * Moves the edges of units to where they are likelier: a logistic choice among the places near
 * each, learnt from units that the tagger found in articles it had not learnt from. The tagger sees
 * a few tokens at a time; this sees the unit that an edge would make. Immutable and thread-safe.
 */
public final class EdgeRanker {
  /** So many times as likely must another place be. */
  static final double LEAD = 2;

  final LinearChoice choice;

  public EdgeRanker(LinearChoice choice) {
    this.choice = choice;
  }

  /** Where the unit at an index begins. */
  int start(EdgeFeatures templates, List<Unit> units, int index) {
    int[] places = templates.starts(index);
    float[] scores = new float[places.length];
    for (int k = 0; k < places.length; k++) {
      scores[k] = choice.score(templates.start(units.get(index), places[k]));
    }
    return places[best(scores)];
  }

  /** After which token the unit at an index ends. */
  int end(EdgeFeatures templates, List<Unit> units, int index) {
    int[] places = templates.ends(index);
    float[] scores = new float[places.length];
    for (int k = 0; k < places.length; k++) {
      scores[k] = choice.score(templates.end(units.get(index), places[k]));
    }
    return places[best(scores)];
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return scores[best] - scores[0] >= Math.log(LEAD) ? best : 0;
  }
}
