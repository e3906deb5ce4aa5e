package org.onrecord.attribution;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;

/**
 * Finds the words that say that somebody is not named, with the reason where one follows: "on
 * condition of anonymity because the talks are private", "asked not to be identified", "was not
 * authorised to speak".
 */
final class AnonymityPhrases {
  private static final int LEFT = 6;
  private static final int RIGHT = 40;
  private static final Set<String> NAMED =
      Set.of("named", "identified", "quoted", "disclosed", "mentioned");
  private static final Set<String> BEFORE_ANONYMITY =
      Set.of(
          "on",
          "under",
          "the",
          "strict",
          "condition",
          "conditions",
          "of",
          "cover",
          "for",
          "with",
          "requesting",
          "requested",
          "request",
          "sought",
          "seeking",
          "asked",
          "asking",
          "demanded",
          "insisted",
          "insisting",
          "granted",
          "given",
          "guaranteed",
          "promised",
          "their",
          "his",
          "her");
  private static final Set<String> WISHES =
      Set.of(
          "not",
          "n't",
          "asked",
          "asking",
          "requested",
          "requesting",
          "wished",
          "wishing",
          "wish",
          "wanted",
          "wanting",
          "want",
          "prefer",
          "preferred",
          "preferring",
          "did",
          "does",
          "do",
          "declined",
          "declining",
          "refused",
          "refusing",
          "insisted",
          "insisting",
          "on",
          "chose",
          "unwilling",
          "willing",
          "reluctant",
          "afraid");
  private static final Set<String> REFUSALS =
      Set.of(
          "not",
          "n't",
          "declined",
          "declining",
          "refused",
          "refusing",
          "unwilling",
          "reluctant",
          "afraid");
  private static final Set<String> ALLOWED =
      Set.of("authorised", "authorized", "permitted", "allowed", "cleared");
  private static final Set<String> SPEAK =
      Set.of(
          "speak", "talk", "comment", "brief", "discuss", "address", "give", "share", "disclose");
  private static final Set<String> REASONS =
      Set.of(
          "because", "as", "since", "due", "for", "citing", "fearing", "given", "owing", "out",
          "to", "lest", "in", "amid", "over");
  private static final Set<String> ENDS = Set.of(",", ";", ":", "—", "–", "“", "”", "\"", ")", "(");

  private AnonymityPhrases() {}

  /**
   * Tokens of a paragraph.
   *
   * @param core the token after the words that are needed, after which a reason may follow
   * @param end the token after the last
   */
  record Phrase(int first, int core, int end) {}

  /** The first such words of a sentence, or null. */
  static @Nullable Phrase in(Paragraph paragraph, Sentence sentence) {
    for (int i = sentence.first(); i < sentence.end(); i++) {
      int first = begins(paragraph, sentence, i);
      if (first >= 0) {
        int core = ALLOWED.contains(word(paragraph, i)) ? i + 3 : i + 1;
        return new Phrase(first, core, end(paragraph, sentence, i + 1));
      }
    }
    return null;
  }

  static String word(Paragraph paragraph, int i) {
    return paragraph.tokens().get(i).lower().replace('’', '\'');
  }

  /** Where the phrase begins whose last needed word is this; -1 where it is none. */
  private static int begins(Paragraph paragraph, Sentence sentence, int i) {
    String word = word(paragraph, i);
    if (word.equals("anonymity")) {
      return firstOf(paragraph, sentence, i, BEFORE_ANONYMITY);
    }
    if (word.equals("anonymous") && i > sentence.first()) {
      return word(paragraph, i - 1).startsWith("remain") ? i - 1 : -1;
    }
    if (word.equals("anonymously") && i > sentence.first()) {
      return i - 1;
    }
    if (NAMED.contains(word)) {
      return unnamed(paragraph, sentence, i);
    }
    if (ALLOWED.contains(word) && i + 2 < sentence.end() && i > sentence.first()) {
      boolean speak = word(paragraph, i + 1).equals("to") && SPEAK.contains(word(paragraph, i + 2));
      String before = word(paragraph, i - 1);
      return speak && (before.equals("not") || before.equals("n't")) ? i - 1 : -1;
    }
    return -1;
  }

  private static int firstOf(Paragraph paragraph, Sentence sentence, int last, Set<String> words) {
    int first = last;
    while (first > Math.max(sentence.first(), last - LEFT)
        && words.contains(word(paragraph, first - 1))) {
      first--;
    }
    String word = word(paragraph, first);
    return first < last && (word.equals("the") || word.equals("of")) ? first + 1 : first;
  }

  /** "asked not to be named", "who did not want his name disclosed". */
  private static int unnamed(Paragraph paragraph, Sentence sentence, int named) {
    int be = named - 1;
    while (be > sentence.first() && word(paragraph, be).endsWith("ly")) {
      be--;
    }
    boolean infinitive =
        be - 1 > sentence.first()
            && word(paragraph, be).equals("be")
            && word(paragraph, be - 1).equals("to");
    if (!infinitive) {
      return -1;
    }
    int first = firstOf(paragraph, sentence, be - 1, WISHES);
    for (int i = first; i < be - 1; i++) {
      if (REFUSALS.contains(word(paragraph, i))) {
        return first;
      }
    }
    return -1;
  }

  /** Where the reason ends that follows, if one does. */
  private static int end(Paragraph paragraph, Sentence sentence, int after) {
    int most = Math.min(sentence.end(), after + RIGHT);
    if (after >= most || !REASONS.contains(word(paragraph, after))) {
      return after;
    }
    int end = after;
    while (end < most && !ENDS.contains(word(paragraph, end)) && !isStop(paragraph, end, most)) {
      end++;
    }
    return end;
  }

  private static boolean isStop(Paragraph paragraph, int i, int most) {
    String word = word(paragraph, i);
    return i == most - 1 && (word.equals(".") || word.equals("!") || word.equals("?"));
  }
}
