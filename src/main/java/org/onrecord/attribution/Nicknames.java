package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.NameMention.Kind;
import org.onrecord.attribution.NameTagger.Tagged;
import org.onrecord.segment.Token;

/** Names with another name in marks or brackets inside: Tomas "Tom" Hale. */
final class Nicknames {
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
      Tagged name = names.get(at++);
      int close = name.kind() == Kind.PERSON ? close(tokens, name.end()) : -1;
      boolean goesOn = close > 0 && close + 1 < tokens.size();
      if (goesOn && NameStretches.isNameWord(tokens.get(close + 1))) {
        int end = close + 2;
        while (at < names.size() && names.get(at).first() < end) {
          end = Math.max(end, names.get(at++).end());
        }
        joined.add(new Tagged(name.first(), end, Kind.PERSON));
      } else {
        joined.add(name);
      }
    }
    return joined;
  }

  /** Where the mark stands that closes what opens at a token; -1 where no nickname does. */
  static int close(List<Token> tokens, int open) {
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
