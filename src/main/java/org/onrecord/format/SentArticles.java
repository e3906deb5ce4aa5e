package org.onrecord.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;
import org.onrecord.format.ReadResult.Warned;
import tools.jackson.databind.JsonNode;

/**
 * Articles that a program sends, in whatever format.
 *
 * @param type what the program says of them
 * @param name what they are called in messages
 * @param options how to read what they do not say
 */
public record SentArticles(SentType type, String name, ReadOptions options) {

  /**
   * Reads one article.
   *
   * @param id the article's; in OnRecord's own members its id may be missing, but be no other; in
   *     other formats it is known by this id, whatever it calls itself
   * @param results is given what a person should know of it, if anything, and then the article, or
   *     what is wrong with it, once
   */
  public void readOne(byte[] bytes, ArticleId id, Consumer<? super ReadResult> results) {
    if (type.format().filter(f -> f == ArticleFormat.JSON).isPresent()
        && isRead(bytes, id, results)) {
      return;
    }
    List<ReadResult> all = new ArrayList<>();
    try {
      read(new ByteArrayInputStream(bytes), Optional.of(id.value()), all::add);
    } catch (IOException e) {
      all.add(
          new Rejected(
              new Provenance(name, 0, 0, "auto"),
              "cannot be read to its end: " + Faults.reason(e)));
    }
    results(all, id, results);
  }

  /** Reads JSON that is broken, or in OnRecord's own members; says whether it is. */
  private boolean isRead(byte[] bytes, ArticleId id, Consumer<? super ReadResult> results) {
    Provenance place = new Provenance(name, 0, 0, ArticleFormat.JSON.label());
    if (!(DecodedText.of(bytes, type.options(options))
        instanceof DecodedText.Whole(String text, var warning))) {
      return false;
    }
    switch (JsonTree.of(text, false)) {
      case JsonTree.Broken(String reason) -> results.accept(new Rejected(place, reason));
      case JsonTree.Whole(JsonNode node) -> {
        if (!JsonItem.isOwn(node)) {
          return false;
        }
        warning.ifPresent(w -> results.accept(new Warned(place, w)));
        JsonArticle.read(node, place, options, Optional.of(id), results);
      }
    }
    return true;
  }

  private void results(List<ReadResult> all, ArticleId id, Consumer<? super ReadResult> results) {
    List<Accepted> articles =
        all.stream().filter(Accepted.class::isInstance).map(Accepted.class::cast).toList();
    Provenance whole = new Provenance(name, 0, 0, "auto");
    if (articles.size() > 1) {
      results.accept(
          new Rejected(
              whole,
              "there are " + articles.size() + " articles in it, not one; send them by POST"));
    } else if (articles.size() == 1) {
      all.stream().filter(Warned.class::isInstance).forEach(results);
      Article article = articles.getFirst().article();
      results.accept(new Accepted(article.withId(id)));
    } else {
      results.accept(
          all.stream()
              .filter(r -> r instanceof Rejected)
              .findFirst()
              .or(() -> all.stream().filter(r -> r instanceof Skipped).findFirst())
              .orElseGet(() -> new Rejected(whole, "there is no article in it")));
    }
  }

  /**
   * Reads several articles.
   *
   * @throws IOException if the bytes cannot be read
   */
  public void readAll(InputStream bytes, Consumer<? super ReadResult> results) throws IOException {
    read(bytes, Optional.empty(), results);
  }

  private void read(InputStream raw, Optional<String> id, Consumer<? super ReadResult> results)
      throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(raw, 1 << 16);
    bytes.mark(FileOpening.SIZE);
    byte[] start = bytes.readNBytes(FileOpening.SIZE);
    bytes.reset();
    FileOpening opening = new FileOpening(FileName.of(name), start);
    Optional<ArticleFormat> format = type.format().or(() -> ArticleFormat.detect(opening));
    if (format.isEmpty()) {
      results.accept(
          new Rejected(
              new Provenance(name, 0, 0, "auto"), "not an article format that OnRecord reads"));
      return;
    }
    format.get().read(new ArticleInput(name, id, bytes, type.options(options)), results);
  }

  /**
   * How many articles there may be; no more than {@code most} are counted. Of JSON Lines, the lines
   * that are not blank.
   *
   * @throws IOException if the bytes cannot be read
   */
  public int count(InputStream bytes, int most) throws IOException {
    if (type.format().filter(f -> f == ArticleFormat.JSONL).isPresent()) {
      return countLines(bytes, most);
    }
    int[] count = {0};
    readAll(bytes, result -> count[0] += result instanceof Warned ? 0 : 1);
    return Math.min(count[0], most);
  }

  private static int countLines(InputStream lines, int most) throws IOException {
    ByteLines all = new ByteLines(lines, JsonLinesReader.LIMIT);
    int count = 0;
    for (Optional<ByteLines.Line> line = all.next();
        line.isPresent() && count < most;
        line = all.next()) {
      count += JsonLinesReader.isBlank(line.get()) ? 0 : 1;
    }
    return count;
  }
}
