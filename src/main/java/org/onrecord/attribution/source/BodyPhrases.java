package org.onrecord.attribution.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.BodyNouns.BodyNoun;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Reads which organisations the words of one paragraph name or mean. */
public final class BodyPhrases {
  /** So many tokens a body's name in small letters has at the most. */
  private static final int LONGEST = 7;

  /** Where something is shown by those who are no publishers of it. */
  private static final Set<String> PLATFORMS =
      Set.of(
          "Twitter",
          "Facebook",
          "Instagram",
          "X",
          "YouTube",
          "LinkedIn",
          "WhatsApp",
          "Telegram",
          "TikTok",
          "Truth Social",
          "Weibo",
          "Snapchat",
          "Reddit");

  /** Nouns for any body whatever its name. */
  private static final Set<String> GENERAL =
      Set.of(
          "company",
          "firm",
          "group",
          "organisation",
          "organization",
          "agency",
          "airline",
          "carrier",
          "retailer",
          "carmaker",
          "automaker",
          "lender",
          "startup",
          "start-up",
          "manufacturer",
          "network",
          "newspaper",
          "magazine",
          "outlet",
          "daily");

  /** How the names of houses end that are called for those who govern from there. */
  private static final Set<String> SEATS =
      Set.of(
          "house",
          "palace",
          "street",
          "bhavan",
          "bhawan",
          "niwas",
          "kremlin",
          "pentagon",
          "elysee",
          "elysée",
          "élysée",
          "vatican",
          "whitehall",
          "matignon");

  private static final Set<String> OPENINGS = Set.of("the", "a", "an", "this", "that");

  private final Paragraph paragraph;
  private final List<Token> tokens;
  private final List<NameMention> names;
  private final Cast cast;
  private final Bodies bodies;

  /**
   * @param names those of the paragraph, in order
   */
  public BodyPhrases(Paragraph paragraph, List<NameMention> names, Cast cast, Bodies bodies) {
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
    this.names = names;
    this.cast = cast;
    this.bodies = bodies;
  }

  /** Whether a name is a body's by itself, and nobody's of the cast. */
  boolean isBody(NameMention name) {
    return (name.kind() == Kind.ORGANISATION || name.kind() == Kind.UNKNOWN || isSeat(name))
        && cast.at(name).isEmpty()
        && name.words().size() <= LONGEST + 3
        && !cast.isOrdinary(name)
        && !PLATFORMS.contains(name.name())
        && !isCommon(name);
  }

  /** Whether a place is called for those who govern there and is no country: the Kremlin. */
  private static boolean isSeat(NameMention name) {
    return name.kind() == Kind.PLACE && SEATS.contains(Lexicon.lower(name.last()));
  }

  /** Whether a name is one word that is no name but for its capital: Police, Industry. */
  static boolean isCommon(NameMention name) {
    if (name.words().size() > 1) {
      return false;
    }
    String word = name.name();
    boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    boolean partisans = word.endsWith("s") && RolePhrases.isPartisan(BodyNouns.singular(word));
    boolean common =
        SourceHead.kind(word) != SourceHead.Kind.OTHER
            || name.opens() && OrdinaryWords.contains(Lexicon.lower(word));
    return partisans || common && !capitals && !Lexicon.ENGLISH.isPartyWord(word);
  }

  /** The name that holds a token, or null. */
  @Nullable NameMention nameAt(int token) {
    for (NameMention name : NameMention.touching(names, token, token + 1)) {
      return name;
    }
    return null;
  }

  /**
   * The body that a phrase means whose head is a noun for bodies: named by the words before it, or
   * meant by "the NOUN"; null where neither.
   */
  @Nullable Body headed(int first, int head) {
    Optional<BodyNoun> noun = BodyNouns.ENGLISH.body(tokens.get(head).text());
    if (noun.isEmpty()) {
      return null;
    }
    int from = first;
    boolean definite = isDefinite(first);
    if (OPENINGS.contains(lower(first))) {
      from++;
    }
    NameMention whole = nameAt(head);
    if (whole != null && whole.first() >= first && whole.words().size() > 1 && isBody(whole)) {
      return bodies.called(whole.name());
    }
    List<String> modifiers = new ArrayList<>();
    for (int i = from; i < head; i++) {
      modifiers.add(lower(i));
    }
    Optional<Body> meant =
        definite ? bodies.called(noun.get(), modifiers, position(first)) : Optional.empty();
    int start = from;
    Body found = meant.orElseGet(() -> byWords(noun.get(), start, head));
    boolean any = definite && isFirm(lower(head)) && BodyNouns.telling(modifiers).isEmpty();
    return found == null && any
        ? bodies.it(position(first)).filter(BodyPhrases::isCompany).orElse(null)
        : found;
  }

  /** Whether a noun is for bodies whose names seldom have it: company, airline. */
  private static boolean isFirm(String noun) {
    return GENERAL.contains(noun) && !noun.equals("group") && !noun.startsWith("organi");
  }

  /** Whether a body's name does not say that it is another kind of body than a company. */
  private static boolean isCompany(Body body) {
    String last = body.name().substring(body.name().lastIndexOf(' ') + 1);
    boolean other =
        BodyNouns.ENGLISH.body(last).isPresent() && !GENERAL.contains(Lexicon.lower(last));
    return !other && !Lexicon.ENGLISH.isPlace(body.name()) && !Lexicon.ENGLISH.isPartyWord(last);
  }

  /** "the Telangana government", "the defence ministry": a name of its own in small letters. */
  private @Nullable Body byWords(BodyNoun noun, int from, int head) {
    int start = from;
    for (int i = from; i < head; i++) {
      boolean possessive = Lexicon.isPossessive(tokens.get(i).text());
      boolean owned = possessive && i + 1 < head && noun.named();
      start = owned ? i + 1 : start;
      boolean odd = !tokens.get(i).isWord() && !possessive && !tokens.get(i).text().equals("-");
      if (odd) {
        return null;
      }
    }
    boolean named = false;
    boolean telling = false;
    for (int i = start; i < head; i++) {
      named |= tokens.get(i).isCapitalised() && !BodyNouns.isPlain(lower(i));
      telling |= tokens.get(i).isWord() && !BodyNouns.isPlain(lower(i));
    }
    while (start < head && BodyNouns.isPlain(lower(start))) {
      start++;
    }
    boolean name = start < head && head - start < LONGEST && (named || noun.named() && telling);
    return name ? bodies.called(text(start, head + 1)) : null;
  }

  /** The body that begins at a token or after its article, or null. */
  @Nullable Body at(int token, int limit) {
    int from = token;
    if (from < limit && OPENINGS.contains(lower(from))) {
      from++;
    }
    if (from >= limit) {
      return null;
    }
    NameMention name = nameAt(from);
    if (name != null && name.first() <= from && name.end() <= limit) {
      boolean goesOn = name.end() < limit && isNoun(name.end());
      if (!goesOn && !name.possessive()) {
        return isBody(name) ? bodies.called(name.name()) : null;
      }
    }
    for (int i = from; i < Math.min(limit, from + LONGEST); i++) {
      boolean inner = tokens.get(i).isWord() || Lexicon.isPossessive(tokens.get(i).text());
      if (!inner || Lexicon.isPreposition(lower(i)) || lower(i).equals("and")) {
        return null;
      }
      boolean ends = i + 1 >= limit || BodyNouns.ENGLISH.body(tokens.get(i + 1).text()).isEmpty();
      if (ends && BodyNouns.ENGLISH.body(tokens.get(i).text()).isPresent()) {
        return headed(token, i);
      }
    }
    return null;
  }

  private boolean isNoun(int i) {
    return BodyNouns.ENGLISH.body(tokens.get(i).text()).isPresent();
  }

  /**
   * The body that stands right before a noun in a phrase, an office or adjective between at the
   * most: "a senior White House" official, "the bank's" officers, "foreign ministry" sources.
   */
  @Nullable Body before(int first, int noun) {
    int at = noun - 1;
    while (at > first && isLoose(at)) {
      at--;
    }
    if (at < first) {
      return null;
    }
    if (tokens.get(at).text().equals(")") && at - 2 > first) {
      at -= 3;
    }
    NameMention name = nameAt(at);
    if (name != null && isBody(name) && name.first() >= first) {
      NameMention joined = name.first() > first ? nameAt(name.first() - 1) : null;
      boolean one = joined != null && joined.end() == name.first() && isBody(joined);
      return bodies.called(one && joined != null ? joined.name() + " " + name.name() : name.name());
    }
    if (BodyNouns.ENGLISH.body(tokens.get(at).text()).isEmpty()) {
      return letters(at, name);
    }
    int start = at;
    while (start > first && at - start < LONGEST && isInner(start - 1)) {
      start--;
    }
    Body found = headed(start, at);
    int last = at;
    Optional<BodyNoun> bare = BodyNouns.ENGLISH.body(tokens.get(at).text());
    return found != null || bare.isEmpty()
        ? found
        : bodies
            .called(bare.get(), List.of(), position(first))
            .or(() -> GENERAL.contains(lower(last)) ? bodies.it(position(first)) : Optional.empty())
            .orElse(null);
  }

  /** The body of letters that belong to no name: "CIA" spokesman. */
  private @Nullable Body letters(int at, @Nullable NameMention name) {
    String word = tokens.get(at).text();
    return name == null && OrganisationSigns.isAbbreviation(word) ? bodies.called(word) : null;
  }

  private boolean isLoose(int i) {
    String text = tokens.get(i).text();
    boolean word =
        tokens.get(i).isWord()
            && !tokens.get(i).isCapitalised()
            && BodyNouns.ENGLISH.body(text).isEmpty()
            && nameAt(i) == null;
    return word || Lexicon.isPossessive(text) || text.equals("-");
  }

  private boolean isInner(int i) {
    return tokens.get(i).isWord() || Lexicon.isPossessive(tokens.get(i).text());
  }

  boolean isDefinite(int first) {
    return Nominals.isDefinite(tokens.get(first))
        || lower(first).equals("its")
        || lower(first).equals("these");
  }

  Position position(int token) {
    return new Position(paragraph.ordinal(), token);
  }

  String lower(int i) {
    return Lexicon.lower(tokens.get(i).text());
  }

  String text(int first, int end) {
    return paragraph.span(first, end).in(paragraph.text());
  }

  List<Token> tokens() {
    return tokens;
  }

  Bodies bodies() {
    return bodies;
  }
}
