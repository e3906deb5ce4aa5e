package org.onrecord.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.format.ArticleFeed;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;

/**
 * Takes a feed's articles into an index: analyses them on several threads, replaces them one by one
 * in the order of the feed, so that the later of two with one id stays, and commits now and then
 * and at the end. Articles without a date or without a word are refused; so is one on which the
 * analysis breaks.
 */
public final class IngestPipeline {
  private final ArticleAnalyzer analyzer;
  private final IngestSettings settings;
  private final InstantSource clock;

  public IngestPipeline(ArticleAnalyzer analyzer, IngestSettings settings, InstantSource clock) {
    this.analyzer = analyzer;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Runs the feed to its end and commits. The sink stays open.
   *
   * @throws DiskFullException if there is no room for more; what was taken in is committed
   * @throws IOException if the index cannot be written; what was committed before stays
   */
  public IngestReport run(ArticleFeed feed, DocumentSink sink, IngestListener listener)
      throws IOException {
    Run run = new Run(sink, listener);
    try {
      new OrderedAnalysis(analyzer, sink, sink::prepare, settings.threads())
          .run(results -> feed.read(read -> results.accept(admitted(read))), run::handle);
    } catch (DiskFullException e) {
      throw run.stopped(e);
    }
    sink.commit();
    Set<ArticleId> failed = new HashSet<>();
    for (boolean more = true; more; ) {
      Release release = Release.of(analyzer, sink, failed);
      failed.addAll(release.failed().keySet());
      more = release.isFull();
    }
    return run.report();
  }

  /** Refuses what an index cannot hold. */
  static ReadResult admitted(ReadResult read) {
    return switch (read) {
      case Rejected rejected -> rejected;
      case ReadResult.Skipped skipped -> skipped;
      case ReadResult.Warned warned -> warned;
      case Accepted(Article article) when article.publication().problem() != null ->
          refused(article, String.valueOf(article.publication().problem()));
      case Accepted(Article article) when article.publication().isKilled() -> read;
      case Accepted(Article article) when article.date() == null ->
          refused(article, "no date: add " + dateRemedy(article.provenance().format()));
      case Accepted(Article article)
          when article.body().codePoints().noneMatch(Character::isLetterOrDigit) ->
          refused(article, "the body has no word");
      case Accepted accepted -> accepted;
    };
  }

  private static Rejected refused(Article article, String reason) {
    return new Rejected(article.provenance(), reason, article.id().value());
  }

  private static String dateRemedy(String format) {
    return switch (format) {
      case "text" -> "a line `date 2024-11-07`";
      case "jsonl", "json" -> "a member \"date\" such as \"2024-11-07\"";
      default -> "when it was published";
    };
  }

  /** The counts of one import. */
  private final class Run {
    private final DocumentSink sink;
    private final IngestListener listener;
    private final long started = clock.millis();
    private final List<Rejected> refused = new ArrayList<>();
    private final Map<NoArticle, Long> skipped = new EnumMap<>(NoArticle.class);
    private final List<ReadResult.Warned> warned = new ArrayList<>();
    private long warnings;
    private long refusals;
    private long articles;

    /** How many are committed. */
    private long kept;

    private long paragraphs;
    private long quotations;
    private long replaced;
    private long unchanged;

    Run(DocumentSink sink, IngestListener listener) {
      this.sink = sink;
      this.listener = listener;
    }

    void handle(AnalysisResult result) throws IOException {
      switch (result) {
        case AnalysisResult.Analysed(PreparedArticle article) -> take(article);
        case AnalysisResult.Unchanged(Article article, var _) -> leave(article);
        case AnalysisResult.Refused(Rejected rejected) -> refuse(rejected);
        case AnalysisResult.Skipped(ReadResult.Skipped skip) -> {
          listener.skipped(skip);
          skipped.merge(skip.what(), 1L, Long::sum);
        }
        case AnalysisResult.Warned(ReadResult.Warned warning) -> warn(warning);
        case AnalysisResult.Failed failed -> {
          listener.failed(failed);
          refuse(failed.rejected());
        }
      }
    }

    /** Leaves what the index holds, if nothing was written since it was asked. */
    private void leave(Article article) throws IOException {
      Optional<ArchivedArticle> held = new UnchangedArticles(analyzer, sink).of(article);
      if (held.isEmpty()) {
        handle(OrderedAnalysis.analysed(analyzer, sink::prepare, article));
        return;
      }
      unchanged++;
      taken(held.get().document(), DocumentSink.Replacement.UNCHANGED);
    }

    private void take(PreparedArticle prepared) throws IOException {
      ArchivedArticle article = prepared.article();
      DocumentSink.Replacement replacement = sink.put(prepared);
      Optional<String> refusal = replacement.refusal();
      if (refusal.isPresent()) {
        refuse(refused(article.received(), refusal.get()));
        return;
      }
      taken(article.document(), replacement);
    }

    private void taken(ArticleDocument article, DocumentSink.Replacement replacement)
        throws IOException {
      articles++;
      if (replacement != DocumentSink.Replacement.HELD) {
        paragraphs += article.paragraphs();
        quotations += article.quotations();
      }
      replaced += replacement == DocumentSink.Replacement.REPLACED ? 1 : 0;
      if (articles % settings.commitEvery() == 0) {
        sink.commit();
        kept = articles;
      }
      listener.taken(article, replacement);
      listener.progress(articles);
    }

    private void refuse(Rejected rejected) {
      refusals++;
      listener.refused(rejected);
      if (refused.size() < settings.keptRefusals()) {
        refused.add(rejected);
      }
    }

    private void warn(ReadResult.Warned warning) {
      warnings++;
      listener.warned(warning);
      if (warned.size() < settings.keptRefusals()) {
        warned.add(warning);
      }
    }

    /** Keeps what is in, if that can be done. */
    DiskFullException stopped(DiskFullException full) {
      try {
        sink.commit();
        kept = articles;
      } catch (IOException e) {
        full.addSuppressed(e);
      }
      return full.after(kept);
    }

    IngestReport report() {
      return new IngestReport(
          articles,
          paragraphs,
          quotations,
          replaced,
          unchanged,
          refusals,
          refused,
          skipped,
          warnings,
          warned,
          Duration.ofMillis(clock.millis() - started));
    }
  }
}
