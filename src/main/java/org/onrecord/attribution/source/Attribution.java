package org.onrecord.attribution.source;

import org.jspecify.annotations.Nullable;

/** Whom a source stands for, with the rule that decided and how sure it is (0 to 1). */
public sealed interface Attribution {
  String rule();

  double confidence();

  /**
   * A person.
   *
   * @param name the full name as far as it is known
   * @param id the registry's id, else one made from the name
   * @param registered whether it is known to be the registry's person of this id; an id made from a
   *     name may be that of a namesake
   */
  record ToPerson(String name, String id, boolean registered, String rule, double confidence)
      implements Attribution {}

  /** A party, an agency, a campaign. */
  record ToOrganisation(String name, String id, String rule, double confidence)
      implements Attribution {}

  /** Somebody whom the article does not name. */
  record ToUnnamed(String description, String rule, double confidence) implements Attribution {}

  /** Nobody can be told; the rule says why. */
  record Unattributed(String rule) implements Attribution {
    @Override
    public double confidence() {
      return 0;
    }
  }

  /** Whether it is a person or an organisation with a name. */
  default boolean isNamed() {
    return this instanceof ToPerson || this instanceof ToOrganisation;
  }

  /** The speaker's name; null where there is none. */
  default @Nullable String speakerName() {
    return switch (this) {
      case ToPerson person -> person.name();
      case ToOrganisation organisation -> organisation.name();
      case ToUnnamed unnamed -> unnamed.description();
      case Unattributed none -> null;
    };
  }
}
