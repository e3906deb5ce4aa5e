package org.onrecord.verify;

import org.onrecord.article.TextSpan;

/**
 * A word of what was said.
 *
 * @param span where it stands in its text; a contraction is two words that share one span
 * @param form as written but for case, accents and marks: {@code five}, {@code n't}
 * @param key what it means: {@code 5}, {@code not}
 * @param bracketed whether it stands in square brackets, put in by an editor
 * @param afterEllipsis whether an ellipsis stands between it and the word before
 */
record SpokenWord(
    TextSpan span, String form, String key, boolean bracketed, boolean afterEllipsis) {

  /** Whether it is a part of a contraction that may be short for several words. */
  boolean isPart() {
    return form.length() == 1;
  }

  boolean isNumber() {
    return Character.isDigit(key.codePointAt(0));
  }

  /** This word and the next, written as one. */
  SpokenWord with(SpokenWord next) {
    return new SpokenWord(
        new TextSpan(span.start(), next.span.end()),
        form + next.form,
        key + next.key,
        bracketed,
        afterEllipsis);
  }
}
