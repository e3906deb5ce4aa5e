package org.onrecord.evaluation;

import java.util.List;
import org.onrecord.article.Article;

/**
 * Documents, and queries with judgements of them.
 *
 * @param queries those with at least one relevant document; others measure nothing
 */
public record SearchCollection(String name, List<Article> documents, List<JudgedQuery> queries) {
  public SearchCollection {
    documents = List.copyOf(documents);
    queries = List.copyOf(queries);
  }
}
