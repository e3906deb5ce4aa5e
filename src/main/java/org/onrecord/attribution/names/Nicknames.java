package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Token;

/** Names with another name in marks or brackets inside: Tomas "Tom" Hale. */
public final class Nicknames {
  private static final Set<String> OPENING = Set.of("“", "\"", "‘", "'", "(", "``");
  private static final Set<String> CLOSING = Set.of("”", "\"", "’", "'", ")", "''");

  /** So many words of a nickname stand between the marks at the most. */
  private static final int LONGEST = 2;

  private Nicknames() {}

  /** The names with those joined that a nickname parts. */
  static List<Tagged> joined(List<Token> tokens, List<Tagged> names) {
    List<Tagged> joined = new ArrayList<>();
    int at = 0;
    while (at < names.size()) {
      Tagged name = withGivenName(tokens, names.get(at++));
      int close = name.kind() == Kind.PERSON ? close(tokens, name.end()) : -1;
      boolean goesOn = close > 0 && close + 1 < tokens.size();
      if (goesOn && NameStretches.isNameWord(tokens.get(close + 1))) {
        int end = close + 2;
        while (at < names.size() && names.get(at).first() < end) {
          end = Math.max(end, names.get(at++).end());
        }
        name = new Tagged(name.first(), end, Kind.PERSON);
      }
      while (!joined.isEmpty() && joined.getLast().end() > name.first()) {
        joined.removeLast();
      }
      joined.add(name);
    }
    return joined;
  }

  /** A name behind a nickname, with the given name that stands before that. */
  private static Tagged withGivenName(List<Token> tokens, Tagged name) {
    int inside = name.first() > 1 ? close(tokens, name.first() - 1) : -1;
    if (inside > 0
        && inside < name.end()
        && Lexicon.ENGLISH.isGivenName(tokens.get(name.first() - 2).text())) {
      return new Tagged(name.first() - 2, name.end(), Kind.PERSON);
    }
    for (int open = name.first() - 2; open > 0 && open > name.first() - 4; open--) {
      String before = tokens.get(open - 1).text();
      if (close(tokens, open) == name.first() - 1
          && !tokens.get(open).text().equals("(")
          && Lexicon.ENGLISH.isGivenName(before)) {
        return new Tagged(open - 1, name.end(), Kind.PERSON);
      }
    }
    return name;
  }

  /** Where the mark stands that closes what opens at a token; -1 where no nickname does. */
  public static int close(List<Token> tokens, int open) {
    if (open >= tokens.size() || !OPENING.contains(tokens.get(open).text())) {
      return -1;
    }
    int at = open + 1;
    while (at < tokens.size() && at - open <= LONGEST && NameStretches.isNameWord(tokens.get(at))) {
      at++;
    }
    boolean closed = at > open + 1 && at < tokens.size();
    return closed && CLOSING.contains(tokens.get(at).text()) ? at : -1;
  }
}
