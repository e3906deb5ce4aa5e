package org.onrecord.registry;

/** A name that was borne for a time. */
public record DatedName(String name, DatePeriod period) {
  public DatedName {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a name is not blank");
    }
  }
}
