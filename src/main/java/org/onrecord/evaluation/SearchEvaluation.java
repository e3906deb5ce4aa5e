package org.onrecord.evaluation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks the queries of a collection and scores the answers. */
public final class SearchEvaluation {
  private SearchEvaluation() {}

  /**
   * What a search found.
   *
   * @param documents the ids of the first {@link QueryScore#DEPTH} documents, the best first, each
   *     once; fewer where no more were found
   * @param time how long the first page took
   */
  public record Answer(List<String> documents, Duration time) {
    public Answer {
      documents = List.copyOf(documents);
    }
  }

  /** A search of a collection's documents. */
  @FunctionalInterface
  public interface Ranker {
    Answer answer(String query) throws IOException;
  }

  /** Asks every query of the collection, one after the other. */
  public static RankingScores run(SearchCollection collection, Ranker ranker) throws IOException {
    List<QueryScore> scores = new ArrayList<>();
    for (JudgedQuery query : collection.queries()) {
      Answer answer = ranker.answer(query.text());
      scores.add(QueryScore.of(query, answer.documents(), answer.time()));
    }
    return new RankingScores(collection.name(), collection.documents().size(), scores);
  }
}
