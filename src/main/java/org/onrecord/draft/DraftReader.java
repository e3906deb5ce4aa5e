package org.onrecord.draft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.format.ConvertedText;
import org.onrecord.format.HtmlText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads drafts. Safe for use by several threads. */
public final class DraftReader {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(Draft.LONGEST)
                          .build())
                  .build())
          .build();

  private DraftReader() {}

  /**
   * Reads a draft.
   *
   * @param bytes UTF-8, at most {@link Draft#LONGEST}
   * @throws DraftFormatException if it is too long, broken, or has no text
   */
  public static Draft read(byte[] bytes, DraftFormat format) throws DraftFormatException {
    if (bytes.length > Draft.LONGEST) {
      throw new DraftFormatException(
          "the draft has more than " + Draft.LONGEST + " bytes; check it in parts");
    }
    String source = decoded(bytes);
    String text =
        switch (format) {
          case TEXT -> source;
          case HTML -> ofHtml(source);
          case JSON -> ofJson(source);
        };
    String tidy = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u0000', ' ');
    if (tidy.isBlank()) {
      throw new DraftFormatException("the draft has no text");
    }
    return new Draft(tidy);
  }

  private static String decoded(byte[] bytes) throws DraftFormatException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DraftFormatException("the draft is not in UTF-8");
    }
  }

  /** Members: text; of ninjs headline, body_html, body_text, or bodies and headlines. */
  private static String ofJson(String source) throws DraftFormatException {
    JsonNode json;
    try {
      json = JSON.readTree(source);
    } catch (JacksonException e) {
      throw new DraftFormatException(
          "broken JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
    if (!json.isObject()) {
      throw new DraftFormatException("a draft in JSON is an object such as {\"text\": \"…\"}");
    }
    if (json.path("text").isString()) {
      return json.path("text").stringValue();
    }
    List<String> parts = new ArrayList<>();
    add(parts, json.path("headline"), "text/plain");
    parts.addAll(values(json.path("headlines"), "main"));
    int heading = parts.size();
    if (json.path("body_text").isString()) {
      add(parts, json.path("body_text"), "text/plain");
    } else {
      add(parts, json.path("body_html"), "text/html");
      add(parts, json.path("body_xhtml"), "text/html");
    }
    if (parts.size() == heading) {
      parts.addAll(values(json.path("bodies"), "main"));
    }
    if (parts.size() == heading) {
      throw new DraftFormatException(
          "the object has neither a text nor a body_text, body_html or bodies, as ninjs has");
    }
    return String.join("\n\n", parts);
  }

  /** Of the values of ninjs 2 and 3 the main one, else the first. */
  private static List<String> values(JsonNode nodes, String role) {
    List<String> first = new ArrayList<>();
    for (JsonNode node : nodes) {
      List<String> value = new ArrayList<>();
      String type = node.path("contenttype").asString(node.path("contentType").asString(""));
      add(value, node.path("value"), type);
      if (!value.isEmpty() && node.path("role").asString("").equals(role)) {
        return value;
      }
      first = first.isEmpty() ? value : first;
    }
    return first;
  }

  private static void add(List<String> parts, JsonNode node, String type) {
    if (node.isString() && !node.stringValue().isBlank()) {
      String value = node.stringValue();
      boolean html = type.contains("html") || type.isEmpty() && value.contains("</");
      parts.add(html ? ofHtml(value) : value);
    }
  }

  /** The text, and below it what stands under pictures, where somebody may be quoted too. */
  private static String ofHtml(String html) {
    ConvertedText converted = HtmlText.of(html);
    List<String> parts = new ArrayList<>();
    parts.add(converted.text());
    parts.addAll(converted.captions());
    return String.join("\n\n", parts).strip();
  }
}
