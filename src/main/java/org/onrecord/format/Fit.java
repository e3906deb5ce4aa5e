package org.onrecord.format;

/** How well a file's first bytes go with a format. */
enum Fit {
  /** Nothing else begins so, whatever the file's name. */
  CERTAIN,
  /** It may be so, if the name says the same, or nothing else. */
  POSSIBLE,
  NONE
}
