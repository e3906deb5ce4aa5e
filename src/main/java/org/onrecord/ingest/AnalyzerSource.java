package org.onrecord.ingest;

import java.io.IOException;

/** Makes an analysis, which may take seconds. */
@FunctionalInterface
public interface AnalyzerSource {
  ArticleAnalyzer open() throws IOException;
}
