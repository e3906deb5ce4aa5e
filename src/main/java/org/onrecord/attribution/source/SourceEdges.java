package org.onrecord.attribution.source;

import java.util.List;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.party.PartyReader;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Token;

/**
 * Where the words of a source really begin and end: with the names that they cut, follow or lead
 * to.
 */
final class SourceEdges {
  private final Cast cast;
  private final List<NameMention> names;
  private final List<Token> tokens;

  /**
   * @param names those of the paragraph, in order
   * @param tokens the paragraph's
   */
  SourceEdges(Cast cast, List<NameMention> names, List<Token> tokens) {
    this.cast = cast;
    this.names = names;
    this.tokens = tokens;
  }

  /**
   * Where the phrase begins with the name that party and state in it belong to: Mitch McConnell,
   * "R-Ky.,".
   */
  int start(int first) {
    boolean behind =
        first > 1
            && PartyReader.isDashed(tokens.get(first).text())
            && (tokens.get(first - 1).text().equals(",")
                || tokens.get(first - 1).text().equals("("));
    if (behind) {
      for (NameMention name : touching(first - 2, first - 1)) {
        if (cast.at(name).isPresent()) {
          return name.first();
        }
      }
    }
    return first;
  }

  /** Where the phrase ends, names that it cuts or leads to made whole. */
  int end(int first, int found) {
    return withName(first, wholeName(first, found));
  }

  /** Where the phrase ends with the whole of a name in it whose last words it lacks. */
  private int wholeName(int first, int end) {
    List<NameMention> inside = touching(first, end);
    boolean cut = !inside.isEmpty() && inside.getLast().end() > end;
    return cut && inside.getLast().first() >= first ? inside.getLast().end() : end;
  }

  /**
   * Where the phrase ends with the name that follows it: "Actor" Clint Howard; "the inspector
   * general", Steve Linick.
   */
  private int withName(int first, int end) {
    int at = end;
    while (at < tokens.size()
        && at < end + 3
        && Lexicon.ENGLISH.role(tokens.get(at).text()).isPresent()) {
      at++;
    }
    boolean described = at > end || Nominals.describe(tokens, first, end).isPresent();
    boolean named = touching(first, end).stream().anyMatch(n -> cast.at(n).isPresent());
    int comma = at < tokens.size() && isAside(tokens.get(at)) ? at + 1 : at;
    for (NameMention name : touching(comma, comma + 1)) {
      boolean follows = name.first() == comma && cast.at(name).isPresent() && !name.possessive();
      if (follows && described && !named) {
        boolean closed = name.end() >= tokens.size() || isAside(tokens.get(name.end()));
        return comma == at || closed ? name.end() : end;
      }
    }
    return end;
  }

  /** Whether a comma or dash begins or ends what is said beside a phrase. */
  private static boolean isAside(Token token) {
    return SourcePhrase.isComma(token) && !token.text().equals("(") && !token.text().equals(")");
  }

  private List<NameMention> touching(int first, int end) {
    return NameMention.touching(names, first, end);
  }
}
