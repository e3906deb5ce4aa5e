package org.onrecord.correction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;

/**
 * The log {@code corrections.jsonl} of an archive, a file beside its index or wherever its logs
 * lie, to which every decision is added and from which none is taken away. What other processes add
 * is seen. Safe for use by several threads, and by several processes with one such each.
 */
public final class CorrectionFile implements CorrectionLog {
  /** The file's name. */
  public static final String FILE = "corrections.jsonl";

  private final DecisionLog<Correction> log;
  private volatile Read read = new Read(null, CorrectionHistory.EMPTY, Map.of());

  /** The log's lines as they were read last, and what they come to. */
  private record Read(
      DecisionLog.@Nullable Lines<Correction> lines,
      CorrectionHistory history,
      Map<ArticleId, List<Correction>> byArticle) {}

  /**
   * The log of an index.
   *
   * @param index the index's folder; the file in it is made by the first correction
   */
  public CorrectionFile(Path index) {
    this(new DecisionFolder(index));
  }

  /** That among these logs. */
  public CorrectionFile(DecisionLogs logs) {
    this.log = logs.log(FILE, CorrectionLine::read);
  }

  @Override
  public String place() {
    return log.place();
  }

  @Override
  public void append(Correction correction) throws IOException {
    log.append(CorrectionLine.write(correction));
  }

  @Override
  public List<Correction> of(ArticleId article) throws IOException {
    return now().byArticle().getOrDefault(article, List.of());
  }

  @Override
  public CorrectionHistory history() throws IOException {
    return now().history();
  }

  private Read now() throws IOException {
    DecisionLog.Lines<Correction> lines = log.lines();
    Read known = read;
    if (lines != known.lines()) {
      CorrectionHistory history = new CorrectionHistory(lines.read(), lines.broken());
      known = new Read(lines, history, history.byArticle());
      read = known;
    }
    return known;
  }
}
