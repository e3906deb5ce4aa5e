package org.onrecord.attribution.source;

import java.util.List;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Token;

/**
 * The noun that a source's phrase is about, and what it is a noun for.
 *
 * @param index of the token
 */
record SourceHead(int index, Kind kind) {
  /** What somebody or something that says something is. */
  enum Kind {
    /** A spokesman, a source, officials. */
    REPRESENTATIVE,
    /** Somebody else by a role. */
    ROLE,
    /** A body. */
    BODY,
    /** What somebody has written. */
    TEXT,
    OTHER
  }

  /**
   * The head of a phrase: the last word before its first preposition or comma outside of names and
   * of brackets that a letter or two fill.
   *
   * @param inside the names in it, in order
   */
  static SourceHead of(List<Token> tokens, int first, int end, List<NameMention> inside) {
    int head = first;
    int i = first;
    while (i < end) {
      int at = i;
      NameMention name =
          inside.stream().filter(n -> n.first() <= at && n.end() > at).findFirst().orElse(null);
      if (name != null) {
        i = Math.min(end, name.end());
        head = i - 1;
        continue;
      }
      String text = tokens.get(i).text();
      boolean letters = text.equals("(") && i + 2 < end && tokens.get(i + 2).text().equals(")");
      if (letters) {
        i += 3;
        continue;
      }
      boolean stops = i > first && SourcePhrase.isPreposition(Lexicon.lower(text));
      if (stops || SourcePhrase.isComma(tokens.get(i))) {
        break;
      }
      if (tokens.get(i).isWord()) {
        head = i;
      }
      i++;
    }
    return new SourceHead(head, kind(tokens.get(head).text()));
  }

  /** What a noun is a noun for. */
  static Kind kind(String word) {
    if (BodyNouns.isRepresentative(word)) {
      return Kind.REPRESENTATIVE;
    }
    if (BodyNouns.ENGLISH.isText(word)) {
      return Kind.TEXT;
    }
    if (BodyNouns.ENGLISH.body(word).isPresent()) {
      return Kind.BODY;
    }
    boolean role =
        Lexicon.ENGLISH.role(word).isPresent()
            || Lexicon.ENGLISH.role(BodyNouns.singular(Lexicon.lower(word))).isPresent();
    return role ? Kind.ROLE : Kind.OTHER;
  }
}
