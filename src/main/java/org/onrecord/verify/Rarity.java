package org.onrecord.verify;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How rare the words asked for are in the archive. */
final class Rarity {
  private final Map<String, Double> byKey;
  private final double all;

  private Rarity(Map<String, Double> byKey) {
    this.byKey = byKey;
    this.all = byKey.values().stream().mapToDouble(rare -> rare).sum();
  }

  static Rarity of(List<SpokenWord> asked, Passages passages) throws IOException {
    List<String> forms = asked.stream().map(SpokenWord::form).toList();
    List<Double> rarities = passages.rarity(forms);
    Map<String, Double> byKey = new HashMap<>();
    for (int i = 0; i < forms.size(); i++) {
      byKey.merge(asked.get(i).key(), rarities.get(i), Math::min);
    }
    return new Rarity(byKey);
  }

  /** Which share of the words asked for are among others, each counted once by its rarity. */
  double shareIn(List<SpokenWord> others) {
    return all == 0 ? 1 : weightIn(others) / all;
  }

  /** How rare those of the words asked for are together that are among others. */
  double weightIn(List<SpokenWord> others) {
    Set<String> there = new HashSet<>();
    double sum = 0;
    for (SpokenWord other : others) {
      if (there.add(other.key())) {
        sum += ofAsked(other.key());
      }
    }
    return sum;
  }

  /** The rarity of a word if it was asked for, else 0. */
  double ofAsked(String key) {
    return byKey.getOrDefault(key, 0.0);
  }
}
