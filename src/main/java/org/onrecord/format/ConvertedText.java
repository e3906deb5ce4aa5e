package org.onrecord.format;

import java.util.List;

/**
 * An article's text as it was drawn out of mark-up.
 *
 * @param text paragraphs parted by one blank line, a line's end within one by {@code \n}; empty
 *     where there is none
 * @param captions what stands below pictures, which is no part of the text, in order
 * @param warnings what was changed or left out that somebody may miss, a clause each, none twice
 */
public record ConvertedText(String text, List<String> captions, List<String> warnings) {
  public ConvertedText {
    captions = List.copyOf(captions);
    warnings = List.copyOf(warnings);
  }
}
