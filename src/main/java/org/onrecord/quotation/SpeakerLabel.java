package org.onrecord.quotation;

import java.util.List;
import org.onrecord.quotation.Unit.Range;

/**
 * What stands at the beginning of a line and may say who speaks there.
 *
 * @param range its tokens, without the colon and without what makes it bold
 * @param first the first token of what is said
 * @param form how it is written
 * @param titled whether a title, an office or somebody without a name is in it
 * @param capitals whether the name is written in capitals
 * @param the whether it begins with the article
 * @param office the words before a bracket with the name, in lower case; empty where none is
 * @param key by which two labels of one speaker are the same: the surname, or all words where there
 *     is no name; in lower case
 * @param words the words of the name, without titles, in lower case
 */
record SpeakerLabel(
    Range range,
    int first,
    Form form,
    boolean titled,
    boolean capitals,
    boolean the,
    String office,
    String key,
    List<String> words) {
  /** How a label is written. */
  enum Form {
    /** Q and A. */
    LETTER,
    /** MR. HALE:, THE MAYOR:, AUDIENCE MEMBER:. */
    CAPITALS,
    /** RUTH ALDER, ENGINEER:, or in small letters. */
    JOB,
    /** The Minister for Transport (Ruth Alder):, RUTH ALDER [host]:. */
    BRACKET,
    /** Mr. HALE. I rise. */
    RECORD,
    /** Ruth Alder:. */
    PLAIN,
    /** Ruth Alder — We wait. */
    DASH,
    /** A line of its own. */
    ALONE
  }

  SpeakerLabel {
    words = List.copyOf(words);
  }

  /** The Q or A of an interview. */
  static SpeakerLabel letter(Range range, int first, String key) {
    return new SpeakerLabel(range, first, Form.LETTER, false, true, false, "", key, List.of());
  }

  boolean asks() {
    return form == Form.LETTER && LabelWords.ASKING.contains(key);
  }

  boolean answers() {
    return form == Form.LETTER && LabelWords.ANSWERING.contains(key);
  }

  /** Whether nobody in particular calls out. */
  boolean isCrowd() {
    return words.isEmpty() && List.of(key.split(" ")).stream().anyMatch(LabelWords.CROWD::contains);
  }
}
