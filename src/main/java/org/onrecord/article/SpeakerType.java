package org.onrecord.article;

import java.util.Locale;

/** What kind of speaker a quotation has. */
public enum SpeakerType {
  PERSON,
  ORGANISATION,
  /** Somebody whom the article does not name: "a spokesman", "officials". */
  UNNAMED;

  /** The name in the API and the index: {@code person}, {@code organisation}, {@code unnamed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
