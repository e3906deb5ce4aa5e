package org.onrecord.article;

import java.util.Locale;

/** How what was said is told. */
public enum QuotationKind {
  /** Verbatim, between marks or with its marks lost. */
  DIRECT,
  /** Reported in the writer's words. */
  INDIRECT,
  /** Reported with verbatim pieces. */
  MIXED;

  /** The name in the API and the index: {@code direct}, {@code indirect}, {@code mixed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
