package org.onrecord.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.onrecord.article.Article;
import org.onrecord.article.Provenance;
import org.onrecord.article.Sha256;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Warned;

/**
 * Warns of an article whose id one before it in the same file has, of the same version: it takes
 * that one's place, and one of the two is likely lost. Remembers the first {@value #MOST} of a
 * file. For one thread.
 */
final class RepeatedIds implements Consumer<ReadResult> {
  static final int MOST = 50_000;

  private final Consumer<? super ReadResult> results;

  /** By a digest of id and version, where it stood first: a line, or below 0 a byte. */
  private final Map<Long, Long> first = new HashMap<>();

  /** Looks at what one file gives. */
  RepeatedIds(Consumer<? super ReadResult> results) {
    this.results = results;
  }

  @Override
  public void accept(ReadResult result) {
    if (result instanceof Accepted(Article article) && !article.publication().isKilled()) {
      note(article);
    }
    results.accept(result);
  }

  private void note(Article article) {
    Provenance place = article.provenance();
    long key = key(article);
    Long before = first.get(key);
    if (before != null) {
      results.accept(
          new Warned(
              place,
              "the id \""
                  + article.id()
                  + "\" is also that of the article "
                  + (before > 0 ? "on line " + before : "at byte " + -before)
                  + ", whose place it takes"));
    } else if (first.size() < MOST) {
      first.put(key, place.line() > 0 ? place.line() : -place.offset());
    }
  }

  private static long key(Article article) {
    String version = Objects.toString(article.publication().version(), "");
    byte[] known = (article.id() + "\u001F" + version).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Sha256.of(known)).getLong();
  }
}
