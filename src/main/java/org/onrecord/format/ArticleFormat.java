package org.onrecord.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onrecord.article.Labelled;

/**
 * The formats that OnRecord reads. A constant is all that a format needs: its file names, how it is
 * told by its first bytes, and its reader; detection, the command line and the tests follow from
 * it. By content they are tried in this order, so that plain text, which nearly everything
 * resembles, stands last.
 */
public enum ArticleFormat implements Labelled {
  /** JSON Lines, an article a line. */
  JSONL(List.of("jsonl", "ndjson"), Opening::isJsonLine, new JsonLinesReader()),
  /** Plain text, an article a file. */
  TEXT(List.of("txt", "text"), Opening::isNamelessText, new TextReader());

  private final List<String> extensions;
  private final Predicate<Opening> content;
  private final ArticleReader reader;

  ArticleFormat(List<String> extensions, Predicate<Opening> content, ArticleReader reader) {
    this.extensions = extensions;
    this.content = content;
    this.reader = reader;
  }

  /** The file name extensions that stand for it, without the dot, in lower case. */
  public List<String> extensions() {
    return extensions;
  }

  /** Reads it. */
  public ArticleReader reader() {
    return reader;
  }

  /** The format with this label, in any case. */
  public static Optional<ArticleFormat> of(String label) {
    return Labelled.of(values(), label);
  }

  /** The format of a file: by its name's extension where that is known, else by how it begins. */
  static Optional<ArticleFormat> detect(FileName name, Opening opening) {
    return by(f -> name.extension().filter(f.extensions::contains).isPresent())
        .or(() -> by(f -> f.content.test(opening)));
  }

  private static Optional<ArticleFormat> by(Predicate<ArticleFormat> test) {
    return Stream.of(values()).filter(test).findFirst();
  }
}
