package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onrecord.http.SampleArchive;
import org.onrecord.page.part.Citation.Form;
import org.onrecord.schema.QuoteDocument;

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
            + " [direct; marks lost; speaker likely, “he” taken to be Imran Khan] "
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

  @Test
  void markUpInTheArchivesWordsStaysText() {
    for (QuoteDocument quote : quotes()) {
      String html = Citation.of(quote, BASE).html();
      assertFalse(html.contains("<script>") || html.contains("<b>"), html);
      assertTrue(html.contains("<blockquote cite=\"" + BASE + "/quotes/"), html);
    }
  }
}
