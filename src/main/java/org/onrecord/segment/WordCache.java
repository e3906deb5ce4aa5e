package org.onrecord.segment;

import java.util.HashMap;
import java.util.Map;
import org.onrecord.segment.PosModel.Word;

/** Words already looked up in the model of parts of speech; forgets all of them when full. */
final class WordCache {
  private static final int MOST = 1 << 14;

  private final PosModel model;
  private final Map<String, Word> words = new HashMap<>();

  WordCache(PosModel model) {
    this.model = model;
  }

  Word get(String text) {
    Word word = words.get(text);
    if (word == null) {
      if (words.size() >= MOST) {
        words.clear();
      }
      word = model.word(text);
      words.put(text, word);
    }
    return word;
  }
}
