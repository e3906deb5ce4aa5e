package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onrecord.http.SampleArchive;
import org.onrecord.page.part.Citation.Form;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.SampleArticle;

class CitationTest {
  private static final String BASE = "http://archive.example";

  private static List<QuoteDocument> quotes() {
    return SampleArchive.articles().stream()
        .flatMap(article -> article.paragraphs().stream())
        .flatMap(p -> p.quotations().stream().map(q -> new QuoteDocument(p.article(), q, p.text())))
        .toList();
  }

  @Test
  void saysWhoWhenWhereAndHow() {
    QuoteDocument quote =
        quotes().stream()
            .filter(q -> q.quotation().id().equals("sample~p2~q2"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "Imran Khan (PTI), 7 Nov 2024, article sample, paragraph 2: "
            + quote.quotation().content()
            + " [verbatim, its quotation marks lost in the archive; not certain: “he” taken to be"
            + " Imran Khan] "
            + BASE
            + "/quotes/sample~p2~q2",
        Citation.of(quote, BASE).text());
  }

  @Test
  void addsNoQuotationMarksToTheArchivesWords() {
    for (QuoteDocument quote : quotes()) {
      Citation citation = Citation.of(quote, BASE);
      for (Form form : List.of(Form.TEXT, Form.MARKDOWN)) {
        String text = citation.as(form);
        String before =
            text.substring(0, text.indexOf(quote.quotation().content().substring(0, 3)));
        assertFalse(Stream.of("\"", "“", "«", "‘").anyMatch(before::endsWith), text);
      }
      assertFalse(citation.html().contains("<q>"), citation.html());
    }
  }

  private static QuoteDocument published() {
    var article =
        SampleArticle.article("pier")
            .title("Pier {closed} & sold_off 100%")
            .in("The Harbour Post", "city");
    ParagraphDocument paragraph =
        article
            .paragraph("Ruth Alder said the pier is closed.")
            .said("the pier is closed", "Ruth Alder", "Harbour Party")
            .archived()
            .paragraphs()
            .getLast();
    ArticleHeader header = paragraph.article();
    return new QuoteDocument(
        new ArticleHeader(
            header.id(),
            header.version(),
            header.title(),
            header.date(),
            header.outlet(),
            header.section(),
            "https://news.example/pier?a={b}",
            new ArticleLabels(List.of("Vera Line", "Tom\nTY  - BOOK"), List.of(), null)),
        paragraph.quotations().getFirst(),
        paragraph.text());
  }

  @Test
  void leadsToTheWordsOnThePublishersPage() {
    Citation citation = Citation.of(published(), BASE);
    String words = "https://news.example/pier?a={b}#:~:text=the%20pier%20is%20closed";
    assertTrue(citation.text().contains(words + " (archived: " + BASE), citation.text());
    assertTrue(citation.html().contains("<a href=\"" + words + "\">As published"), citation.html());
    assertTrue(citation.markdown().contains("[As published](<" + words + ">)"));
  }

  @Test
  void whatIsNotTheWebsIsNoLink() {
    QuoteDocument quote = published();
    ArticleHeader article = quote.article();
    ArticleHeader other =
        new ArticleHeader(
            article.id(), "1", "x", article.date(), null, null, "javascript:alert(1)", null);
    Citation citation =
        Citation.of(new QuoteDocument(other, quote.quotation(), quote.context()), BASE);
    for (Form form : Form.values()) {
      assertFalse(citation.as(form).contains("javascript"), citation.as(form));
    }
  }

  @Test
  void bibTexCitesTheArticleAndEscapesWhatTexReads() {
    assertEquals(
        """
        @misc{pier-p1-q1,
          author = {{Vera Line} and {Tom TY  - BOOK}},
          title = {{Pier \\{closed\\} \\& sold\\_off 100\\%}},
          howpublished = {The Harbour Post},
          year = {2024},
          month = nov,
          day = {7},
          url = {https://news.example/pier?a=%7Bb%7D#:~:text=the%20pier%20is%20closed},
          note = {Ruth Alder (Harbour Party), paragraph 1: the pier is closed [verbatim, its quotation marks lost in the archive; not certain: no cue in the sentence: carried on from what stands before]}
        }
        """
            .replace("TY  - BOOK", "TY - BOOK"),
        Citation.of(published(), BASE).as(Form.BIBTEX));
  }

  @Test
  void risHasALineAMemberAndNoneByStealth() {
    String ris = Citation.of(published(), BASE).as(Form.RIS);
    List<String> lines = ris.lines().toList();
    assertEquals("TY  - NEWS", lines.getFirst());
    assertEquals("ER  - ", lines.getLast());
    assertTrue(lines.contains("DA  - 2024/11/07"), ris);
    assertTrue(lines.contains("AU  - Tom TY - BOOK"), ris);
    assertEquals(1, lines.stream().filter(line -> line.startsWith("TY")).count());
  }

  @Test
  void markUpInTheArchivesWordsStaysText() {
    for (QuoteDocument quote : quotes()) {
      String html = Citation.of(quote, BASE).html();
      assertFalse(html.contains("<script>") || html.contains("<b>"), html);
      assertTrue(html.matches("(?s)<figure><blockquote cite=\"https?://[^\"<>]+\">.*"), html);
    }
  }
}
