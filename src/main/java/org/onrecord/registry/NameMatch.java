package org.onrecord.registry;

/**
 * A person found by a name.
 *
 * @param spelling the registry's own spelling that matched: the name or one of the aliases
 * @param kind how it matched
 */
public record NameMatch(Person person, String spelling, Kind kind) {

  /** How a looked-up name and the registry's spelling are alike. */
  public enum Kind {
    /** The same but for case, accents, dots and hyphens: {@link NameKey}. */
    EXACT,
    /**
     * Another transliteration of it, or with a middle initial more or less: {@link
     * TransliterationKey}.
     */
    VARIANT
  }
}
