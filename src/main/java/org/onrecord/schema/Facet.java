package org.onrecord.schema;

import java.util.Arrays;
import java.util.Optional;

/**
 * What results can be narrowed by. Its label is the API's parameter and the key in the answer's
 * facets.
 */
public enum Facet {
  TYPE("type"),
  SPEAKER("speaker"),
  /** The parties of those who speak, on the article's date. */
  PARTY("party"),
  MENTION("mention"),
  /** The parties that the text names, whoever speaks. */
  MENTIONED_PARTY("mentionedParty"),
  OUTLET("outlet"),
  SECTION("section"),
  KIND("kind"),
  /** Whether what is reported is affirmed, denied, asked and so on. */
  POLARITY("polarity"),
  /** The organisations that speakers, named or not, speak for. */
  SPEAKS_FOR("speaksFor"),
  DATE("date");

  private final String label;

  Facet(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * Whether its values are told apart by an id, since several may bear one name. It is then the id
   * that is filtered by and counted, and the name is what a reader sees.
   */
  public boolean isById() {
    return this == PARTY || this == MENTIONED_PARTY;
  }

  /** The facet with this label, in any case. */
  public static Optional<Facet> of(String label) {
    return Arrays.stream(values()).filter(f -> f.label().equalsIgnoreCase(label)).findFirst();
  }
}
