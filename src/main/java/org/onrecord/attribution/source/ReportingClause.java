package org.onrecord.attribution.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/**
 * The subject of the word that reports, where the words found for its source stand in a part of the
 * clause that only says more of the subject: "Ruth Alder, who left Elmsea in May, said".
 */
final class ReportingClause {
  /** Words that report what stands before them, and have no other object. */
  private static final Set<String> INVERTING =
      Set.of(
          "said",
          "says",
          "wrote",
          "writes",
          "added",
          "adds",
          "explained",
          "explains",
          "insisted",
          "insists",
          "recalled",
          "recalls",
          "noted",
          "notes",
          "argued",
          "argues",
          "tweeted");

  /** Words that have whom it is said to behind them. */
  private static final Set<String> TELLING =
      Set.of("told", "tells", "informed", "reminded", "assured", "assures");

  /** What may stand between a comma and the word that reports. */
  private static final Set<String> AUXILIARIES =
      Set.of("has", "have", "had", "also", "later", "then", "now", "once", "even", "again");

  private static final Set<String> CLOSINGS = Set.of(",", ")", "—", "–", "--", "-");
  private static final Set<String> OPENINGS = Set.of(",", "(", "—", "–", "--", "-", "who");
  private static final Set<String> JOINTS = Set.of("and", "or", "but", "&", ";");

  /** How an apposition without a name of its own may begin. */
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private final Cast cast;
  private final List<NameMention> names;
  private final List<Token> tokens;

  /**
   * @param names those of the paragraph, in order
   * @param tokens the paragraph's
   */
  ReportingClause(Cast cast, List<NameMention> names, List<Token> tokens) {
    this.cast = cast;
    this.names = names;
    this.tokens = tokens;
  }

  /**
   * Who speaks: the subject of the word that reports where the source only stands beside it, else
   * the source itself.
   *
   * @param cue the words that report, in the same paragraph; null where there are none
   * @param content the first token of what is said, -1 where that is in another paragraph
   */
  TokenSpan speaker(Sentence sentence, TokenSpan source, @Nullable TokenSpan cue, int content) {
    NameMention blamed = content > sentence.first() ? blamed(source, content - 1) : null;
    if (blamed != null) {
      return new TokenSpan(blamed.first(), blamed.end());
    }
    if (cue == null || cue.first() < sentence.first() || cue.first() >= sentence.end()) {
      return source;
    }
    NameMention other = owner(cue);
    other = other == null ? teller(source, cue) : other;
    if (other != null) {
      return new TokenSpan(other.first(), other.end());
    }
    NameMention subject = blamed(source, cue.first());
    subject = subject == null ? inverted(source, cue) : subject;
    subject = subject == null ? before(sentence, source, cue) : subject;
    return subject == null ? source : new TokenSpan(subject.first(), subject.end());
  }

  /** "Hale stood firm against ALDER's demand that …": whose the noun is that reports a clause. */
  private @Nullable NameMention owner(TokenSpan cue) {
    int possessive = cue.first() - 1;
    boolean owned =
        possessive > 0
            && Lexicon.isPossessive(tokens.get(possessive).text())
            && cue.end() < tokens.size()
            && tokens.get(cue.end()).text().equals("that");
    for (NameMention name : NameMention.touching(names, possessive - 1, possessive)) {
      if (owned && name.end() == possessive && name.possessive() && isPerson(name)) {
        return name;
      }
    }
    return null;
  }

  /** "ALDER told the Harbour Post", where the paper was taken for who speaks. */
  private @Nullable NameMention teller(TokenSpan source, TokenSpan cue) {
    boolean tells =
        source.first() == cue.end()
            && TELLING.contains(Lexicon.lower(tokens.get(cue.end() - 1).text()));
    int end = cue.first();
    while (tells && end > 1 && isAdverbial(tokens.get(end - 1))) {
      end--;
    }
    return tells && end > 0 ? endingAt(end) : null;
  }

  /** "Hale lashed out at ALDER for calling the market a cellar": whose saying is held against. */
  private @Nullable NameMention blamed(TokenSpan source, int saying) {
    int at = saying - 1;
    boolean blames =
        at > source.end()
            && Lexicon.lower(tokens.get(saying).text()).endsWith("ing")
            && Lexicon.lower(tokens.get(at).text()).equals("for");
    for (int i = source.end(); blames && i < at; i++) {
      blames = !Lexicon.lower(tokens.get(i).text()).startsWith("apolog");
    }
    NameMention name = blames ? endingAt(at) : null;
    return name == null || name.first() < source.end() ? null : name;
  }

  /** "…, said ALDER, who held a fundraiser for the harbour in May". */
  private @Nullable NameMention inverted(TokenSpan source, TokenSpan cue) {
    boolean inverts =
        cue.first() > 0
            && INVERTING.contains(Lexicon.lower(tokens.get(cue.end() - 1).text()))
            && !tokens.get(cue.first() - 1).isWord();
    if (!inverts) {
      return null;
    }
    for (NameMention name : NameMention.touching(names, cue.end(), source.first())) {
      boolean follows = name.first() >= cue.end() && isTitled(cue.end(), name.first());
      boolean beside = name.end() < source.first() && !tokens.get(name.end()).text().equals("and");
      if (follows && beside && isPerson(name)) {
        return name;
      }
    }
    return null;
  }

  /** Whether nothing but titles and roles stands between two places. */
  private boolean isTitled(int from, int end) {
    for (int i = from; i < end; i++) {
      boolean plain =
          tokens.get(i).isCapitalised() || Lexicon.ENGLISH.role(tokens.get(i).text()).isPresent();
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** "ALDER, speaking at a rally in Elmsea, warned". */
  private @Nullable NameMention before(Sentence sentence, TokenSpan source, TokenSpan cue) {
    if (cue.first() <= source.first()) {
      return null;
    }
    int closing = cue.first() - 1;
    while (closing > source.first() && isAdverbial(tokens.get(closing))) {
      closing--;
    }
    boolean closed =
        CLOSINGS.contains(tokens.get(closing).text())
            && source.first() < closing
            && source.end() <= closing + 1;
    boolean opens = source.first() == sentence.first();
    if (!closed || opens || JOINTS.contains(tokens.get(source.first() - 1).text())) {
      return null;
    }
    NameMention subject = null;
    for (NameMention name : NameMention.touching(names, sentence.first(), source.first())) {
      boolean stands =
          name.end() < source.first()
              && !name.possessive()
              && isBetween(name.end(), closing)
              && opensClause(sentence, name.first())
              && isPerson(name);
      if (stands && isAside(name, source, closing)) {
        subject = name;
      }
    }
    return subject;
  }

  /**
   * Whether what one token begins, another ends: "ALDER (D-Elm.), speaking at a rally, warned", but
   * not two brackets: "Hale (R-Ohio) left, while ALDER (R-Utah) said".
   */
  private boolean isBetween(int opening, int closing) {
    int from = opening;
    if (tokens.get(opening).text().equals("(")) {
      while (from < closing && !tokens.get(from).text().equals(")")) {
        from++;
      }
      if (from == closing) {
        return true;
      }
      from++;
    }
    String text = tokens.get(from).text();
    return OPENINGS.contains(text) && !text.equals("(") && !tokens.get(closing).text().equals(")");
  }

  /** Whether the source stands in what is said of somebody between commas. */
  private boolean isAside(NameMention subject, TokenSpan source, int closing) {
    boolean apart = !tokens.get(source.first() - 1).isWord();
    boolean person =
        NameMention.touching(names, source.first(), source.end()).stream()
            .anyMatch(name -> !name.possessive() && isPerson(name));
    if (apart && person) {
      return false;
    }
    boolean first = source.first() == subject.end() + 1;
    boolean described = ARTICLES.contains(Lexicon.lower(tokens.get(source.first()).text()));
    if (apart && described && !first) {
      return false;
    }
    for (int i = subject.end() + 1; i < closing; i++) {
      boolean after = tokens.get(i - 1).text().equals(",") && i > subject.end() + 1;
      String word = Lexicon.lower(tokens.get(i).text());
      boolean acts = after && tokens.get(i).isWord() && word.endsWith("ed");
      if (acts || word.equals(";") || word.equals("said")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAdverbial(Token token) {
    String word = Lexicon.lower(token.text());
    return AUXILIARIES.contains(word) || word.length() > 4 && word.endsWith("ly");
  }

  /** Whether a name stands first in its clause, titles before it and one more word at the most. */
  private boolean opensClause(Sentence sentence, int name) {
    int before = name - 1;
    while (before >= sentence.first()
        && (tokens.get(before).isCapitalised()
            || Lexicon.ENGLISH.role(tokens.get(before).text()).isPresent()
            || ARTICLES.contains(tokens.get(before).text()))) {
      before--;
    }
    return before <= sentence.first() || !tokens.get(before).isWord();
  }

  private boolean isPerson(NameMention name) {
    return cast.at(name).isPresent();
  }

  /** The name of a person that ends at a token; null where none does. */
  private @Nullable NameMention endingAt(int end) {
    List<NameMention> found = new ArrayList<>();
    for (NameMention name : NameMention.touching(names, end - 1, end)) {
      if (name.end() == end && !name.possessive() && isPerson(name)) {
        found.add(name);
      }
    }
    return found.isEmpty() ? null : found.getLast();
  }
}
