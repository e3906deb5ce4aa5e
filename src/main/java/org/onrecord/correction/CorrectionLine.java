package org.onrecord.correction;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TextSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A correction as a line of JSON with the members {@code at, by, quotation}, those of {@link
 * DecisionJson}, {@code note, article, paragraph, digest, content}; the last is a list of {@code
 * {start, end, words}}, offsets in UTF-16.
 */
final class CorrectionLine {
  private static final JsonMapper JSON = JsonMapper.shared();

  private CorrectionLine() {}

  /** The line, without its end. */
  static String write(Correction correction) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", correction.at().toString());
    line.put("by", correction.by());
    line.put("quotation", correction.quotation());
    DecisionJson.write(line, correction.decision());
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
        new ArticleId(JsonMembers.string(object, "article")),
        JsonMembers.string(object, "quotation"),
        anchor(object),
        DecisionJson.read(object),
        JsonMembers.string(object, "by"),
        instant(JsonMembers.string(object, "at")),
        JsonMembers.optional(object, "note"));
  }

  private static QuotationAnchor anchor(JsonNode object) {
    List<TextSpan> segments = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (JsonNode segment : object.path("content")) {
      segments.add(
          new TextSpan(JsonMembers.number(segment, "start"), JsonMembers.number(segment, "end")));
      words.add(JsonMembers.string(segment, "words"));
    }
    return new QuotationAnchor(
        JsonMembers.number(object, "paragraph"),
        JsonMembers.string(object, "digest"),
        segments,
        words);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time: \"" + text + "\"", e);
    }
  }
}
