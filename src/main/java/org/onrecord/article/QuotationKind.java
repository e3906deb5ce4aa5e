package org.onrecord.article;

/** How what was said is told. */
public enum QuotationKind implements Labelled {
  /** Verbatim, between marks or with its marks lost. */
  DIRECT,
  /** Reported in the writer's words. */
  INDIRECT,
  /** Reported with verbatim pieces. */
  MIXED
}
