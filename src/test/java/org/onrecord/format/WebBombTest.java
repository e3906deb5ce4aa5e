package org.onrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Input that is made to take all time or memory is read or refused soon. */
class WebBombTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static List<ReadResult> read(ArticleFormat format, InputStream bytes) {
    return assertTimeoutPreemptively(
        SOON,
        () -> {
          List<ReadResult> results = new ArrayList<>();
          format.reader().read(new ArticleInput("in", Optional.of("in"), bytes), results::add);
          return results;
        });
  }

  private static List<ReadResult> read(ArticleFormat format, String text) {
    return read(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String reason(ReadResult result) {
    return result instanceof ReadResult.Rejected rejected ? rejected.reason() : result.toString();
  }

  @Test
  void nestedElementsOfAPage() {
    for (String tag : List.of("div", "table><tr><td", "span", "article", "ul><li", "q")) {
      String page = "<html><body>" + ("<" + tag + " class='a-b'>").repeat(10_000) + "One.";
      assertEquals(1, read(ArticleFormat.HTML, page).size(), tag);
    }
  }

  @Test
  void manyBrokenScriptsAndTags() {
    String script = "<script type='application/ld+json'>{\"@graph\":[" + "[".repeat(5_000);
    assertFalse(read(ArticleFormat.HTML, "<html>" + (script + "</script>").repeat(50)).isEmpty());
    assertFalse(read(ArticleFormat.HTML, "<html><p " + "a='<p ".repeat(50_000)).isEmpty());
    assertFalse(HtmlText.isHtml("<a b=".repeat(100_000)));
  }

  @Test
  void elementsOfAFeedAreNestedNoDeeperThanAHundred() {
    String feed = "<rss><channel><item>" + "<b>".repeat(200);
    assertEquals(
        "elements lie more than 100 deep in one another",
        reason(read(ArticleFormat.FEED, feed).getLast()));
  }

  @Test
  void entitiesOfXmlAreNotExpanded() {
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + "<rss><channel><item><title>x</title><description>&b;</description></item>"
            + "</channel></rss>";
    String reason = reason(read(ArticleFormat.FEED, bomb).getFirst());
    assertTrue(reason.contains("&b; is not known"), reason);
  }

  @Test
  void marksOfWikitextThatAreNotClosed() {
    for (String mark :
        List.of(
            "{{a|", "[[b|", "{{{", "<ref>", "<!-- ", "{|\n", "'''", "<gallery ", "[http://a ")) {
      String text = mark.repeat(60_000).replace("<", "&lt;");
      String page =
          "<mediawiki><page><title>A</title><ns>0</ns><revision><timestamp>2024-11-07T18:00:00Z"
              + "</timestamp><text>"
              + text
              + "</text></revision></page></mediawiki>";
      assertFalse(read(ArticleFormat.MEDIAWIKI, page).isEmpty(), mark);
    }
  }

  @Test
  void codesOfWordPressThatAreNotClosed() {
    for (String code : List.of("[caption id=1]", "[embed]", "[gallery a=", "<a <img ", "&amp;")) {
      ArticleParts parts =
          new ArticleParts(
              new ArticleInput("in", Optional.empty(), InputStream.nullInputStream()),
              new org.onrecord.article.Provenance("in", 0, 0, "feed"));
      assertTimeoutPreemptively(
          SOON, () -> WordPressItem.content(code.repeat(10_000), parts), code);
    }
  }

  /** A beginning, and then the same letter for ever. */
  private static InputStream endless(String beginning) {
    return new InputStream() {
      private final byte[] start = beginning.getBytes(StandardCharsets.UTF_8);
      private int at;

      @Override
      public int read() {
        return at < start.length ? start[at++] : 'a';
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        for (int i = 0; i < length; i++) {
          target[offset + i] = (byte) read();
        }
        return length;
      }
    };
  }

  @Test
  void tokenOfXmlWithoutAnEndIsRefused() {
    for (String start :
        List.of(
            "<nitf a=\"", "<nitf><!-- ", "<nitf><body><![CDATA[", "<nitf><?x ", "<nitf><p b='")) {
      String reason = reason(read(ArticleFormat.NITF, endless(start)).getLast());
      assertTrue(reason.contains("longer than 16 million characters"), start + ": " + reason);
    }
    String text =
        reason(read(ArticleFormat.FEED, endless("<rss><channel><item><description>")).getLast());
    assertTrue(text.contains("longer than 64 million characters"), text);
    String name = reason(read(ArticleFormat.NITF, endless("<nitf><")).getLast());
    assertEquals("broken XML: a name has more than 1,000 characters", name);
  }

  @Test
  void rowWithoutAnEndIsRefused() {
    InputStream endless = endless("id,date,body\n1,2024-11-07,\"");
    String reason = reason(read(ArticleFormat.CSV, endless).getLast());
    assertTrue(reason.contains("longer than 64 million characters"), reason);
  }

  @Test
  void pageWithoutAnEndIsRefused() {
    String reason = reason(read(ArticleFormat.HTML, "<html><p>" + "a ".repeat(9 << 20)).getFirst());
    assertEquals("the page is longer than 16 million characters", reason);
  }

  @Test
  void aliasesOfYamlAreBounded() {
    StringBuilder front = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      String list = ("*a" + (i - 1) + ", ").repeat(9);
      front.append("a" + i + ": &a" + i + " [" + list.substring(0, list.length() - 2) + "]\n");
    }
    String reason = reason(read(ArticleFormat.MARKDOWN, front + "---\n\nText.\n").getFirst());
    assertTrue(reason.startsWith("broken front matter"), reason);
  }

  @Test
  void markdownIsNestedNoDeeperThanSense() {
    for (String mark : List.of("> ", "- ", "[", "*a ", "`", "![", "<b>")) {
      assertFalse(read(ArticleFormat.MARKDOWN, mark.repeat(20_000) + "x").isEmpty(), mark);
    }
  }

  @Test
  void recordThatClaimsToBeEndlessIsRefused() throws IOException {
    String record =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
            + "000000000001>\r\nWARC-Date: 2024-11-09T10:00:00Z\r\nWARC-Target-URI: "
            + "https://post.example/\r\nContent-Type: application/http\r\nContent-Length: "
            + "99999999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>One.";
    try {
      assertTrue(
          reason(read(ArticleFormat.WARC, record).getFirst()).contains("record 1 is broken"));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
