package org.onrecord.mcp;

import java.util.List;

/** Arguments that several tools take. */
final class Asked {
  private static final int LONGEST_NAME = 300;

  static final Parameter.Text SPEAKER =
      name("speaker", "Only what this person or organisation says: the full name, Ruth Alder.");
  static final Parameter.Text PARTY =
      name("party", "Only what people of this party say: its name, letters or id.");
  static final Parameter.Text MENTION =
      name("mention", "Only what is about this person or organisation: the full name.");
  static final Parameter.Text OUTLET = name("outlet", "Only from this newspaper or agency.");
  static final Parameter.Text SECTION = name("section", "Only from this section of an outlet.");
  static final Parameter.Day FROM =
      new Parameter.Day("from", "The first day, such as 2024-11-07, inclusive.");
  static final Parameter.Day TO = new Parameter.Day("to", "The last day, inclusive.");
  static final Parameter.Choice SORT =
      new Parameter.Choice(
          "sort", "What comes first.", List.of("relevance", "newest", "oldest"), "relevance");
  static final Parameter.Whole LIMIT =
      new Parameter.Whole("limit", "How many hits at the most, each of at most 2 kB.", 1, 20, 5);
  static final Parameter.Text AFTER =
      new Parameter.Text("after", "The \"next\" of the page before.", 2_000, false);

  private Asked() {}

  static Parameter.Text query(String description) {
    return new Parameter.Text("query", description, 1_000, false);
  }

  static Parameter.Text id(String description) {
    return new Parameter.Text("id", description, 600, true);
  }

  static Parameter.Text quotation(String description) {
    return new Parameter.Text("quotation", description, 10_000, true);
  }

  static Parameter.Text name(String name, String description) {
    return new Parameter.Text(name, description, LONGEST_NAME, false);
  }
}
