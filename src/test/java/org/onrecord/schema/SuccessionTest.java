package org.onrecord.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.Publication;
import org.onrecord.schema.Succession.Held;
import org.onrecord.schema.Succession.Older;
import org.onrecord.schema.Succession.Shown;
import org.onrecord.schema.Succession.Withdrawn;

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

  private Class<? extends Succession> comes(Object... members) {
    Succession succession = Succession.of(ArchivedArticle.of(article(members)), before, now);
    switch (succession) {
      case Shown(ArchivedArticle shown) -> before = Optional.of(shown.document());
      case Held(ArchivedArticle held) -> before = Optional.of(held.document());
      case Older _, Withdrawn _ -> {}
    }
    return succession.getClass();
  }

  @Test
  void olderVersionNeverWins() {
    assertEquals(Shown.class, comes("version", 2));
    assertEquals(Older.class, comes("version", 1));
    assertEquals(Older.class, comes("version", 1, "pubStatus", "withheld"));
    assertEquals(Shown.class, comes("version", 2));
    assertEquals(Shown.class, comes("version", "10"));
    assertEquals(Older.class, comes("version", "9"));
    assertEquals(Shown.class, comes());
  }

  @Test
  void timesAreVersions() {
    assertEquals(Shown.class, comes("versioncreated", "2026-11-23T12:00:00+01:00"));
    assertEquals(Older.class, comes("versioncreated", "2026-11-23T10:59:59Z"));
    assertEquals(Shown.class, comes("version", 3));
  }

  @Test
  void killStaysUntilNewerVersion() {
    comes("version", 1);
    assertEquals(Held.class, comes("version", 2, "pubStatus", "canceled"));
    assertEquals(Withdrawn.class, comes());
    assertEquals(Withdrawn.class, comes("version", 2));
    assertEquals(Withdrawn.class, comes("version", "2026-11-23T12:00:00Z"));
    assertEquals(Older.class, comes("version", 1));
    assertEquals(Shown.class, comes("version", 3));
  }

  @Test
  void killWithoutVersionTakesOverThatOfWhatItKills() {
    comes("version", 5);
    assertEquals(Held.class, comes("pubStatus", "withheld"));
    assertEquals(Withdrawn.class, comes("version", 5));
    assertEquals(Shown.class, comes("version", 6));
  }

  @Test
  void killWithoutAnyVersionStays() {
    comes();
    assertEquals(Held.class, comes("pubStatus", "withheld"));
    assertEquals(Withdrawn.class, comes("version", 100));
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
    assertEquals(Held.class, comes("embargoed", LATER.toString()));
    assertEquals("Secret words.", before.orElseThrow().received().body());
    assertEquals(0, before.orElseThrow().paragraphs());
    now = LATER.minusMillis(1);
    assertEquals(Held.class, comes("embargoed", LATER.toString()));
    now = LATER;
    assertEquals(Shown.class, comes("embargoed", LATER.toString()));
  }

  @Test
  void clockThatGoesBackHidesNothingAgain() {
    now = LATER;
    assertEquals(Shown.class, comes("embargoed", LATER.toString()));
    now = NOW;
    assertEquals(Shown.class, comes("embargoed", LATER.toString()));
    assertEquals(Held.class, comes("embargoed", LATER.plusSeconds(1).toString()));
  }

  @Test
  void whatIsNotUnderstoodIsNotTaken() {
    assertThrows(IllegalArgumentException.class, () -> comes("pubStatus", "witheld"));
    assertThrows(IllegalArgumentException.class, () -> comes("embargoed", "tomorrow"));
    assertThrows(IllegalArgumentException.class, () -> comes("embargoed", "2026-11-23T12:00:00"));
    assertEquals(Shown.class, comes("version", "final", "embargoed", ""));
  }
}
