package org.onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Rejected;

class JsonLinesReaderTest {
  private static final String GOOD = "{\"id\":\"a%d\",\"date\":\"2024-11-07\",\"body\":\"One.\"}";

  private final List<ReadResult> results = new ArrayList<>();

  @Test
  void lineBeyondTheLimitIsRefusedAndTheNextIsRead() throws IOException {
    String longLine = GOOD.formatted(1).replace("One.", "x".repeat(200_000));
    read(longLine + "\n" + GOOD.formatted(2) + "\n", new JsonLinesReader(1000));
    Rejected refused = (Rejected) results.get(0);
    assertEquals(
        "in, line 1: the line has 200041 bytes; 1000 are the most that are read",
        refused.sentence());
    assertEquals("a2", id(1));
    assertEquals(longLine.length() + 1, results.get(1).provenance().offset());
  }

  @Test
  void lineAtTheLimitIsRead() throws IOException {
    String line = GOOD.formatted(1);
    read(line + "\n" + line, new JsonLinesReader(line.length()));
    assertEquals(2, results.size());
    assertEquals("a1", id(1));
  }

  @Test
  void linesMayBeLongerThanTheBuffer() throws IOException {
    String line = GOOD.formatted(1).replace("One.", "é".repeat(300_000));
    read(line + "\r\n" + line + "\r\n" + GOOD.formatted(2), new JsonLinesReader());
    assertEquals(300_000, ((Accepted) results.get(1)).article().body().length());
    assertEquals("a2", id(2));
    assertEquals(2L * (line.getBytes(UTF_8).length + 2), results.get(2).provenance().offset());
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    read("{\"id\":" + "[".repeat(100_000) + "\n" + GOOD.formatted(2), new JsonLinesReader());
    assertEquals(Rejected.class, results.get(0).getClass());
    assertEquals("a2", id(1));
  }

  @Test
  void whatIsBrokenBehindANameThatStandsTwiceWithinIsRefused() throws IOException {
    read("{\"more\":{\"a\":1,\"a\":2},\"id\":e}\n" + GOOD.formatted(2), new JsonLinesReader());
    assertEquals(Rejected.class, results.get(0).getClass());
    assertEquals("a2", id(1));
  }

  @Test
  void secondObjectOnALineIsRefused() throws IOException {
    read(GOOD.formatted(1) + " " + GOOD.formatted(2), new JsonLinesReader());
    assertEquals(
        "in, line 1: more than one JSON object on the line, from column 47",
        ((Rejected) results.getFirst()).sentence());
  }

  @Test
  void streamThatBreaksIsAFault() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException();
          }
        };
    InputStream bytes =
        new SequenceInputStream(
            new ByteArrayInputStream((GOOD.formatted(1) + "\n").getBytes(UTF_8)), broken);
    assertThrows(
        EOFException.class,
        () ->
            new JsonLinesReader()
                .read(new ArticleInput("in", Optional.empty(), bytes), results::add));
    assertEquals("a1", id(0));
  }

  private void read(String text, ArticleReader reader) throws IOException {
    InputStream bytes = new ByteArrayInputStream(text.getBytes(UTF_8));
    reader.read(new ArticleInput("in", Optional.empty(), bytes), results::add);
  }

  private String id(int index) {
    return ((Accepted) results.get(index)).article().id().value();
  }
}
