package org.onrecord.cli.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.article.Excerpt;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article's quotations as one line of JSON: offsets in code points into the body, end exclusive;
 * {@code segments} only where the content stands in several pieces; {@code speaker} null where
 * nobody is named, {@code speakers} everybody who is. Quotations in the headline, which is no part
 * of the body, are left out.
 */
final class ExtractedLine {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final CodePoints body;
  private final Map<Integer, Integer> offsets = new HashMap<>();

  private ExtractedLine(ArchivedArticle article) {
    this.body = new CodePoints(article.received().body());
    for (ParagraphDocument paragraph : article.paragraphs()) {
      if (paragraph.ordinal() > 0) {
        offsets.put(paragraph.ordinal(), paragraph.offset());
      }
    }
  }

  static String of(ArchivedArticle article) {
    ExtractedLine line = new ExtractedLine(article);
    ObjectNode node = JSON.createObjectNode();
    node.put("id", article.id().value());
    ArrayNode quotes = node.putArray("quotes");
    for (QuoteDocument quote : article.quotations()) {
      if (quote.quotation().paragraph() > 0) {
        quotes.add(line.quote(quote.quotation()));
      }
    }
    return JSON.writeValueAsString(node);
  }

  private ObjectNode quote(ArchivedQuotation quotation) {
    int paragraph = quotation.paragraph();
    List<TextSpan> segments = quotation.segments().stream().map(s -> inBody(paragraph, s)).toList();
    ObjectNode node = JSON.createObjectNode();
    node.put("start", segments.getFirst().start());
    node.put("end", segments.getLast().end());
    if (segments.size() > 1) {
      ArrayNode array = node.putArray("segments");
      segments.forEach(s -> array.addArray().add(s.start()).add(s.end()));
    }
    node.put("text", quotation.content());
    node.put("kind", quotation.kind().label());
    node.put("type", quotation.kind().label());
    node.put("cue", text(quotation.cue()));
    node.put("polarity", quotation.polarity().label());
    node.put("speaker", named(quotation.speaker()));
    ArrayNode speakers = node.putArray("speakers");
    quotation.speakers().forEach(speaker -> speakers.add(speaker.name()));
    source(node, quotation.source());
    node.put("speaks_for", named(quotation.speaksFor()));
    node.put("anonymity", text(quotation.anonymity()));
    node.put("party", name(quotation.party()));
    node.put("former_party", name(quotation.formerParty()));
    node.put("confidence", quotation.confidence());
    node.put("speaker_confidence", quotation.speakerConfidence());
    node.put("rule", quotation.rule());
    return node;
  }

  private void source(ObjectNode node, @Nullable Excerpt source) {
    node.put("speaker_mention", text(source));
    if (source == null || source.paragraph() == 0) {
      node.putNull("speaker_span");
    } else {
      TextSpan span = inBody(source.paragraph(), source.span());
      node.putArray("speaker_span").add(span.start()).add(span.end());
    }
  }

  private TextSpan inBody(int paragraph, TextSpan span) {
    Integer offset = offsets.get(paragraph);
    if (offset == null) {
      throw new IllegalStateException(
          "a quotation stands in paragraph " + paragraph + ", which is not there");
    }
    return body.of(span.shift(offset));
  }

  private static @Nullable String text(@Nullable Excerpt excerpt) {
    return excerpt == null ? null : excerpt.text();
  }

  private static @Nullable String named(@Nullable SpeakerRef speaker) {
    return speaker == null || speaker.type() == SpeakerType.UNNAMED ? null : speaker.name();
  }

  private static @Nullable String name(@Nullable PartyRef party) {
    return party == null ? null : party.name();
  }
}
