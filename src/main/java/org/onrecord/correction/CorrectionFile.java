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
public final class CorrectionFile implements CorrectionLog {
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
  public CorrectionFile(Path index) {
    this.file = new DecisionFile<>(index.resolve(FILE), CorrectionLine::read);
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  @Override
  public void append(Correction correction) throws IOException {
    String line = CorrectionLine.write(correction);
    file.append(_ -> line);
  }

  @Override
  public synchronized List<Correction> of(ArticleId article) throws IOException {
    refresh();
    return byArticle.getOrDefault(article, List.of());
  }

  @Override
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
