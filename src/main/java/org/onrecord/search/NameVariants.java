package org.onrecord.search;

import java.util.Locale;

/** Whether a name is also looked for under its other spellings and aliases. */
public enum NameVariants {
  ON,
  OFF;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
