package org.onrecord.attribution.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.Said;
import org.onrecord.attribution.names.NameModel;
import org.onrecord.attribution.names.NameModelFile;
import org.onrecord.attribution.training.AnnotatedNames.Entity;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/** Learning names, and keeping what was learnt. */
class NameLearnerTest {
  private static final List<String> TOWNS = List.of("Elmsea", "Gullmouth", "Sandwick", "Tarnby");

  @Test
  void kindIsLearntFromWhatStandsBefore() throws IOException {
    NameModel model = trained();
    Registry registry = Registry.empty();
    List<String> found = new ArrayList<>();
    SegmentedArticle article = Said.segmented("A boat came into Quayhaven and asked for Brimble.");
    for (NameReader.Name name : new NameReader(registry, model).found(article)) {
      String text = article.paragraph(name.paragraph()).text();
      found.add(name.span().in(text) + " " + name.kind());
    }
    assertEquals(List.of("Quayhaven PLACE", "Brimble PERSON"), found);
  }

  @Test
  void sameArticlesGiveSameBytesAndReadBack() throws IOException {
    byte[] once = bytes(trained());
    assertArrayEquals(once, bytes(trained()));
    assertArrayEquals(once, bytes(NameModelFile.read(new ByteArrayInputStream(once))));
  }

  @Test
  void damagedModelIsRefused() throws IOException {
    byte[] whole = bytes(trained());
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertThrows(
        IOException.class, () -> NameModelFile.read(new ByteArrayInputStream(cut)).toString());
    byte[] other = "no gzip at all".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThrows(
        IOException.class, () -> NameModelFile.read(new ByteArrayInputStream(other)).toString());
  }

  @Test
  void coreOfPhraseIsItsName() {
    assertEquals(List.of("Ruth Alder"), cores("the mayor, Mr. Ruth Alder of Elmsea", "Alder"));
    assertEquals(List.of("Elmsea"), cores("the town of Elmsea, where it rained", "Elmsea"));
  }

  private static List<String> cores(String text, String head) {
    Paragraph paragraph = Said.segmented(text).paragraphs().getFirst();
    int at = text.indexOf(head);
    Entity entity =
        new Entity(
            new TextSpan(0, text.length()),
            new TextSpan(at, at + head.length()),
            head.equals("Alder") ? NameKind.PERSON : NameKind.PLACE);
    return NameCores.of(Registry.empty(), paragraph, List.of(entity)).stream()
        .map(name -> paragraph.span(name.first(), name.end()).in(paragraph.text()))
        .toList();
  }

  /** Twenty articles in which one comes into towns and asks for people. */
  private static NameModel trained() {
    NameLearner learner = new NameLearner(Registry.empty());
    List<String> people = List.of("Alder", "Hale", "Quill", "Birch");
    for (int i = 0; i < 40; i++) {
      String town = TOWNS.get(i % 4);
      String person = people.get(i / 4 % 4);
      String text = "A boat came into " + town + " and asked for " + person + ".";
      learner.add(
          new AnnotatedNames(
              Said.segmented(text),
              List.of(entity(text, town, NameKind.PLACE), entity(text, person, NameKind.PERSON)),
              true));
    }
    return learner.train();
  }

  private static Entity entity(String text, String name, NameKind kind) {
    TextSpan span = new TextSpan(text.indexOf(name), text.indexOf(name) + name.length());
    return new Entity(span, span, kind);
  }

  private static byte[] bytes(NameModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NameModelFile.write(model, out);
    return out.toByteArray();
  }
}
