package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Article;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.Quotation;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.quotation.QuotationModel;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

class ModelAdaptationTest {
  private static final String WITH_MARKS =
      "The council met.\n\n“The lighthouse is not for sale. The keeper may stay.” (Ada Holt)";
  private static final String WITHOUT = WITH_MARKS.replaceAll("[“”]", "");

  private static ModelAdaptation adaptation;

  @TempDir private Path folder;

  @BeforeAll
  static void adapt() throws IOException {
    adaptation = new ModelAdaptation(shipped(), articles());
  }

  private static List<Article> articles() {
    return new MarkedArchive(3).articles(200);
  }

  private static TrainedModel shipped() throws IOException {
    return TrainedModel.in(Optional.empty());
  }

  @Test
  void habitOfThePaperIsLearntWithoutAnnotation() {
    AdaptationReport report = adaptation.report();
    assertEquals(AdaptationReport.Helpfulness.BETTER, report.verdict(), report.toString());
    assertTrue(report.after().rough() > report.before().rough() + .2, report.toString());
    assertEquals(180, report.articles());
    assertEquals(20, report.heldBack());
  }

  @Test
  void whatHasItsMarksIsReadAsBefore() {
    List<String> before = contents(ModelFile.shipped(), WITH_MARKS);
    assertEquals(1, before.size());
    assertEquals(before, contents(adaptation.model().model, WITH_MARKS));
  }

  @Test
  void sameArticlesGiveTheSameBytes() throws IOException {
    Path one = folder.resolve("one.model");
    Path other = folder.resolve("other.model");
    adaptation.model().write(one);
    new ModelAdaptation(shipped(), articles()).model().write(other);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
    assertEquals(List.of("one.model", "other.model"), names());
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void modelIsTheSameWhenReadAgain() throws IOException {
    Path file = folder.resolve("adapted.model");
    adaptation.model().write(file);
    byte[] written = Files.readAllBytes(file);
    TrainedModel.in(Optional.of(file)).write(file);
    assertArrayEquals(written, Files.readAllBytes(file));
    assertEquals(
        contents(adaptation.model().model, WITHOUT), contents(ModelFile.read(file), WITHOUT));
  }

  @Test
  void fewArticlesAreTooFew() throws IOException {
    TrainedModel shipped = shipped();
    List<Article> few = articles().subList(0, 19);
    assertThrows(IllegalArgumentException.class, () -> new ModelAdaptation(shipped, few));
  }

  @Test
  void sampleTakesWhatHasMarkedSpeechOnce() {
    ArchiveSample sample = new ArchiveSample(10, 1);
    Article marked = articles().getFirst();
    sample.add(marked);
    sample.add(MarkedArchive.article("again", marked.body()));
    sample.add(MarkedArchive.article("lost", WITHOUT));
    sample.add(MarkedArchive.article("titles", "He read “The Sea” and “The Wall” on the pier."));
    assertEquals(List.of(marked), sample.articles());
    assertEquals(4, sample.read());
    assertEquals(1, sample.marked());
  }

  @Test
  void sampleIsDrawnFromAllOfTheArchive() {
    List<Article> archive = articles();
    List<Article> drawn = drawn(archive, 20, 1);
    assertEquals(20, drawn.size());
    assertEquals(drawn, drawn(archive, 20, 1));
    assertTrue(!drawn.equals(drawn(archive, 20, 2)));
    assertTrue(drawn.stream().anyMatch(archive.subList(150, 200)::contains));
    assertTrue(drawn.stream().anyMatch(archive.subList(0, 50)::contains));
    assertEquals(20, drawn.stream().distinct().count());
  }

  private static List<Article> drawn(List<Article> archive, int limit, long seed) {
    ArchiveSample sample = new ArchiveSample(limit, seed);
    archive.forEach(sample::add);
    assertEquals(archive.size(), sample.marked());
    return sample.articles();
  }

  private static List<String> contents(QuotationModel model, String body) {
    SegmentedArticle article =
        new Segmenter().segment(MarkedArchive.article("one", body).withTitle(null));
    List<String> contents = new ArrayList<>();
    for (Quotation quotation : new QuotationExtractor(model).extract(article)) {
      TextSpan span = quotation.span();
      contents.add(span.in(article.paragraph(quotation.paragraph()).text()));
    }
    return contents;
  }
}
