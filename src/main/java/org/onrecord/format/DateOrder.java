package org.onrecord.format;

/** How days written in numbers alone are meant where they can be read in two ways. */
public enum DateOrder {
  /** Nobody has said: {@code 10/11/2024} is refused. */
  UNSAID,
  /** Day, month, year: {@code 10/11/2024} is in November. */
  DMY,
  /** Month, day, year: {@code 10/11/2024} is in October. */
  MDY
}
