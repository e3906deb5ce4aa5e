package org.onrecord.correction;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A correction as a line of JSON with the members {@code at, by, quotation, decision, name, type,
 * note, article, paragraph, digest, content}; the last is a list of {@code {start, end, words}},
 * offsets in UTF-16. {@code decision} is {@code speaker, party, no-party, not-a-quotation} or
 * {@code withdraw}.
 */
final class CorrectionLine {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SPEAKER = "speaker";
  private static final String PARTY = "party";
  private static final String NO_PARTY = "no-party";
  private static final String NOT_A_QUOTATION = "not-a-quotation";
  private static final String WITHDRAW = "withdraw";

  private CorrectionLine() {}

  /** The line, without its end. */
  static String write(Correction correction) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", correction.at().toString());
    line.put("by", correction.by());
    line.put("quotation", correction.quotation());
    switch (correction.decision()) {
      case Decision.SpeakerIs(String name, SpeakerType type) ->
          line.put("decision", SPEAKER).put("name", name).put("type", type.label());
      case Decision.PartyIs(String name) -> line.put("decision", PARTY).put("name", name);
      case Decision.PartyIsNone _ -> line.put("decision", NO_PARTY);
      case Decision.NotAQuotation _ -> line.put("decision", NOT_A_QUOTATION);
      case Decision.Withdrawn _ -> line.put("decision", WITHDRAW);
    }
    if (correction.note() != null) {
      line.put("note", correction.note());
    }
    QuotationAnchor anchor = correction.anchor();
    line.put("article", correction.article().value());
    line.put("paragraph", anchor.paragraph());
    line.put("digest", anchor.digest());
    ArrayNode content = line.putArray("content");
    for (int i = 0; i < anchor.segments().size(); i++) {
      TextSpan segment = anchor.segments().get(i);
      content
          .addObject()
          .put("start", segment.start())
          .put("end", segment.end())
          .put("words", anchor.words().get(i));
    }
    return JSON.writeValueAsString(line);
  }

  /**
   * The correction that a line holds.
   *
   * @throws IllegalArgumentException if it holds none; the message says why
   */
  static Correction read(String line) {
    JsonNode object;
    try {
      object = JSON.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("broken JSON: " + e.getOriginalMessage(), e);
    }
    return new Correction(
        new ArticleId(string(object, "article")),
        string(object, "quotation"),
        anchor(object),
        decision(object),
        string(object, "by"),
        instant(string(object, "at")),
        optional(object, "note"));
  }

  private static QuotationAnchor anchor(JsonNode object) {
    List<TextSpan> segments = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (JsonNode segment : object.path("content")) {
      segments.add(new TextSpan(number(segment, "start"), number(segment, "end")));
      words.add(string(segment, "words"));
    }
    return new QuotationAnchor(
        number(object, "paragraph"), string(object, "digest"), segments, words);
  }

  private static Decision decision(JsonNode object) {
    String decision = string(object, "decision");
    return switch (decision) {
      case SPEAKER -> new Decision.SpeakerIs(string(object, "name"), type(object));
      case PARTY -> new Decision.PartyIs(string(object, "name"));
      case NO_PARTY -> new Decision.PartyIsNone();
      case NOT_A_QUOTATION -> new Decision.NotAQuotation();
      case WITHDRAW -> new Decision.Withdrawn();
      default -> throw new IllegalArgumentException("no decision: \"" + decision + "\"");
    };
  }

  private static SpeakerType type(JsonNode object) {
    String type = string(object, "type");
    return Arrays.stream(SpeakerType.values())
        .filter(one -> one.label().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no type of speaker: \"" + type + "\""));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time: \"" + text + "\"", e);
    }
  }

  private static String string(JsonNode object, String member) {
    String value = optional(object, member);
    if (value == null) {
      throw new IllegalArgumentException("\"" + member + "\" is missing");
    }
    return value;
  }

  private static @Nullable String optional(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new IllegalArgumentException("\"" + member + "\" must be a string");
    }
    return value.stringValue();
  }

  private static int number(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (!value.isInt()) {
      throw new IllegalArgumentException("\"" + member + "\" must be a whole number");
    }
    return value.intValue();
  }
}
