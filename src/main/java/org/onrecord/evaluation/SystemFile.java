package org.onrecord.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A system's quotations, a JSON line an article: {@code id, quotes[]}, each quote with {@code
 * start, end} or {@code segments} (code points), {@code type, speaker, speaker_mention,
 * speaker_span, party}; as {@code onrecord extract} prints them.
 */
final class SystemFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private SystemFile() {}

  /**
   * The quotations by article; lines about other articles are left out.
   *
   * @throws IOException if a line is none; the message names file and line
   */
  static Map<String, List<SystemQuotation>> read(Path file, Collection<GoldArticle> articles)
      throws IOException {
    Map<String, String> bodies =
        articles.stream().collect(Collectors.toMap(GoldArticle::id, GoldArticle::body));
    Map<String, List<SystemQuotation>> found = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        try {
          JsonNode node = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
          String body = node.has("id") ? bodies.get(node.get("id").stringValue()) : null;
          if (body != null) {
            found.put(node.get("id").stringValue(), quotations(node.required("quotes"), body));
          }
        } catch (JacksonException | IllegalArgumentException e) {
          throw new IOException(
              file + ", line " + number + ": no quotations: " + e.getMessage(), e);
        }
      }
    }
    return found;
  }

  private static List<SystemQuotation> quotations(JsonNode quotes, String body) {
    List<SystemQuotation> quotations = new ArrayList<>();
    for (JsonNode quote : quotes.values()) {
      List<TextSpan> segments = new ArrayList<>();
      JsonNode several = quote.get("segments");
      if (several != null && several.size() > 0) {
        several.values().forEach(s -> segments.add(span(s.get(0), s.get(1), body)));
      } else {
        segments.add(span(quote.required("start"), quote.required("end"), body));
      }
      JsonNode source = quote.get("speaker_span");
      String kind = string(quote, "type");
      quotations.add(
          new SystemQuotation(
              segments,
              kind == null
                  ? QuotationKind.DIRECT
                  : QuotationKind.valueOf(kind.toUpperCase(Locale.ROOT)),
              string(quote, "speaker"),
              string(quote, "speaker_mention"),
              source == null || source.isNull() ? null : span(source.get(0), source.get(1), body),
              string(quote, "party"),
              evidence(quote)));
    }
    return quotations;
  }

  private static SystemQuotation.Evidence evidence(JsonNode quote) {
    double confidence = quote.has("confidence") ? quote.get("confidence").doubleValue() : 1;
    String rule = string(quote, "rule");
    String speakerRule = string(quote, "speaker_rule");
    return new SystemQuotation.Evidence(
        confidence,
        quote.has("speaker_confidence") ? quote.get("speaker_confidence").doubleValue() : 1,
        rule == null ? "" : rule,
        speakerRule == null ? "" : speakerRule);
  }

  /** What of the span lies in the body; empty where it ends before it begins. */
  private static TextSpan span(JsonNode start, JsonNode end, String body) {
    int length = body.codePointCount(0, body.length());
    int from = Math.clamp(start.intValue(), 0, length);
    int to = Math.clamp(end.intValue(), from, length);
    int first = body.offsetByCodePoints(0, from);
    return new TextSpan(first, body.offsetByCodePoints(first, to - from));
  }

  private static @Nullable String string(JsonNode node, String member) {
    JsonNode value = node.get(member);
    boolean empty = value == null || value.isNull() || value.stringValue().isEmpty();
    return empty ? null : value.stringValue();
  }

  /** One article's line. */
  static String line(GoldArticle article, List<SystemQuotation> quotations) {
    ObjectNode node = JSON.createObjectNode().put("id", article.id());
    ArrayNode quotes = node.putArray("quotes");
    CodePoints body = new CodePoints(article.body());
    for (SystemQuotation quotation : quotations) {
      ObjectNode quote = quotes.addObject();
      quote.put("start", body.of(quotation.segments().getFirst()).start());
      quote.put("end", body.of(quotation.segments().getLast()).end());
      ArrayNode segments = quote.putArray("segments");
      quotation.segments().forEach(s -> span(segments.addArray(), body.of(s)));
      quote.put("type", quotation.kind().label());
      quote.put("speaker", quotation.speaker());
      quote.put("speaker_mention", quotation.mention());
      if (quotation.source() != null) {
        span(quote.putArray("speaker_span"), body.of(quotation.source()));
      }
      quote.put("party", quotation.party());
      SystemQuotation.Evidence evidence = quotation.evidence();
      quote.put("confidence", evidence.words()).put("speaker_confidence", evidence.speaker());
      quote.put("rule", evidence.rule()).put("speaker_rule", evidence.speakerRule());
    }
    return JSON.writeValueAsString(node);
  }

  private static void span(ArrayNode array, TextSpan span) {
    array.add(span.start()).add(span.end());
  }
}
