package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A body that claims to be plain text, after what is to become of mark-up in it.
 *
 * @param text the body, as it is or converted
 * @param captions what stood below pictures
 * @param warnings clauses; none where it is taken as it is
 * @param wrong why it is refused, if it is; a clause
 */
record PlainBody(
    String text, List<String> captions, List<String> warnings, Optional<String> wrong) {
  private static final String CONVERTED =
      "its body is HTML and was converted to text; --html=keep takes it as it is";

  static PlainBody of(String body, HtmlMode mode) {
    if (mode == HtmlMode.KEEP || !HtmlText.isHtml(body)) {
      return new PlainBody(body, List.of(), List.of(), Optional.empty());
    }
    if (mode == HtmlMode.REFUSE) {
      return new PlainBody(
          body, List.of(), List.of(), Optional.of("its body is HTML, not plain text"));
    }
    ConvertedText converted = HtmlText.of(body);
    List<String> warnings = new ArrayList<>(List.of(CONVERTED));
    warnings.addAll(converted.warnings());
    return new PlainBody(converted.text(), converted.captions(), warnings, Optional.empty());
  }

  /** A headline, which may hold mark-up or references too. */
  static String line(String text, HtmlMode mode) {
    return mode == HtmlMode.AUTO && HtmlText.isHtml(text) ? HtmlText.line(text) : text;
  }
}
