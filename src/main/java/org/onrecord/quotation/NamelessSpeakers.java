package org.onrecord.quotation;

import java.util.List;

/** Labels of transcripts for whoever speaks without a name: AUDIENCE MEMBER, UNIDENTIFIED MALE. */
public final class NamelessSpeakers {
  private NamelessSpeakers() {}

  /** Whether a label of these words, in lower case, is nobody's name. */
  public static boolean isNameless(List<String> words) {
    return words.stream().anyMatch(LabelWords.NAMELESS::contains)
        || !words.isEmpty() && words.stream().allMatch(NamelessSpeakers::isAnybody);
  }

  private static boolean isAnybody(String word) {
    return LabelWords.CROWD.contains(word)
        || LabelWords.ASKING.contains(word)
        || LabelWords.ANSWERING.contains(word);
  }
}
