package org.onrecord.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant with the name by which files, the API and the command line know it. */
public interface Labelled {
  /** As an enumeration has it. */
  String name();

  /** The name in small letters, its words joined by hyphens. */
  default String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one with this label, in any case. */
  static <T extends Labelled> Optional<T> of(T[] all, String label) {
    return Arrays.stream(all).filter(one -> one.label().equalsIgnoreCase(label)).findFirst();
  }
}
