package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;

/** Stand-in: words parted by blanks. */
public final class QueryParser {

  public Query parse(String typed) {
    List<Query> clauses = new ArrayList<>();
    int position = 0;
    for (String word : typed.split(" ", -1)) {
      if (!word.isBlank()) {
        clauses.add(new Query.Word(word, position));
      }
      position += word.length() + 1;
    }
    return switch (clauses.size()) {
      case 0 -> new Query.All();
      case 1 -> clauses.getFirst();
      default -> new Query.Group(clauses);
    };
  }
}
