package org.onrecord.cli;

import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;

/** The port by which {@code search --json} prints exactly what the service would answer. */
@FunctionalInterface
public interface SearchJson {

  /** The body of the API's answer, on one line. */
  String text(SearchRequest request, SearchResult result);
}
