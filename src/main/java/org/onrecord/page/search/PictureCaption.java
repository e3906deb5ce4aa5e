package org.onrecord.page.search;

import java.util.regex.Pattern;
import org.onrecord.search.Hit;

/**
 * Which passages only say what a picture shows: they name everybody in it, and who took it, and
 * match a name as well as anything does. What somebody says in one is something said.
 */
final class PictureCaption {
  /** A longer text says more than what a picture shows. */
  private static final int LONGEST = 500;

  /** Who stands where: "(From R)", "(left)", "(L-R)". */
  private static final Pattern PLACE =
      Pattern.compile(
          "\\((?:from (?:the )?)?(?:l|r|c|left|right|cent(?:er|re)|l\\s*-\\s*r|l to r|left to right"
              + "|pictured|top|bottom)(?:[ ,][^)]{0,30})?\\)",
          Pattern.CASE_INSENSITIVE);

  /** Who took it: "Photograph: …", "(AP Photo/…)", "(…/Reuters)", "… via Getty Images". */
  private static final Pattern CREDIT =
      Pattern.compile(
          "\\b(?:Photo(?:graph)?|Image|Picture)(?: credit| by)?:|\\bAP Photo\\b|\\bGetty Images\\b"
              + "|\\([^()]{3,60}/ ?(?:Reuters|AP|AFP|EPA|Bloomberg|Getty)[^()]{0,30}\\)");

  private PictureCaption() {}

  static boolean isOne(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found ->
          found.paragraph().quotations().isEmpty() && isOne(found.paragraph().text());
      case Hit.QuoteHit _ -> false;
    };
  }

  static boolean isOne(String text) {
    return text.length() <= LONGEST && (PLACE.matcher(text).find() || CREDIT.matcher(text).find());
  }
}
