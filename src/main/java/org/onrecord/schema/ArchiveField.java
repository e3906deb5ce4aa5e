package org.onrecord.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a query's words can be looked for in. */
public enum ArchiveField {
  /** A paragraph's text, a quotation's content. */
  TEXT,
  /** The headline of the article. */
  TITLE,
  /** The resolved names of those who speak. */
  SPEAKER,
  /** The resolved names of those spoken about. */
  MENTION,
  PARTY,
  OUTLET,
  SECTION,
  KIND,
  DATE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field with this label, in any case. */
  public static Optional<ArchiveField> of(String label) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(label)).findFirst();
  }
}
