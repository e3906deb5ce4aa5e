package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.List;

/** The words that an index has in each of its fields. */
public interface IndexWords {
  /** None. */
  IndexWords NONE =
      new IndexWords() {
        @Override
        public List<Held> startingWith(String field, String start, int most) {
          return List.of();
        }

        @Override
        public List<String> like(String field, String word, int edits, int most) {
          return List.of();
        }
      };

  /**
   * A word of a field.
   *
   * @param documents how many documents hold it
   */
  record Held(String word, long documents) {}

  /** The words that begin so, in the order of their bytes: the first {@code most} of them. */
  List<Held> startingWith(String field, String start, int most) throws IOException;

  /**
   * The words that differ from one in no more letters, two that are swapped counted once: at the
   * most {@code most} of them.
   *
   * @param edits 1 or 2
   */
  List<String> like(String field, String word, int edits, int most) throws IOException;
}
