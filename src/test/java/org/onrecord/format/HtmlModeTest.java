package org.onrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;

class HtmlModeTest {
  private static final String LINE =
      "{\"id\":\"pier\",\"title\":\"The pier&#8217;s end\",\"body\":\"<p>&#8220;We pay,&#8221; Ruth"
          + " Alder said.</p><p>He left.</p>\"}";

  private static List<ReadResult> read(String line, HtmlMode mode) throws IOException {
    List<ReadResult> results = new ArrayList<>();
    ArticleFormat.JSONL
        .reader()
        .read(
            new ArticleInput(
                "in",
                Optional.empty(),
                new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                ReadOptions.DEFAULT.withHtml(mode)),
            results::add);
    return results;
  }

  private static Article article(ReadResult result) {
    return assertInstanceOf(ReadResult.Accepted.class, result).article();
  }

  @Test
  void autoConvertsAndWarns() throws IOException {
    List<ReadResult> results = read(LINE, HtmlMode.AUTO);
    assertEquals(
        "in, line 1: its body is HTML and was converted to text; --html=keep takes it as it is",
        assertInstanceOf(ReadResult.Warned.class, results.getFirst()).sentence());
    Article article = article(results.getLast());
    assertEquals("“We pay,” Ruth Alder said.\n\nHe left.", article.body());
    assertEquals("The pier’s end", article.title());
  }

  @Test
  void keepTakesItAsItIs() throws IOException {
    Article article = article(read(LINE, HtmlMode.KEEP).getFirst());
    assertEquals("The pier&#8217;s end", article.title());
    assertEquals("<p>&#8220;We pay", article.body().substring(0, 16));
  }

  @Test
  void refuseRefuses() throws IOException {
    assertEquals(
        "in, line 1: its body is HTML, not plain text",
        assertInstanceOf(ReadResult.Rejected.class, read(LINE, HtmlMode.REFUSE).getFirst())
            .sentence());
  }

  @Test
  void plainTextIsTakenAsItIsInEveryMode() throws IOException {
    for (HtmlMode mode : HtmlMode.values()) {
      List<ReadResult> results = read("{\"id\":\"a\",\"body\":\" a < b,\\n said  she \"}", mode);
      assertEquals(1, results.size());
      assertEquals(" a < b,\n said  she ", article(results.getFirst()).body());
    }
  }
}
