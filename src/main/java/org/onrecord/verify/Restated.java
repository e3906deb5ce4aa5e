package org.onrecord.verify;

import java.util.List;

/**
 * How one of several statements goes together with an earlier one that has most of its words.
 *
 * @param earlier which one, from 0
 * @param likeness which share of the words of the shorter are the other's too, 0 to 1
 * @param differences what was done to the earlier words to make these, between the first and the
 *     last that both have, the heaviest first; {@code asked} is where they stand in these, {@code
 *     found} in the earlier ones
 */
public record Restated(int earlier, double likeness, List<Difference> differences) {
  public Restated {
    differences = List.copyOf(differences);
  }
}
