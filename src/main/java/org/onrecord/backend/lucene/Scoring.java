package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.HitsQuery;
import org.onrecord.backend.lucene.query.LengthColumns;
import org.onrecord.backend.lucene.query.RankedQuery;
import org.onrecord.backend.lucene.query.Recency;
import org.onrecord.backend.lucene.query.ScoreShare;
import org.onrecord.search.SortOrder;

/**
 * What hits are worth: their words' scores, and what helps; where they are ordered by it, the less
 * sure ones less.
 *
 * @param helping what adds to the score where it matches, in groups that are added up one after the
 *     other
 * @param share what a score counts for
 */
record Scoring(
    Query matching,
    List<List<Query>> helping,
    SortOrder sort,
    LengthColumns lengths,
    ScoreShare.By share) {
  Scoring {
    helping = helping.stream().filter(group -> !group.isEmpty()).map(List::copyOf).toList();
  }

  /** The same with a group more that helps. */
  Scoring helpedBy(List<Query> words) {
    List<List<Query>> all = new ArrayList<>(helping);
    all.add(words);
    return new Scoring(matching, all, sort, lengths, share);
  }

  /** The words and what helps alone. */
  Query relevance() {
    Query worth = matching;
    for (List<Query> group : helping) {
      BooleanQuery.Builder all = new BooleanQuery.Builder().add(worth, Occur.MUST);
      group.forEach(help -> all.add(help, Occur.SHOULD));
      worth = all.build();
    }
    return worth;
  }

  /** As the order has it. */
  Query blended(IndexReader reader) throws IOException {
    return switch (sort) {
      case RELEVANCE -> ScoreShare.blended(relevance(), share);
      case RECENT -> Recency.blended(reader, ScoreShare.blended(relevance(), share));
      case NEWEST, OLDEST -> relevance();
    };
  }

  /** What was found, in this order. */
  Query ranked(IndexReader reader, Hits hits) throws IOException {
    return switch (sort) {
      case RELEVANCE -> new RankedQuery(matching, helping, hits, lengths, share);
      case RECENT, NEWEST, OLDEST ->
          new BooleanQuery.Builder()
              .add(blended(reader), Occur.MUST)
              .add(new HitsQuery(hits), Occur.FILTER)
              .build();
    };
  }
}
