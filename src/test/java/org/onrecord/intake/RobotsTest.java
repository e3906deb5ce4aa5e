package org.onrecord.intake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The examples are of RFC 9309's kinds. */
class RobotsTest {
  private static Robots of(String text) {
    return Robots.of(text, FeedClient.AGENT);
  }

  @Test
  void groupThatNamesUsCounts() {
    Robots robots =
        of(
            """
            User-agent: *
            Disallow: /

            User-agent: other
            User-agent: OnRecord
            Disallow: /private # not for us
            Allow: /private/feed
            """);
    assertTrue(robots.allows("/rss"));
    assertFalse(robots.allows("/private/x"));
    assertTrue(robots.allows("/private/feed.xml"));
  }

  @Test
  void groupForAllCountsWhereNoneNamesUs() {
    Robots robots = of("user-agent: other\ndisallow: /a\nuser-agent: *\ndisallow: /b\n");
    assertTrue(robots.allows("/a"));
    assertFalse(robots.allows("/b"));
  }

  @Test
  void starsAndEnds() {
    Robots robots = of("User-agent: *\nDisallow: /*.xml$\nDisallow: /a*b*c\nDisallow: /x$\n");
    assertFalse(robots.allows("/feed.xml"));
    assertTrue(robots.allows("/feed.xml?x=1"));
    assertFalse(robots.allows("/a-b-c-d"));
    assertTrue(robots.allows("/a-c-b"));
    assertFalse(robots.allows("/x"));
    assertTrue(robots.allows("/xy"));
  }

  @Test
  void nothingForbidsNothing() {
    assertTrue(of("").allows("/"));
    assertTrue(of("User-agent: *\nDisallow:\n").allows("/"));
    assertTrue(of("<html>Not found</html>").allows("/"));
  }
}
