package org.onrecord.format;

import java.util.List;

/**
 * What HTML says as plain text.
 *
 * @param text paragraphs, parted by blank lines
 * @param warnings what a person should know of the conversion, clauses
 */
public record ConvertedText(String text, List<String> warnings) {
  public ConvertedText {
    warnings = List.copyOf(warnings);
  }
}
