package org.onrecord.backend.lucene.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** By what addresses on the web are found. */
final class UrlTermsTest {
  private static boolean finds(String asked, String url) {
    return UrlTerms.of(url).contains(UrlTerms.asked(asked));
  }

  @Test
  void hostStandsForTheDomainsBelowIt() {
    assertEquals(
        List.of("page news.post.example/ferry", "host news.post.example", "host post.example"),
        UrlTerms.of("https://News.Post.example:443/ferry#top"));
    assertFalse(finds("example", "https://news.post.example/"), "no domain of anybody");
    assertTrue(finds("localhost", "http://localhost:80/a"));
  }

  @Test
  void pathsKeepTheirCaseAndTheirQuery() {
    assertFalse(finds("https://post.example/a", "https://post.example/A"));
    assertFalse(finds("https://post.example/a", "https://post.example/a?b"));
    assertTrue(finds("http://post.example/a?b", "https://post.example/a?b#c"));
  }

  @Test
  void longAddressesAreToldApart() {
    String long1 = "https://post.example/" + "a".repeat(3_000);
    assertTrue(finds(long1, long1));
    assertFalse(finds(long1 + "b", long1));
    assertTrue(UrlTerms.of(long1).getFirst().length() < 600);
  }

  @Test
  void whatIsNoAddressIsFoundAsItIs() {
    assertTrue(finds("archive/1987/b", "archive/1987/b"));
    assertFalse(finds("archive", "archive/1987/b"));
  }
}
