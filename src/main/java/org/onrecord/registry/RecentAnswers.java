package org.onrecord.registry;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers to questions that come again and again, as those after the names in the news do. It holds
 * the last answer of each of its places, which a hash of the question gives, and so never grows
 * past its size. Thread-safe without locks: what two threads ask at once is answered twice.
 */
final class RecentAnswers<A> {
  /** A longer question is no name, and would be kept for long. */
  private static final int LONGEST = 64;

  private final @Nullable Answer<A>[] places;
  private final Function<String, A> source;

  private record Answer<A>(String question, A answer) {}

  /**
   * Nothing answered yet.
   *
   * @param size how many answers are held at most; a power of two
   * @param source answers; always the same to the same question, and immutable
   */
  RecentAnswers(int size, Function<String, A> source) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException(size + " is no power of two");
    }
    this.places = empty(size);
    this.source = source;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <A> @Nullable Answer<A>[] empty(int size) {
    return new Answer[size];
  }

  A to(String question) {
    int hash = question.hashCode() * 0x9E3779B1;
    int place = (hash ^ hash >>> 15) & places.length - 1;
    Answer<A> known = places[place];
    if (known != null && known.question().equals(question)) {
      return known.answer();
    }
    A answer = source.apply(question);
    if (question.length() <= LONGEST) {
      places[place] = new Answer<>(question, answer);
    }
    return answer;
  }
}
