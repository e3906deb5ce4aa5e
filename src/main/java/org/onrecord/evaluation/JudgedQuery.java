package org.onrecord.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A query and the documents that people judged relevant to it.
 *
 * @param gains by document id, each above 0: how relevant it is
 */
public record JudgedQuery(String id, String text, Map<String, Integer> gains) {
  public JudgedQuery {
    gains = Collections.unmodifiableMap(new LinkedHashMap<>(gains));
    if (gains.isEmpty() || gains.values().stream().anyMatch(gain -> gain <= 0)) {
      throw new IllegalArgumentException("query " + id + ": gains above 0 are needed: " + gains);
    }
  }
}
