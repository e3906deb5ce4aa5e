package org.onrecord.backend.lucene.query;

import java.util.List;

/** What stands at places of a text that are counted in words. Equal descriptions find the same. */
public sealed interface ProximityPattern {

  /**
   * Words side by side.
   *
   * @param words for each place the terms of which one stands there; none finds nothing
   */
  record Words(String field, List<List<String>> words) implements ProximityPattern {
    public Words {
      words = words.stream().map(List::copyOf).toList();
    }
  }

  /** One of several. */
  record Either(List<ProximityPattern> alternatives) implements ProximityPattern {
    public Either {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** Both, in either order and not overlapping, with at most {@code distance} words between. */
  record Close(ProximityPattern left, ProximityPattern right, int distance)
      implements ProximityPattern {}

  /** Both in one sentence, in either order and not overlapping. */
  record OneSentence(ProximityPattern left, ProximityPattern right) implements ProximityPattern {}
}
