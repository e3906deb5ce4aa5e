package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SampleArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A cluster has the words that Lucene has, in the same places. */
class WordsAsTextTest {
  private static final List<String> TEXTS =
      List.of(
          "The U.S.'s bridge, she said, \u201ccosts 1,200 pounds\u201d. Who pays?",
          "N.A.T.O. and NATO; U.S. U.K. a.m.",
          "Nothing but ... \u2014 ' \u2026 signs",
          "x".repeat(1_000) + " y",
          "caf\u00e9 \uD83D lone na\u00efve \u05e9\u05dc\u05d5\u05dd \u6771\u4eac",
          "O'Neill-Smith e-mail@elmsea.example www.elmsea.example",
          "a\u0000b \u0001 \u0002 c");

  @Test
  void thePlacesOfWordsAreThoseOfLucene() throws IOException {
    Epochs epochs = TestClusters.epochs();
    epochs.create(1, 0);
    boolean stacked = false;
    for (String text : TEXTS) {
      ArchivedArticle article =
          SampleArticle.article("a")
              .title(text)
              .paragraph(text)
              .said("", "Ada Bell", "")
              .archived();
      Document document =
          new DocumentFields(new DocumentCodec(), new FacetFields())
              .unstored(article, WrittenArticle.unkeyed(article))
              .get(1);
      for (String field : List.of(Fields.TEXT, Fields.EXACT)) {
        for (IndexableField one : document.getFields(field)) {
          List<String> ours = words(one);
          assertEquals(ours, theirs(epochs, field, WordsAsText.of(one).text()), text);
          stacked |= ours.stream().map(w -> w.split(" ")[0]).distinct().count() < ours.size();
        }
      }
    }
    assertTrue(stacked, "some words stand in one place");
  }

  private static List<String> words(IndexableField field) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = field.tokenStream(new KeywordAnalyzer(), null)) {
      TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int place = -1;
      while (stream.incrementToken()) {
        place += step.getPositionIncrement();
        words.add(place + " " + term.getBytesRef().utf8ToString());
      }
    }
    return words;
  }

  private static List<String> theirs(Epochs epochs, String field, String text) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("field", field).put("text", text);
    List<String> words = new ArrayList<>();
    for (JsonNode token :
        epochs
            .cluster()
            .send("POST", "/" + epochs.documents() + "/_analyze", body)
            .path("tokens")) {
      words.add(token.path("position").asInt() + " " + token.path("token").asString());
    }
    return words;
  }
}
