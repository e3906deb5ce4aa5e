package org.onrecord.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.correction.JsonMembers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decision as a line of JSON with the members {@code number, at, by, decision} (one of {@link
 * NameDecisionLabel}) and {@code note}; {@code who} and {@code other} are objects {@code {id, name,
 * type}}, {@code name} is the new one, {@code articles, outlet, from, to} are of a part, {@code
 * undoes} is a number.
 */
final class DecidedLine {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DecidedLine() {}

  /** The line, without its end. */
  static String write(Decided decided) {
    ObjectNode line = JSON.createObjectNode();
    line.put("number", decided.number());
    line.put("at", decided.at().toString());
    line.put("by", decided.by());
    line.put("decision", NameDecisionLabel.of(decided.decision()).label());
    write(line, "who", decided.decision().subject());
    write(line, "other", decided.decision().object());
    switch (decided.decision()) {
      case NameDecision.Rename(SpeakerRef _, String name) -> line.put("name", name);
      case NameDecision.Part(SpeakerRef _, SpeakerRef _, ArticleCondition where) ->
          write(line, where);
      case NameDecision.Undo(int decision) -> line.put("undoes", decision);
      case NameDecision.Merge _, NameDecision.Strike _ -> {}
    }
    if (decided.note() != null) {
      line.put("note", decided.note());
    }
    return JSON.writeValueAsString(line);
  }

  private static void write(ObjectNode line, String member, @Nullable SpeakerRef who) {
    if (who != null) {
      line.putObject(member)
          .put("id", who.id())
          .put("name", who.name())
          .put("type", who.type().label());
    }
  }

  private static void write(ObjectNode line, ArticleCondition where) {
    if (!where.articles().isEmpty()) {
      ArrayNode articles = line.putArray("articles");
      where.articles().forEach(article -> articles.add(article.value()));
    }
    if (where.outlet() != null) {
      line.put("outlet", where.outlet());
    }
    if (where.from() != null) {
      line.put("from", where.from().toString());
    }
    if (where.to() != null) {
      line.put("to", where.to().toString());
    }
  }

  /**
   * The decision that a line holds.
   *
   * @throws IllegalArgumentException if it holds none; the message says why
   */
  static Decided read(String line) {
    JsonNode object;
    try {
      object = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("broken JSON: " + e.getOriginalMessage(), e);
    }
    return new Decided(
        JsonMembers.number(object, "number"),
        decision(object),
        JsonMembers.string(object, "by"),
        instant(JsonMembers.string(object, "at")),
        JsonMembers.optional(object, "note"));
  }

  private static NameDecision decision(JsonNode object) {
    return switch (NameDecisionLabel.of(JsonMembers.string(object, "decision"))) {
      case MERGE -> new NameDecision.Merge(who(object, "who"), who(object, "other"));
      case RENAME ->
          new NameDecision.Rename(who(object, "who"), JsonMembers.string(object, "name"));
      case PART ->
          new NameDecision.Part(who(object, "who"), who(object, "other"), condition(object));
      case STRIKE -> new NameDecision.Strike(who(object, "who"));
      case UNDO -> new NameDecision.Undo(JsonMembers.number(object, "undoes"));
    };
  }

  private static SpeakerRef who(JsonNode object, String member) {
    JsonNode who = object.path(member);
    String type = JsonMembers.string(who, "type");
    return new SpeakerRef(
        JsonMembers.string(who, "name"),
        JsonMembers.string(who, "id"),
        Arrays.stream(SpeakerType.values())
            .filter(one -> one.label().equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no type: \"" + type + "\"")));
  }

  private static ArticleCondition condition(JsonNode object) {
    List<ArticleId> articles = new ArrayList<>();
    for (JsonNode article : object.path("articles")) {
      articles.add(new ArticleId(article.asString("")));
    }
    return new ArticleCondition(
        articles,
        JsonMembers.optional(object, "outlet"),
        day(JsonMembers.optional(object, "from")),
        day(JsonMembers.optional(object, "to")));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no day: \"" + text + "\"", e);
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time: \"" + text + "\"", e);
    }
  }
}
