package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.quotation.ModelFile;
import org.onrecord.quotation.QuotationExtractor;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/** What the people and organisations that a feed names beside the text help to tell. */
class FeedNamesTest {
  private static final QuotationExtractor EXTRACTOR = new QuotationExtractor(ModelFile.shipped());
  private static final String QUAY = "“The quay is full,” Sedge said.";

  private static AttributedQuotation read(String body, List<?> people, List<?> organisations) {
    Article article =
        Article.builder("a", body)
            .member("people", people)
            .member("organisations", organisations)
            .build();
    SegmentedArticle segmented = new Segmenter().segment(article);
    return new Attributor(HarbourRegistry.of())
        .attribute(segmented, EXTRACTOR.extract(segmented))
        .quotations()
        .getLast();
  }

  private static String speaker(String body, Object... people) {
    return Said.speaker(read(body, List.of(people), List.of()));
  }

  private static Map<String, Object> named(String name) {
    return Map.of("name", name);
  }

  @Test
  void surnameHasTheWholeNameThatTheFeedGives() {
    assertEquals("Sedge", speaker(QUAY));
    for (String form :
        List.of(
            "Ruth Sedge",
            "Sedge, Ruth",
            "SEDGE Ruth",
            "Mayor Ruth Sedge",
            "Dr. Ruth Sedge",
            "Ruth Sedge (politician)",
            "Ruth Sedge, Mayor of Elmsea")) {
      assertEquals("Ruth Sedge", speaker(QUAY, named(form)), form);
    }
    assertEquals("Ruth Sedge", speaker(QUAY, "Ruth Sedge"), "a name by itself");
  }

  @Test
  void answerTellsThatTheNameIsTheFeeds() {
    AttributedQuotation quotation = read(QUAY, List.of(named("Ruth Sedge")), List.of());
    assertEquals("surname, whole name by the feed", quotation.attribution().rule());
  }

  @Test
  void nameIsNotGivenWhereItMayBeAnothers() {
    assertEquals("Sedge", speaker(QUAY, named("Ruth Sedge"), named("Tom Sedge")), "of two");
    assertEquals(
        "Tom Sedge",
        speaker("Tom Sedge came in May.\n\n" + QUAY, named("Ruth Sedge")),
        "the text names another");
    assertEquals(
        "Sedge", speaker("“The quay is full,” Mr. Sedge said.", named("Ruth Sedge")), "a man");
    assertEquals(
        "Tom Hale", speaker("Tom Hale waved. “It rains,” he said.", named("Ruth Sedge")), "unsaid");
  }

  @Test
  void whatTheFeedSaysOfAPersonIsKnown() {
    assertEquals(
        "Ruth Sedge",
        speaker(
            "“The quay is full,” Sedge said.\n\n“It rains,” the mayor said.",
            Map.of("name", "Ruth Sedge", "title", "Mayor of Elmsea")));
  }

  @Test
  void feedTellsPeopleFromOrganisations() {
    String said = "“The quay is full,” said Birch Hale.";
    assertEquals(
        "organisation Birch Hale",
        Said.speaker(read(said, List.of(), List.of(named("Birch Hale")))));
    assertEquals("Birch Hale", Said.speaker(read(said, List.of(named("Birch Hale")), List.of())));
  }

  @Test
  void whatIsNoNameIsPassedOver() {
    for (Object junk : List.of(7, "", "  ", "(x)", ",", ", ", "a,", Map.of("name", 3), Map.of())) {
      assertEquals("Sedge", speaker(QUAY, junk), junk.toString());
    }
  }
}
