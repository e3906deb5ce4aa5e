package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A query in words, for a person: {@code trump within 5 words of release AND speaker is "Imran
 * Khan"}.
 *
 * @param operators where AND, OR and NOT stand in {@code text}, in order
 */
public record WordedQuery(String text, List<Operator> operators) {
  public WordedQuery {
    operators = List.copyOf(operators);
  }

  /** Words without operators. */
  public static WordedQuery of(String text) {
    return new WordedQuery(text, List.of());
  }

  /** An operator's place, UTF-16. */
  public record Operator(int start, int end) {}

  /** The same between other words. */
  public WordedQuery between(String before, String after) {
    return new WordedQuery(
        before + text + after,
        operators.stream()
            .map(o -> new Operator(o.start() + before.length(), o.end() + before.length()))
            .toList());
  }

  /** Something between two blanks: a word, a part of a phrase, or an operator. */
  public record TypedToken(String text, boolean operator) {}

  /** Its tokens, in order. */
  public List<TypedToken> tokens() {
    List<TypedToken> tokens = new ArrayList<>();
    int start = 0;
    for (String word : text.split(" ", -1)) {
      int end = start + word.length();
      tokens.add(new TypedToken(word, operators.contains(new Operator(start, end))));
      start = end + 1;
    }
    return tokens;
  }
}
