package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.quotation.training.AnnotatedArticle;

/** The annotated article in {@code src/docs/quotation-model.md} is one. */
class ModelDocumentTest {
  @TempDir private Path folder;

  @Test
  void annotatedArticleIsReadAsShown() throws IOException {
    String example =
        Files.readAllLines(Path.of("src/docs/quotation-model.md")).stream()
            .dropWhile(line -> !line.equals("## Training your own"))
            .dropWhile(line -> !line.startsWith("    {"))
            .takeWhile(line -> line.startsWith("    "))
            .collect(Collectors.joining(" "));
    Path file = Files.writeString(folder.resolve("annotated.jsonl"), example);
    List<AnnotatedArticle> articles = GoldReader.read(file);
    String body = articles.getFirst().article().body();
    assertEquals(
        List.of("We build Ruth Alder", "that it will cost little She"),
        articles.getFirst().quotations().stream()
            .map(q -> q.content().in(body) + " " + Objects.requireNonNull(q.source()).in(body))
            .toList());
  }
}
