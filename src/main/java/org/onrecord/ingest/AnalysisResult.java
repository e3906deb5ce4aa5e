package org.onrecord.ingest;

import org.onrecord.article.Article;
import org.onrecord.format.ReadResult;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.schema.ArchivedArticle;

/** What became of one piece of input. */
public sealed interface AnalysisResult {

  /** An article with what was found in it. */
  record Analysed(PreparedArticle article) implements AnalysisResult {}

  /**
   * An article that was not analysed: the index held it, unchanged, when it was asked.
   *
   * @param held what the index held; it is to be asked again before nothing is written
   */
  record Unchanged(Article article, ArchivedArticle held) implements AnalysisResult {}

  /** Input that was no article, or one that cannot be taken. */
  record Refused(Rejected rejected) implements AnalysisResult {}

  /** Input that is no article and does not claim to be one. */
  record Skipped(ReadResult.Skipped skipped) implements AnalysisResult {}

  /** What is to be known of how the next article was read. */
  record Warned(ReadResult.Warned warned) implements AnalysisResult {}

  /**
   * An article on which the analysis broke: a fault of the program, which must not cost the other
   * articles.
   */
  record Failed(Article article, Throwable fault) implements AnalysisResult {

    /** The same as a refusal. */
    public Rejected rejected() {
      return new Rejected(
          article.provenance(),
          "the analysis of article " + article.id() + " failed: " + fault,
          article.id().value());
    }
  }
}
