package org.onrecord.registry;

import java.util.Locale;
import java.util.Optional;

/** A person's gender as far as the registry knows it; what decides between "he" and "she". */
public enum Gender {
  FEMALE,
  MALE,
  OTHER,
  UNKNOWN;

  /**
   * The gender that a registry file's word stands for, {@code female}, {@code f}, {@code m}, in any
   * case.
   */
  static Optional<Gender> fromWord(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "female", "f" -> Optional.of(FEMALE);
      case "male", "m" -> Optional.of(MALE);
      case "other", "o", "x" -> Optional.of(OTHER);
      case "", "unknown" -> Optional.of(UNKNOWN);
      default -> Optional.empty();
    };
  }
}
