package org.onrecord.query;

import java.util.List;

/**
 * What was typed, as it is read.
 *
 * @param query what is searched for
 * @param leftOut clauses that are not, since in their syntax they would only weigh beside others:
 *     each in our syntax
 */
public record ReadQuery(Query query, List<String> leftOut) {
  public ReadQuery {
    leftOut = List.copyOf(leftOut);
  }
}
