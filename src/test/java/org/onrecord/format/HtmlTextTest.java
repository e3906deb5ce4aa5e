package org.onrecord.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  private static String text(String html) {
    return HtmlText.of(html).text();
  }

  @Test
  void blocksAreParagraphsAndBreaksEndLines() {
    assertEquals(
        "“We pay,” Ruth Alder said.\n\nTom Birch denied it.\nHe left.",
        text(
            "<p>&#8220;We pay,&#8221; Ruth Alder said.</p>"
                + "<p>Tom Birch <b>denied</b> it.<br>He left.</p>"));
    assertEquals("One.\n\nTwo.\n\nThree.", text("<div>One.<div>Two.</div>Three.</div>"));
    assertEquals("One.\n\nTwo.", text("<p>One.<p>Two."));
    assertEquals("A\n\nB\n\nC", text("<ul><li>A</li><li>B</li></ul><blockquote>C</blockquote>"));
  }

  @Test
  void twoBreaksPartParagraphs() {
    assertEquals("One.\n\nTwo.", text("<div>One.<br><br/>\n Two.</div>"));
    assertEquals("One.\n\nTwo.", text("One.<br>&nbsp;<br>Two."));
  }

  @Test
  void commentsOfWordPressAreGone() {
    assertEquals(
        "One.\n\nHarbour\n\nTwo.",
        text(
            "<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n"
                + "<!-- wp:heading {\"level\":3} -->\n<h3>Harbour</h3>\n<!-- /wp:heading -->\n\n"
                + "<!-- wp:paragraph -->\n<p>Two.</p>\n<!-- /wp:paragraph -->"));
  }

  @Test
  void linesCountWhereNothingElsePartsThem() {
    assertEquals(
        "“We pay,” she <said>.\nHe left.\n\nShe stayed.",
        text("&#8220;We pay,&#8221; she &lt;said&gt;.\nHe <i>left</i>.\n\n\nShe stayed."));
    assertEquals("One.\nSame.\n\nTwo.\n\nC", text("One.\nSame.\n\nTwo.<h2>C</h2>"));
    assertEquals("One. Same.\n\nTwo.", text("One.\nSame.<br><br>Two."));
    assertEquals("One. Two.", text("<p>One.\n\nTwo.</p>"));
  }

  @Test
  void referencesStandForTheirCharactersOnce() {
    assertEquals("AT&T &#8217; &amp;", text("<p>AT&amp;T &amp;#8217; &amp;amp;</p>"));
  }

  @Test
  void captionsAndTablesAreToldApart() {
    ConvertedText converted =
        HtmlText.of(
            "<p>One.</p><figure><img src=x><figcaption>The <b>pier</b></figcaption></figure>"
                + "<table><tr><th>Ward</th><th>Votes</th></tr><tr><td>North</td><td>12</td></tr>"
                + "</table><p>Two.</p>");
    assertEquals("One.\n\nWard\tVotes\nNorth\t12\n\nTwo.", converted.text());
    assertEquals(List.of("The pier"), converted.captions());
  }

  @Test
  void tableThatLaysOutAPageIsRead() {
    assertEquals(
        "Menu\n\nOne.\n\nTwo.",
        text("<table><tr><td>Menu</td><td><p>One.</p><p>Two.</p></td></tr></table>"));
  }

  @Test
  void whatIsNoTextIsLeftOut() {
    ConvertedText converted =
        HtmlText.of(
            "<p>One.</p><script>alert('x')</script><style>p{}</style><iframe>f</iframe>"
                + "<p hidden>no</p><p style='color:red; DISPLAY :none'>no</p><p>Two"
                + "<sup><a href='#fn'>1</a></sup> <del>three </del>four.</p>"
                + "<blockquote class='twitter-tweet'><p>Post</p></blockquote>");
    assertEquals("One.\n\nTwo four.", converted.text());
    assertEquals(
        List.of("words that are struck out were left out", "an embedded post was left out"),
        converted.warnings());
  }

  @Test
  void pulledQuoteIsLeftOutWhereItRepeats() {
    String pulled = "<figure class='wp-block-pullquote'><p>We pay</p></figure>";
    assertEquals("“We pay,” she said.", text("<p>“We pay,” she said.</p>" + pulled));
    assertEquals("She spoke.\n\nWe pay", text("<p>She spoke.</p>" + pulled));
  }

  @Test
  void quotesKeepTheirMarks() {
    assertEquals(
        "She said: “We ‘pay’ now.” “Yes.”",
        text("<p>She said: <q>We <q>pay</q> now.</q> <q>“Yes.”</q></p>"));
  }

  @Test
  void softHyphensStay() {
    assertEquals("Har\u00ADbour\u200Bmaster", text("<p>Har&shy;bour&#8203;master</p>"));
    assertEquals("One.", text("<p>&#8203;</p><p>&nbsp;</p><p>One.</p>"));
  }

  @Test
  void nestingDoesNotOverflow() {
    for (String tag : List.of("div", "table><tr><td", "b", "blockquote", "ul><li")) {
      String html = ("<" + tag + ">").repeat(30_000) + "One.";
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> assertTrue(text(html).contains("One."), tag));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>One.</p>",
        "<p>One.",
        "One.<br>Two.",
        "One.<p>Two.<p>Three.",
        "One <a href=\"https://elmsea.example\">link</a>",
        "<!-- wp:paragraph -->x",
        "&#8220;We pay,&#8221; she said.",
        "She said &ldquo;no&rdquo;",
        "<img src='x'> One",
        "He <em class=x>said</em>",
        "AT&amp;T"
      })
  void htmlIsKnown(String text) {
    assertTrue(HtmlText.isHtml(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One.",
        "Ruth Alder <ruth@elmsea.example> wrote.",
        "a < b and c > d",
        "See <https://elmsea.example/a>.",
        "The <p> tag is old.",
        "He typed <b>, then nothing.",
        "AT&T; Tom & Sons; &c.",
        "<unclear> she said <laughs>",
        "1 <2> 3",
        ""
      })
  void plainTextIsNone(String text) {
    assertFalse(HtmlText.isHtml(text));
  }

  @Test
  void lineHasNoMarkUp() {
    assertEquals("Tom’s ferry & pier", HtmlText.line(" <i>Tom&#8217;s</i> ferry &amp; pier "));
    assertEquals("Plain", HtmlText.line("Plain "));
  }
}
