package org.onrecord.verify;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.TextSpan;

/**
 * Cuts a text into the words by which two wordings are compared. Marks part words and are none;
 * hyphens part words; {@code don't} is {@code do not}, {@code U.S.} is {@code us}, {@code 5,000} is
 * {@code 5000} and {@code twenty-five} is {@code 25}. Scripts without spaces are cut into
 * characters.
 */
final class SpokenWords {
  /** word ::= initials | letters | number | ellipsis | bracket | currency's or per-cent sign. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.){2,}"
              + "|[\\p{L}\\p{M}]+(?:['’ʼ][\\p{L}\\p{M}]+)*['’]?"
              + "|\\p{Nd}+(?:[.,]\\p{Nd}+)*\\p{L}*"
              + "|…|\\.\\s?\\.(?:\\s?\\.)*"
              + "|[\\[\\]%\\p{Sc}]");

  /** Scripts that part no words. */
  private static final Set<UnicodeScript> UNPARTED =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);

  private static final int FIRST_UNPARTED = 0x0E00;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private final List<SpokenWord> words = new ArrayList<>();
  private int brackets;
  private boolean ellipsis;

  private SpokenWords() {}

  /** The words of {@code text}, in order. */
  static List<SpokenWord> of(String text) {
    SpokenWords reader = new SpokenWords();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      reader.read(matcher);
    }
    return Collections.unmodifiableList(reader.words);
  }

  private void read(Matcher found) {
    TextSpan span = new TextSpan(found.start(), found.end());
    String text = found.group();
    int first = text.codePointAt(0);
    if (Character.isLetter(first) || Character.getType(first) == Character.NON_SPACING_MARK) {
      word(span, text, first);
    } else if (Character.isDigit(first)) {
      number(span, text);
    } else {
      sign(span, text, first);
    }
  }

  private void word(TextSpan span, String text, int first) {
    if (text.indexOf('.') > 0) {
      String form = folded(text.replace(".", ""));
      add(span, form, form);
    } else if (first >= FIRST_UNPARTED && UNPARTED.contains(UnicodeScript.of(first))) {
      characters(span.start(), text);
    } else {
      letters(span, folded(text));
    }
  }

  private void characters(int start, String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      String one = Character.toString(text.codePointAt(i));
      add(new TextSpan(start + i, start + i + one.length()), one, one);
    }
  }

  private void sign(TextSpan span, String text, int first) {
    switch (first) {
      case '.', '…' -> ellipsis = true;
      case '[' -> brackets++;
      case ']' -> brackets = Math.max(0, brackets - 1);
      case '%' -> add(span, text, "percent");
      default -> add(span, text, text);
    }
  }

  private void number(TextSpan span, String text) {
    String form = folded(text).replaceAll(",(?=\\p{Nd}{3})", "");
    add(span, form, form.replaceFirst("(?<=\\p{Nd})\\.0+$", "").replaceFirst("(st|nd|rd|th)$", ""));
  }

  private void letters(TextSpan span, String form) {
    List<String> parts = Contractions.parts(form);
    for (String part : parts) {
      String key = Contractions.key(part, parts.size() > 1);
      if (key.equals("cent") && !words.isEmpty() && words.getLast().form().equals("per")) {
        replaceLast(span, "percent", "percent");
      } else if (isUnitAfterTens(span, key)) {
        int tens = Integer.parseInt(words.getLast().key());
        replaceLast(
            span,
            words.getLast().form() + part,
            Integer.toString(tens + Integer.parseInt(NumberWords.key(key))));
      } else {
        add(span, part.replace("'", ""), NumberWords.key(key));
      }
    }
  }

  /** {@code five} that follows {@code twenty}, with no more than a mark between them. */
  private boolean isUnitAfterTens(TextSpan span, String word) {
    return NumberWords.isUnit(word)
        && !words.isEmpty()
        && NumberWords.isTens(words.getLast().form())
        && span.start() - words.getLast().span().end() == 1;
  }

  private void replaceLast(TextSpan span, String form, String key) {
    SpokenWord last = words.removeLast();
    String value = NumberWords.key(key);
    words.add(
        new SpokenWord(
            new TextSpan(last.span().start(), span.end()),
            form,
            value,
            last.bracketed(),
            last.afterEllipsis()));
  }

  private void add(TextSpan span, String form, String key) {
    if (!form.isEmpty()) {
      words.add(new SpokenWord(span, form, key, brackets > 0, ellipsis));
      ellipsis = false;
    }
  }

  private static String folded(String text) {
    String plain = text.replace('’', '\'').replace('ʼ', '\'');
    if (plain.codePoints().allMatch(c -> c < 0x80)) {
      return plain.toLowerCase(Locale.ROOT);
    }
    return ACCENTS
        .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** The words, of which any two that the other text writes as one are one. */
  static List<SpokenWord> joined(List<SpokenWord> words, List<SpokenWord> others) {
    Set<String> written = new HashSet<>();
    others.forEach(word -> written.add(word.key()));
    List<SpokenWord> joined = new ArrayList<>();
    for (SpokenWord word : words) {
      boolean one =
          !joined.isEmpty()
              && !written.contains(word.key())
              && !word.span().equals(joined.getLast().span())
              && written.contains(joined.getLast().key() + word.key());
      joined.add(one ? joined.removeLast().with(word) : word);
    }
    return joined;
  }
}
