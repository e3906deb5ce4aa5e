package org.onrecord.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * With what the articles of an archive were read: how many with each.
 *
 * @param articles by what they were read with, parts such as {@code model 3f2a61b0c4d5} parted by
 *     {@code "; "}; of each part the last word tells two apart
 * @param unknown how many were read by a program that did not say with what
 */
public record Readings(Map<String, Long> articles, long unknown) {
  public static final Readings NONE = new Readings(Map.of(), 0);
  private static final String SEPARATOR = "; ";

  public Readings {
    articles = Collections.unmodifiableMap(new TreeMap<>(articles));
  }

  /** Whether all were read with the same, as far as that is known. */
  public boolean alike() {
    return articles.isEmpty() || articles.size() == 1 && unknown == 0;
  }

  /**
   * That articles were read with something else than {@code now}, and what to do; empty where that
   * is not known of any.
   */
  public Optional<String> otherThan(String now) {
    long all = unknown;
    long others = 0;
    Set<String> parts = new LinkedHashSet<>();
    for (Map.Entry<String, Long> each : articles.entrySet()) {
      all += each.getValue();
      if (!each.getKey().equals(now)) {
        others += each.getValue();
        parts.addAll(differences(now, each.getKey()));
      }
    }
    return others == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of %,d articles were read with another %s than there is now; \"onrecord"
                    + " reindex\" reads them anew",
                others,
                all,
                String.join(" and ", parts)));
  }

  /** The names of the parts that are not the same. */
  private static Set<String> differences(String now, String then) {
    Map<String, String> ours = parts(now);
    Map<String, String> theirs = parts(then);
    Set<String> names = new LinkedHashSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    names.removeIf(name -> ours.getOrDefault(name, "").equals(theirs.getOrDefault(name, "")));
    return names;
  }

  private static Map<String, String> parts(String readWith) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : readWith.split(SEPARATOR, -1)) {
      int end = part.lastIndexOf(' ');
      parts.put(part.substring(0, Math.max(0, end)), part.substring(end + 1));
    }
    return parts;
  }
}
