package org.onrecord.correction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;

/**
 * The file {@code corrections.jsonl} beside an index, to which every decision is added and from
 * which none is taken away. What other processes add is seen. Safe for use by several threads, and
 * by several processes with one log of a folder each.
 */
public final class CorrectionLog {
  /** The file's name. */
  public static final String FILE = "corrections.jsonl";

  private final DecisionFile<Correction> file;
  private DecisionFile.@Nullable Lines<Correction> read;
  private CorrectionHistory history = CorrectionHistory.EMPTY;
  private Map<ArticleId, List<Correction>> byArticle = Map.of();

  /**
   * The log of an index.
   *
   * @param index the index's folder; the file in it is made by the first correction
   */
  public CorrectionLog(Path index) {
    this.file = new DecisionFile<>(index.resolve(FILE), CorrectionLine::read);
  }

  public Path file() {
    return file.path();
  }

  /**
   * Adds a decision, and returns when it is safe from power loss.
   *
   * @throws IOException if the file cannot be written, or its folder is missing
   */
  public void append(Correction correction) throws IOException {
    String line = CorrectionLine.write(correction);
    file.append(_ -> line);
  }

  /**
   * Everything that was decided about an article's quotations, the earliest first.
   *
   * @throws IOException if the file is there and cannot be read
   */
  public synchronized List<Correction> of(ArticleId article) throws IOException {
    refresh();
    return byArticle.getOrDefault(article, List.of());
  }

  /**
   * Everything that was decided.
   *
   * @throws IOException if the file is there and cannot be read
   */
  public synchronized CorrectionHistory history() throws IOException {
    refresh();
    return history;
  }

  private void refresh() throws IOException {
    DecisionFile.Lines<Correction> now = file.lines();
    if (now != read) {
      history = new CorrectionHistory(now.read(), now.broken());
      byArticle = history.byArticle();
      read = now;
    }
  }
}
