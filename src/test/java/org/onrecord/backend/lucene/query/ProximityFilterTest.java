package org.onrecord.backend.lucene.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SentenceStarts;

/**
 * The filter finds places in just the documents in which {@link ProximityMatcher} tells of some.
 */
class ProximityFilterTest {
  private static final String FIELD = "words";
  private static final List<String> WORDS = List.of("a", "b", "c", "d", "e");
  private static final int DOCUMENTS = 60;

  private final Random random = new Random(7);

  @Test
  void agreesWithThePlacesThatAreTold() throws IOException {
    try (ByteBuffersDirectory folder = new ByteBuffersDirectory()) {
      write(folder);
      try (DirectoryReader index = DirectoryReader.open(folder)) {
        assertEquals(1, index.leaves().size());
        LeafReader leaf = index.leaves().getFirst().reader();
        int found = 0;
        int asked = 0;
        for (int run = 0; run < 400; run++) {
          ProximityPattern places = places(2);
          ProximityFilter filter = new ProximityFilter(leaf);
          ProximityMatcher reader = new ProximityMatcher(leaf);
          for (int document = random.nextInt(3);
              document < leaf.maxDoc();
              document += 1 + random.nextInt(3)) {
            boolean told = !reader.in(document, places).isEmpty();
            int at = document;
            assertEquals(told, filter.matches(document, places), () -> places + " in " + at);
            found += told ? 1 : 0;
            asked++;
          }
        }
        assertTrue(found > asked / 10 && found < asked * 9 / 10, found + " of " + asked);
      }
    }
  }

  private void write(ByteBuffersDirectory folder) throws IOException {
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    try (IndexWriter writer =
        new IndexWriter(folder, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int i = 0; i < DOCUMENTS; i++) {
        String text =
            IntStream.range(0, 1 + random.nextInt(25))
                .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
        // A sentence begins where this says "s", and goes on where it says "-".
        String sentences =
            text.replaceAll("^[a-e]", SentenceStarts.TERM)
                .replaceAll("(?<= )[ab](?= |$)", SentenceStarts.TERM)
                .replaceAll("(?<= )[c-e](?= |$)", "-");
        Document document = new Document();
        document.add(new Field(FIELD, text, type));
        document.add(new Field(Fields.SENTENCE, sentences, type));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private ProximityPattern places(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 1 -> new ProximityPattern.Either(List.of(places(depth - 1), places(depth - 1)));
      case 2 -> new ProximityPattern.Close(places(depth - 1), places(depth - 1), random.nextInt(6));
      case 3 -> new ProximityPattern.OneSentence(places(depth - 1), places(depth - 1));
      default ->
          new ProximityPattern.Words(
              FIELD,
              IntStream.rangeClosed(0, random.nextInt(2))
                  .mapToObj(_ -> random.ints(1 + random.nextInt(2), 0, 5).distinct())
                  .map(terms -> terms.mapToObj(WORDS::get).toList())
                  .toList());
    };
  }
}
