package org.onrecord.registry;

/** Which spellings of a name a registry takes for it. */
public enum Spellings {
  /** Its own: the same but for case, accents, dots and hyphens, or a middle initial. */
  EXACT,
  /** Other transliterations as well, where nobody has the name by an own spelling. */
  VARIANTS
}
