package org.onrecord.attribution.cast;

import org.onrecord.registry.Gender;

/** Somebody whom "he" or "she" can stand for: a person of the cast, or one without a name. */
public sealed interface Antecedent permits CastMember, Stranger {
  Gender gender();

  /** Whether she can be "he": only a known other gender excludes. */
  default boolean mayBe(Gender asked) {
    Gender own = gender();
    return own == Gender.UNKNOWN || asked == Gender.UNKNOWN || own == asked;
  }
}
