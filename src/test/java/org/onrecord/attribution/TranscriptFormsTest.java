package org.onrecord.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Thirty transcripts, interviews and speeches in ten forms: their turns, and whose they are. */
class TranscriptFormsTest {
  private static final double FLOOR = 0.95;

  private final QuotationExtractor extractor = new QuotationExtractor(ModelFile.shipped());
  private final Attributor attributor = new Attributor(CoastRegistry.of());

  @Test
  void turnsAreFoundAndGivenToTheirSpeakers() throws IOException {
    List<String> wrong = new ArrayList<>();
    int all = 0;
    int right = 0;
    int more = 0;
    for (JsonNode transcript : transcripts()) {
      List<String> found = found(transcript);
      more += found.size();
      for (JsonNode turn : transcript.get("turns")) {
        String speaker = turn.get(1).isNull() ? "nobody" : turn.get(1).asString();
        String line = speaker + ": " + turn.get(0).asString();
        boolean hit = found.remove(line);
        all++;
        right += hit ? 1 : 0;
        if (!hit) {
          wrong.add(transcript.get("form").asString() + ": " + line + " not in " + found);
        }
      }
    }
    assertEquals(240, all);
    assertTrue(right >= FLOOR * all, () -> String.join("\n", wrong));
    assertTrue(right >= FLOOR * more, "too many: " + more);
  }

  private List<String> found(JsonNode transcript) {
    JsonNode title = transcript.get("title");
    Article article =
        Article.of("a", null, transcript.get("body").asString())
            .withTitle(title.isNull() ? null : title.asString());
    SegmentedArticle segmented = new Segmenter().segment(article);
    List<String> found = new ArrayList<>();
    for (AttributedQuotation quotation :
        attributor.attribute(segmented, extractor.extract(segmented)).quotations()) {
      String text = segmented.paragraph(quotation.quotation().paragraph()).text();
      String content =
          quotation.quotation().segments().stream()
              .map(span -> span.in(text))
              .collect(Collectors.joining(" … "));
      String speaker = Said.speaker(quotation);
      found.add((speaker.startsWith("unnamed ") ? "nobody" : speaker) + ": " + content);
    }
    return found;
  }

  private static List<JsonNode> transcripts() throws IOException {
    JsonMapper json = new JsonMapper();
    List<JsonNode> read = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    TranscriptFormsTest.class.getResourceAsStream("/transcript/forms.jsonl")),
                UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read.add(json.readTree(line));
      }
    }
    return read;
  }
}
