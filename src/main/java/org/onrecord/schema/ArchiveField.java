package org.onrecord.schema;

import java.util.Optional;
import org.onrecord.article.Labelled;

/** What a query's words can be looked for in. */
public enum ArchiveField implements Labelled {
  /** A paragraph's text, a quotation's content. */
  TEXT("text"),
  /** The headline of the article. */
  TITLE("title"),
  /** The resolved names of those who speak. */
  SPEAKER("speaker"),
  /** The resolved names of those spoken about. */
  MENTION("mention"),
  /** The parties of those who speak, on the article's date. */
  PARTY("party"),
  /** The parties that the text names. */
  MENTIONED_PARTY("mentionedParty"),
  OUTLET("outlet"),
  SECTION("section"),
  /** Who wrote the article. */
  AUTHOR("author"),
  /** The article's subjects, keywords and categories. */
  TAG("tag"),
  /** The article's, by BCP 47. */
  LANGUAGE("language"),
  KIND("kind"),
  /** Whether what is reported is affirmed, denied, asked and so on. */
  POLARITY("polarity"),
  /** The organisations that speakers speak for. */
  SPEAKS_FOR("speaksFor"),
  /** Whether quotation marks stand around it in the text. */
  MARKED("marked"),
  /** The parties that those who speak have left. */
  FORMER_PARTY("formerParty"),
  /** The offices that those who speak hold on the article's date. */
  ROLE("role"),
  /** The gender of those who speak, by the registry. */
  GENDER("gender"),
  DATE("date");

  private final String label;

  ArchiveField(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** The field with this label, in any case. */
  public static Optional<ArchiveField> of(String label) {
    return Labelled.of(values(), label);
  }
}
