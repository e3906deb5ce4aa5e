package org.onrecord.http;

import java.util.List;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.search.SearchRequest;
import org.onrecord.timeline.Timelines;

/** What the parameters of a timeline ask for, or everything that is wrong with them. */
public sealed interface TimelineParameters {
  /**
   * Nothing is wrong.
   *
   * @param skip how many statements are passed over
   * @param size how many are given at the most
   */
  record Asked(SearchRequest search, int skip, int size) implements TimelineParameters {}

  /** Something is wrong. */
  record Refused(List<ParameterError> errors) implements TimelineParameters {
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Reads them.
   *
   * @param reader of the route's own, which has refused those that it does not know
   * @param size how many statements are given where nobody says
   */
  static TimelineParameters read(ParameterReader reader, int size) {
    int most = reader.number("size", 1, Timelines.MOST, size);
    int skip = reader.number("after", 0, Timelines.MOST, 0);
    return switch (SearchForm.TIMELINE.read(reader)) {
      case SearchParameters.Asked(SearchRequest search) -> new Asked(search, skip, most);
      case SearchParameters.Refused(List<ParameterError> errors, SearchRequest _) ->
          new Refused(errors);
    };
  }
}
