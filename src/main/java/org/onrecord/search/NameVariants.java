package org.onrecord.search;

import org.onrecord.article.Labelled;

/** Whether a name is also looked for under its other spellings and aliases. */
public enum NameVariants implements Labelled {
  ON,
  OFF
}
