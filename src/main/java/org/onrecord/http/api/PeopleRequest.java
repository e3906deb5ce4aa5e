package org.onrecord.http.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.http.ParameterReader;
import org.onrecord.people.ArticleCondition;
import org.onrecord.people.NameDecisionLabel;
import org.onrecord.people.NameRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an editor sends about a name: a JSON object with {@code decision}, {@code who} and, by what
 * is decided, {@code other}, {@code name}, or {@code articles}, {@code outlet}, {@code from} and
 * {@code to}; and a {@code note}.
 *
 * @param other of a merge into whom, of a part who it is there; else empty
 * @param name of a rename; else empty
 * @param where of a part
 * @param note why, in the editor's words, at most {@value #LONGEST_NOTE} characters
 */
public record PeopleRequest(
    NameDecisionLabel decision,
    String who,
    String other,
    String name,
    @Nullable ArticleCondition where,
    @Nullable String note) {
  /** The longest body, in bytes. */
  static final int LONGEST = 256 << 10;

  private static final int LONGEST_ID = 600;
  private static final int LONGEST_NOTE = 2_000;

  /** What goes with each decision, beside the note. */
  private static final Map<NameDecisionLabel, List<String>> MEMBERS =
      Map.of(
          NameDecisionLabel.MERGE, List.of("who", "other"),
          NameDecisionLabel.RENAME, List.of("who", "name"),
          NameDecisionLabel.PART, List.of("who", "other", "articles", "outlet", "from", "to"),
          NameDecisionLabel.STRIKE, List.of("who"));

  private static final String EXAMPLE =
      "{\"decision\": \"merge\", \"who\": \"r-alder\", \"other\": \"ruth-alder\"}";

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static PeopleRequest read(byte[] body) {
    ObjectNode object = JsonObjectBody.read(body, EXAMPLE);
    NameDecisionLabel decision = decision(text(object, "decision", LONGEST_ID));
    List<String> members = MEMBERS.getOrDefault(decision, List.of());
    for (String member : object.propertyNames()) {
      if (!member.equals("decision") && !member.equals("note") && !members.contains(member)) {
        throw new IllegalArgumentException(
            "a "
                + decision.label()
                + " takes no "
                + ParameterReader.quote(member)
                + "; it takes "
                + String.join(", ", members)
                + ", note");
      }
    }
    String name = "";
    if (decision == NameDecisionLabel.RENAME) {
      name = text(object, "name", LONGEST_ID);
      NameRules.check(name);
    }
    String note = JsonObjectBody.lacks(object, "note") ? "" : text(object, "note", LONGEST_NOTE);
    return new PeopleRequest(
        decision,
        required(object, "who"),
        members.contains("other") ? required(object, "other") : "",
        name,
        decision == NameDecisionLabel.PART ? condition(object) : null,
        note.isEmpty() ? null : note);
  }

  private static NameDecisionLabel decision(String label) {
    NameDecisionLabel decision = NameDecisionLabel.of(label);
    if (decision == NameDecisionLabel.UNDO) {
      throw new IllegalArgumentException(
          "a decision is undone by DELETE /api/v1/people/decisions/ and its number");
    }
    return decision;
  }

  private static ArticleCondition condition(ObjectNode object) {
    List<ArticleId> articles = new ArrayList<>();
    if (!JsonObjectBody.lacks(object, "articles")) {
      if (!object.path("articles").isArray()) {
        throw new IllegalArgumentException("\"articles\" must be a list of ids");
      }
      for (JsonNode article : object.path("articles")) {
        articles.add(new ArticleId(article.isString() ? article.stringValue() : ""));
      }
    }
    return new ArticleCondition(
        articles,
        JsonObjectBody.lacks(object, "outlet") ? null : text(object, "outlet", LONGEST_ID),
        day(object, "from"),
        day(object, "to"));
  }

  private static @Nullable LocalDate day(ObjectNode object, String member) {
    String text = JsonObjectBody.lacks(object, member) ? "" : text(object, member, LONGEST_ID);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + member + "\" is no day: write it as 2024-11-07", e);
    }
  }

  private static String required(ObjectNode object, String member) {
    String value = text(object, member, LONGEST_ID);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("\"" + member + "\" is an id or a name, and not empty");
    }
    return value;
  }

  private static String text(ObjectNode object, String member, int longest) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException("\"" + member + "\" is missing");
    }
    if (!value.isString()) {
      throw new IllegalArgumentException("\"" + member + "\" must be a string");
    }
    String text = value.stringValue().strip();
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "\"" + member + "\" has at most " + longest + " characters, not " + text.length());
    }
    return text;
  }
}
