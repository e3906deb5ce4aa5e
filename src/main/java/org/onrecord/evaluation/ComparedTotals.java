package org.onrecord.evaluation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.onrecord.search.SearchRequest;

/** How many hits each of several told of for the same searches. Not safe for several threads. */
final class ComparedTotals {
  private final Map<String, Map<SearchRequest, Told>> told = new HashMap<>();

  private record Told(long total, BenchTarget.How how) {}

  /** Reads what one answered, and keeps nothing else of it. */
  void add(String target, Map<SearchRequest, BenchTarget.Found> found) throws IOException {
    Map<SearchRequest, Told> all = told.computeIfAbsent(target, _ -> new HashMap<>());
    for (Map.Entry<SearchRequest, BenchTarget.Found> one : found.entrySet()) {
      all.put(one.getKey(), new Told(one.getValue().total().read(), one.getValue().how()));
    }
  }

  /** How many totals of one are those of another, and how the others come about, in words. */
  String compared(String target, String other) {
    Map<SearchRequest, Told> others = told.getOrDefault(other, Map.of());
    int same = 0;
    int any = 0;
    int names = 0;
    int more = 0;
    int fewer = 0;
    for (Map.Entry<SearchRequest, Told> one : told.getOrDefault(target, Map.of()).entrySet()) {
      Told here = one.getValue();
      Told there = others.get(one.getKey());
      if (there == null || here.total() == there.total()) {
        same += there == null ? 0 : 1;
      } else if (here.how() == BenchTarget.How.RELAXED) {
        any++;
      } else if (here.how() == BenchTarget.How.OTHER_NAMES) {
        names++;
      } else if (here.total() > there.total()) {
        more++;
      } else {
        fewer++;
      }
    }
    String agreeing =
        String.format(
            Locale.ROOT,
            "Totals: %,d of %,d are the same of %s and %s",
            same,
            same + any + names + more + fewer,
            target,
            other);
    return any + names + more + fewer == 0
        ? agreeing + "."
        : agreeing
            + String.format(
                Locale.ROOT,
                "; %s finds any word in %,d, which nothing has all of, other names, too, in %,d,"
                    + " and else more in %,d, fewer in %,d.",
                target,
                any,
                names,
                more,
                fewer);
  }
}
