package org.onrecord.format;

import java.io.InputStream;
import java.util.Optional;
import org.onrecord.article.Provenance;

/**
 * One file's bytes, already decompressed, or those of standard input.
 *
 * @param name the file as it was named to OnRecord, {@code archive.zip!2024/bridge.xml} within
 *     another; {@code -} for standard input
 * @param id what an article without an id of its own is known by: the path below the named folder,
 *     without extension; empty where there is no file
 * @param bytes from the beginning; whoever opened them closes them
 * @param options how to read what the bytes do not say
 */
public record ArticleInput(
    String name, Optional<String> id, InputStream bytes, ReadOptions options) {

  /** Input that is to say all itself. */
  public ArticleInput(String name, Optional<String> id, InputStream bytes) {
    this(name, id, bytes, ReadOptions.DEFAULT);
  }

  /** A place in this input. */
  Provenance at(long offset, long line, ArticleFormat format) {
    return new Provenance(name, offset, line, format.label());
  }

  /** The beginning of this input. */
  Provenance start(ArticleFormat format) {
    return at(0, 0, format);
  }
}
