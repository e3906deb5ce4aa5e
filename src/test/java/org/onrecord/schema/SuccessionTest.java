package org.onrecord.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.Publication;
import org.onrecord.schema.Succession.Verdict;

/** Which of two versions of an article holds, and what is kept of it. */
final class SuccessionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  private Optional<ArticleDocument> before = Optional.empty();
  private Instant now = NOW;

  private static ArticleDocument article(Object... members) {
    Map<String, Object> extra = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      extra.put((String) members[i], members[i + 1]);
    }
    Article received =
        new Article(
            new ArticleId("a"),
            "Secret",
            null,
            null,
            "Post",
            null,
            "R. Elm",
            "Secret words.",
            extra,
            new Provenance("a.jsonl", 0, 1, "jsonl"));
    return new ArticleDocument(
        new ArticleHeader(received.id(), "v", "Secret", null, "Post", null, null), received, 2, 0);
  }

  private Verdict comes(Object... members) {
    Succession succession = Succession.of(List.of(article(members)), before, now);
    if (!succession.documents().isEmpty()) {
      before = Optional.of((ArticleDocument) succession.documents().getFirst());
    }
    return succession.verdict();
  }

  @Test
  void olderVersionNeverWins() {
    assertEquals(Verdict.SHOWN, comes("version", 2));
    assertEquals(Verdict.OLDER, comes("version", 1));
    assertEquals(Verdict.OLDER, comes("version", 1, "pubStatus", "withheld"));
    assertEquals(Verdict.SHOWN, comes("version", 2));
    assertEquals(Verdict.SHOWN, comes("version", "10"));
    assertEquals(Verdict.OLDER, comes("version", "9"));
    assertEquals(Verdict.SHOWN, comes());
  }

  @Test
  void timesAreVersions() {
    assertEquals(Verdict.SHOWN, comes("versioncreated", "2026-11-23T12:00:00+01:00"));
    assertEquals(Verdict.OLDER, comes("versioncreated", "2026-11-23T10:59:59Z"));
    assertEquals(Verdict.SHOWN, comes("version", 3));
  }

  @Test
  void killStaysUntilNewerVersion() {
    comes("version", 1);
    assertEquals(Verdict.HELD, comes("version", 2, "pubStatus", "canceled"));
    assertEquals(Verdict.WITHDRAWN, comes());
    assertEquals(Verdict.WITHDRAWN, comes("version", 2));
    assertEquals(Verdict.WITHDRAWN, comes("version", "2026-11-23T12:00:00Z"));
    assertEquals(Verdict.OLDER, comes("version", 1));
    assertEquals(Verdict.SHOWN, comes("version", 3));
  }

  @Test
  void killWithoutVersionTakesOverThatOfWhatItKills() {
    comes("version", 5);
    assertEquals(Verdict.HELD, comes("pubStatus", "withheld"));
    assertEquals(Verdict.WITHDRAWN, comes("version", 5));
    assertEquals(Verdict.SHOWN, comes("version", 6));
  }

  @Test
  void killWithoutAnyVersionStays() {
    comes();
    assertEquals(Verdict.HELD, comes("pubStatus", "withheld"));
    assertEquals(Verdict.WITHDRAWN, comes("version", 100));
  }

  @Test
  void killedArticleKeepsNoWord() {
    comes("pubStatus", "canceled", "desk", "Secret desk", "version", 1);
    ArticleDocument kept = before.orElseThrow();
    assertEquals("", kept.received().body());
    assertNull(kept.received().title());
    assertNull(kept.article().title());
    assertEquals(Map.of("pubStatus", "canceled", "version", 1), kept.received().extra());
    assertEquals(Publication.Hold.CANCELED, kept.held());
  }

  @Test
  void embargoedArticleIsKeptWholeAndNotShown() {
    assertEquals(Verdict.HELD, comes("embargoed", LATER.toString()));
    assertEquals("Secret words.", before.orElseThrow().received().body());
    assertEquals(0, before.orElseThrow().paragraphs());
    now = LATER.minusMillis(1);
    assertEquals(Verdict.HELD, comes("embargoed", LATER.toString()));
    now = LATER;
    assertEquals(Verdict.SHOWN, comes("embargoed", LATER.toString()));
  }

  @Test
  void clockThatGoesBackHidesNothingAgain() {
    now = LATER;
    assertEquals(Verdict.SHOWN, comes("embargoed", LATER.toString()));
    now = NOW;
    assertEquals(Verdict.SHOWN, comes("embargoed", LATER.toString()));
    assertEquals(Verdict.HELD, comes("embargoed", LATER.plusSeconds(1).toString()));
  }

  @Test
  void whatIsNotUnderstoodIsNotTaken() {
    assertThrows(IllegalArgumentException.class, () -> comes("pubStatus", "witheld"));
    assertThrows(IllegalArgumentException.class, () -> comes("embargoed", "tomorrow"));
    assertThrows(IllegalArgumentException.class, () -> comes("embargoed", "2026-11-23T12:00:00"));
    assertEquals(Verdict.SHOWN, comes("version", "final", "embargoed", ""));
  }
}
