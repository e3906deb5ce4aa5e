package org.onrecord.attribution.names;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * How an article uses its words elsewhere: in small letters, with a capital in mid-sentence, in
 * names that are sure to be somebody's or a body's.
 */
final class ArticleWords {
  private static final int SMALL = 1;
  private static final int CAPITAL = 1 << 1;
  private static final int FIRST_OF_PERSON = 1 << 2;
  private static final int LAST_OF_PERSON = 1 << 3;
  private static final int TITLED = 1 << 4;
  private static final int OF_ORGANISATION = 1 << 5;
  private static final int IS_PLACE = 1 << 6;
  private static final int DETERMINED = 1 << 7;

  private final Map<String, Integer> uses = new HashMap<>();

  /**
   * @param paragraphs those in which capitals tell names
   * @param names what rules alone take for names there
   */
  static ArticleWords of(Collection<Paragraph> paragraphs, Map<Integer, List<NameMention>> names) {
    ArticleWords words = new ArticleWords();
    for (Paragraph paragraph : paragraphs) {
      words.addTokens(paragraph);
      names.getOrDefault(paragraph.ordinal(), List.of()).forEach(words::addName);
    }
    return words;
  }

  private void addTokens(Paragraph paragraph) {
    List<Token> tokens = paragraph.tokens();
    boolean opens = true;
    int sentence = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (sentence + 1 < paragraph.sentences().size()
          && paragraph.sentences().get(sentence + 1).first() == i) {
        sentence++;
        opens = true;
      }
      if (Character.isLowerCase(token.text().codePointAt(0))) {
        note(token.text(), SMALL);
      } else if (token.isCapitalised() && !opens) {
        note(token.plain(), CAPITAL);
      }
      opens &= !token.isWord();
    }
  }

  private void addName(NameMention name) {
    List<String> words = name.words();
    boolean one = words.size() == 1;
    switch (name.kind()) {
      case PERSON -> {
        if (!one) {
          note(Lexicon.lower(words.getFirst()), FIRST_OF_PERSON);
          note(Lexicon.lower(words.getLast()), LAST_OF_PERSON);
        }
        if (name.titled()) {
          note(Lexicon.lower(words.getLast()), TITLED);
        }
      }
      case ORGANISATION -> words.forEach(word -> note(Lexicon.lower(word), OF_ORGANISATION));
      case PLACE -> words.forEach(word -> note(Lexicon.lower(word), IS_PLACE));
      case ROLE, THING, UNKNOWN -> {}
    }
    if (name.determined() && one) {
      note(Lexicon.lower(words.getLast()), DETERMINED);
    }
  }

  private void note(String lower, int use) {
    uses.merge(lower, use, (a, b) -> a | b);
  }

  /** Every use of a word in small letters, as bits. */
  int uses(String lower) {
    return uses.getOrDefault(lower, 0);
  }

  /** Whether the article has a word in small letters and never with a capital in mid-sentence. */
  boolean isOrdinary(String lower) {
    return (uses(lower) & (SMALL | CAPITAL)) == SMALL;
  }
}
