package org.onrecord.attribution.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.PartyRef;
import org.onrecord.attribution.cast.PartyFinder;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** The party of sources without a name: "BJP workers", "many Democrats", "members of the PPP". */
public final class PartisanSources {
  /** The rule of a party that such words name. */
  public static final String RULE = "party of the unnamed source";

  /** Who is of no party, or not of the one that is named with them. */
  private static final Set<String> OTHERS =
      Set.of(
          "critic",
          "opponent",
          "rival",
          "foe",
          "defector",
          "rebel",
          "dissident",
          "voter",
          "ally",
          "allie",
          "partner",
          "coalition",
          "government",
          "administration",
          "breakaway",
          "state",
          "report",
          "poll",
          "victim",
          "judge",
          "court",
          "contractor",
          "company",
          "firm",
          "newspaper",
          "website",
          "outlet",
          "analyst",
          "expert",
          "former",
          "ex",
          "expelled",
          "suspended",
          "anti",
          "non",
          "pro",
          "against",
          "both",
          "bipartisan");

  /** A letter is no party by itself: I. */
  private static final int SHORTEST = 2;

  private static final Set<String> BELONGING =
      Set.of("of", "in", "from", "within", "inside", "for");

  private final PartyFinder parties;

  public PartisanSources(PartyFinder parties) {
    this.parties = parties;
  }

  /**
   * The party that a phrase for somebody without a name tells.
   *
   * @param end of the phrase, exclusive
   * @param names those of the paragraph, in order
   */
  public Optional<PartyRef> of(Paragraph paragraph, int first, int end, List<NameMention> names) {
    List<Token> tokens = paragraph.tokens();
    int limit = SourcePhrase.segmentEnd(tokens, first, end);
    if (limit <= first) {
      return Optional.empty();
    }
    SourceHead head =
        SourceHead.of(tokens, first, limit, NameMention.touching(names, first, limit));
    for (int i = first; i <= head.index(); i++) {
      String word = Lexicon.lower(tokens.get(i).text());
      String start = word.contains("-") ? word.substring(0, word.indexOf('-')) : word;
      if (OTHERS.contains(BodyNouns.singular(word)) || OTHERS.contains(start)) {
        return Optional.empty();
      }
    }
    if (head.kind() == SourceHead.Kind.TEXT) {
      return Optional.empty();
    }
    String noun = tokens.get(head.index()).text();
    if (noun.length() < SHORTEST) {
      return Optional.empty();
    }
    if (RolePhrases.isPartisan(noun) || RolePhrases.isPartisan(BodyNouns.singular(noun))) {
      return parties.alone(noun);
    }
    return before(tokens, first, head.index(), names)
        .or(() -> after(tokens, head.index() + 1, limit, names));
  }

  /** The party named before the noun, words in small letters between at the most. */
  private Optional<PartyRef> before(
      List<Token> tokens, int first, int head, List<NameMention> names) {
    for (int i = head - 1; i >= first && tokens.get(i).isWord(); i--) {
      Token token = tokens.get(i);
      if (!token.isCapitalised() || token.text().length() < SHORTEST) {
        continue;
      }
      int at = i;
      Optional<PartyRef> named =
          NameMention.touching(names, i, i + 1).stream()
              .filter(name -> name.first() >= first && !name.possessive() && name.end() == at + 1)
              .findFirst()
              .flatMap(name -> parties.alone(name.name()));
      boolean two = i > first && tokens.get(i - 1).isCapitalised();
      Optional<PartyRef> whole =
          two ? parties.alone(tokens.get(i - 1).text() + " " + token.text()) : Optional.empty();
      return whole.or(() -> named).or(() -> two ? Optional.empty() : parties.alone(token.text()));
    }
    return Optional.empty();
  }

  /** The party named behind the noun: members "of the PPP". */
  private Optional<PartyRef> after(
      List<Token> tokens, int from, int limit, List<NameMention> names) {
    boolean belongs =
        from + 1 < limit && BELONGING.contains(Lexicon.lower(tokens.get(from).text()));
    int at = from + 1;
    while (at < limit && tokens.get(at).isWord() && !tokens.get(at).isCapitalised()) {
      at++;
    }
    int start = at;
    return belongs && at < limit
        ? NameMention.touching(names, at, at + 1).stream()
            .filter(name -> name.first() == start && !name.possessive())
            .findFirst()
            .flatMap(name -> parties.alone(name.name()))
        : Optional.empty();
  }
}
