package org.onrecord.segment;

import java.util.HashMap;
import java.util.Map;
import org.onrecord.segment.PosModel.Word;

/** Words already looked up in the model of parts of speech; forgets all of them when full. */
final class WordCache {
  private static final int MOST = 1 << 14;

  /** A longer word is no word, and would be kept for long. */
  private static final int LONGEST = 64;

  private final PosModel model;
  private final Map<String, Word> words = new HashMap<>();

  WordCache(PosModel model) {
    this.model = model;
  }

  Word get(String text) {
    if (text.length() > LONGEST) {
      return model.word(text);
    }
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
