package org.onrecord.schema;

import java.util.Locale;

/** What a search looks for. */
public enum DocumentType {
  PARAGRAPH,
  QUOTE;

  /** The name in the API and the index: {@code paragraph}, {@code quote}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
