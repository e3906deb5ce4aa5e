package org.onrecord.attribution.cast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.NameKey;

/** Tells by which other spelling of a name somebody or a party was found. */
final class SpellingVariant {
  private SpellingVariant() {}

  /**
   * "spelling variant: Chaudhary for Chaudhry": the words in which two names of the same differ,
   * the names as a whole where these are not of as many words; empty where they differ in nothing
   * but middle initials, case, accents and dots.
   */
  static Optional<String> of(String written, String known) {
    List<String> one = words(written);
    List<String> other = words(known);
    if (one.size() != other.size()) {
      return note(String.join(" ", one), String.join(" ", other));
    }
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      if (!NameKey.of(one.get(i)).equals(NameKey.of(other.get(i)))) {
        from.add(one.get(i));
        to.add(other.get(i));
      }
    }
    return note(String.join(" ", from), String.join(" ", to));
  }

  private static Optional<String> note(String written, String known) {
    boolean same = NameKey.of(written).equals(NameKey.of(known));
    return same ? Optional.empty() : Optional.of("spelling variant: " + written + " for " + known);
  }

  /** The words of a name, middle initials and Jr, Sr, II and so on left out. */
  private static List<String> words(String name) {
    List<String> all = List.of(name.strip().split("\\s+"));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean initial = i > 0 && i < all.size() - 1 && NameKey.of(all.get(i)).length() == 1;
      boolean suffix = i > 1 && i == all.size() - 1 && NameForm.isSuffix(all.get(i));
      if (!initial && !suffix) {
        words.add(all.get(i));
      }
    }
    return words;
  }
}
