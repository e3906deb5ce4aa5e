package org.onrecord.verify;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells whether two names are, or may be, one person's, by the words that they are made of. */
final class NameParts {
  private NameParts() {}

  /** Whether two names are the same, but for case, accents, marks and middle initials. */
  static boolean isSame(String one, String other) {
    List<String> ours = parts(one);
    List<String> theirs = parts(other);
    return ours.equals(theirs)
        || ours.size() > 1 && theirs.size() > 1 && full(ours).equals(full(theirs));
  }

  /** Whether one has all parts of the other, so that both may be one person's. */
  static boolean mayBeSame(String one, String other) {
    List<String> ours = parts(one);
    List<String> theirs = parts(other);
    return !ours.isEmpty()
        && !theirs.isEmpty()
        && (ours.containsAll(theirs) || theirs.containsAll(ours));
  }

  private static List<String> full(List<String> parts) {
    return parts.stream().filter(part -> part.length() > 1).toList();
  }

  static List<String> parts(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replace("’", "")
            .replace("'", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1)).filter(p -> !p.isEmpty()).toList();
  }
}
