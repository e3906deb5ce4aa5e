package org.onrecord.ingest;

import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;
import org.onrecord.format.ReadResult.Warned;
import org.onrecord.schema.ArticleDocument;

/** Is told how an import goes, on the thread that runs it. */
public interface IngestListener {
  /** Hears nothing. */
  IngestListener SILENT =
      new IngestListener() {
        @Override
        public void progress(long articles) {}

        @Override
        public void failed(AnalysisResult.Failed failure) {}
      };

  /** {@code articles} have been taken in so far. */
  void progress(long articles);

  /** An article's analysis broke; the report will name it among the refused. */
  void failed(AnalysisResult.Failed failure);

  /** An article was taken in; it is safe and visible only once the sink commits. */
  default void taken(ArticleDocument article, DocumentSink.Replacement replacement) {}

  /** A piece of input was refused. */
  default void refused(Rejected rejected) {}

  /** A piece of input was no article. */
  default void skipped(Skipped skipped) {}

  /** There is something to know of how the next article was read. */
  default void warned(Warned warned) {}
}
