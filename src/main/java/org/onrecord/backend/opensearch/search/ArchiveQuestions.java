package org.onrecord.backend.opensearch.search;

import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.query.TermFrequencies;
import org.onrecord.verify.Passages;

/** How an archive on a cluster is asked. Safe for use by several threads. */
public final class ArchiveQuestions {
  private final CompiledQuery.Reading reading;
  private final PageReader pages;
  private final CopyCache copies = new CopyCache();

  /**
   * A way to ask.
   *
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   */
  public ArchiveQuestions(int expansion) {
    this.reading =
        new CompiledQuery.Reading(
            NewsAnalyzer.forQueries(),
            NewsAnalyzer.create(),
            expansion,
            new ShardRoutes(),
            new ViewCache(System::nanoTime));
    this.pages = new PageReader(reading.ofDocuments(), reading.ofQueries(), expansion);
  }

  /**
   * Asks one view, for one question.
   *
   * @param records reads the documents of hits
   */
  public ClusterSearch of(IndexView view, CompiledQuery.Records records) {
    return new ClusterSearch(view, reading, records, pages, copies);
  }

  /** Asks one view about words and names. */
  public ClusterVocabulary vocabulary(IndexView view) {
    return new ClusterVocabulary(view, reading);
  }

  /** In how many documents of one view terms are. */
  public TermFrequencies.InView frequencies(IndexView view) {
    return new ClusterFrequencies(view, reading);
  }

  /**
   * The paragraphs of one view, to be compared with what somebody is claimed to have said.
   *
   * @param records reads the documents of hits
   * @param articles asked about whole articles
   */
  public Passages passages(IndexView view, CompiledQuery.Records records, WholeArticles articles) {
    return new ClusterPassages(view, records, reading, articles);
  }
}
