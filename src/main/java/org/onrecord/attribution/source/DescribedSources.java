package org.onrecord.attribution.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Cast.Resolved;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.source.AntecedentRanker.Choice;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Whom sources stand for that describe somebody: "the minister", "a friend", "the report". */
final class DescribedSources {
  private static final Set<String> OPENINGS = Set.of("a", "an", "whose");

  /** Who has no name as a rule where it is not said at once. */
  private static final Set<String> NAMELESS = Set.of("source", "official", "insider", "staffer");

  /** Somebody of whom nothing like it is said is meant by a description from this likelihood on. */
  private static final double LIKELY = 0.75;

  /** From this likelihood on that it is nobody, the rules are not believed. */
  private static final double SURELY = 0.93;

  private final Scene scene;
  private final Pronouns pronouns;

  DescribedSources(Scene scene, Pronouns pronouns) {
    this.scene = scene;
    this.pronouns = pronouns;
  }

  /** Whom the sentence is about before the words found for its source, which cannot speak. */
  private Optional<Source> subject(Paragraph paragraph, int token) {
    var sentence = paragraph.sentences().get(paragraph.sentenceOf(token));
    return scene
        .focus()
        .firstBetween(
            new Position(paragraph.ordinal(), sentence.first()),
            new Position(paragraph.ordinal(), token))
        .map(member -> Source.person(new Resolved(member, "subject of the sentence", 0.6)));
  }

  /**
   * "Stephanie Acs, 27, a veteran,": the name before the description, an age between at the most.
   * Where no comma closes the description, the name has to open its clause: in "a rally for
   * Stephanie Acs, a friend said" it is the friend.
   */
  private @Nullable Source apposed(
      Paragraph paragraph, int first, int end, List<NameMention> inside) {
    List<Token> tokens = paragraph.tokens();
    int comma = first - 1;
    if (comma < 1
        || !tokens.get(comma).text().equals(",")
        || !describesOne(tokens, first, end, inside)) {
      return null;
    }
    boolean closed = end >= tokens.size() || !tokens.get(end).isWord();
    boolean age =
        comma > 2
            && Character.isDigit(tokens.get(comma - 1).text().charAt(0))
            && tokens.get(comma - 2).text().equals(",");
    int nameEnd = age ? comma - 2 : comma;
    for (NameMention name : scene.touching(paragraph, nameEnd - 1, nameEnd)) {
      boolean opens = opensClause(tokens, name.first());
      Optional<Resolved> who =
          name.end() == nameEnd && (closed || opens) ? scene.cast().at(name) : Optional.empty();
      if (who.isPresent()) {
        return Source.person(new Resolved(who.get().member(), "apposition to the name", 0.9));
      }
    }
    return null;
  }

  /** Whether a clause begins with the name, or with its title or one more word before it. */
  private static boolean opensClause(List<Token> tokens, int name) {
    int before = name - 1;
    while (before >= 0 && tokens.get(before).isCapitalised()) {
      before--;
    }
    return before < 1 || !tokens.get(before).isWord() || !tokens.get(before - 1).isWord();
  }

  /** Whether a phrase may describe one person: no "officials", no "45 percent of voters". */
  private static boolean describesOne(
      List<Token> tokens, int first, int end, List<NameMention> inside) {
    String opening = Lexicon.lower(tokens.get(first).text());
    return OPENINGS.contains(opening)
        || Nominals.isDefinite(tokens.get(first))
        || inside.stream().anyMatch(name -> name.possessive() && name.first() == first)
        || Nominals.describe(tokens, first, end)
            .filter(description -> description.role().kind() != Lexicon.RoleKind.GROUP)
            .isPresent();
  }

  /** Whom a phrase without a name at its head stands for. */
  Source of(Paragraph paragraph, int first, int sourceEnd, List<NameMention> inside) {
    List<Token> tokens = paragraph.tokens();
    int end = SourcePhrase.segmentEnd(tokens, first, sourceEnd);
    Optional<Source> person =
        partisan(paragraph, first, end)
            .map(Source::person)
            .or(() -> Optional.ofNullable(apposed(paragraph, first, sourceEnd, inside)))
            .or(() -> titled(tokens, first, end, inside).map(Source::person));
    if (person.isPresent()) {
      return person.get();
    }
    BodyPhrases phrases =
        new BodyPhrases(paragraph, scene.names(paragraph), scene.cast(), scene.bodies());
    SourceHead noun = SourceHead.of(tokens, first, sourceEnd, inside);
    Source body =
        switch (noun.kind()) {
          case BODY -> scene.bodySources().body(phrases, first, noun.index(), sourceEnd);
          case TEXT -> written(phrases, first, noun.index(), sourceEnd);
          case REPRESENTATIVE, ROLE, OTHER -> null;
        };
    if (body != null) {
      return body;
    }
    Optional<Resolved> meant = meant(phrases, paragraph, noun, first, end, inside);
    if (meant.isPresent()) {
      return Source.person(meant.get());
    }
    NameMention named = phrases.nameAt(noun.index());
    if (named != null && named.kind() == Kind.ORGANISATION && !BodyPhrases.isCommon(named)) {
      return scene.organisation(named);
    }
    boolean word = sourceEnd == first + 1 && tokens.get(first).isCapitalised();
    Body known = word ? scene.bodies().known(tokens.get(first).text()) : null;
    if (known != null) {
      return Source.body(known, "organisation named", 0.6);
    }
    Optional<Source> subject =
        inside.isEmpty()
                && (SourcePhrase.isFragment(tokens, first, sourceEnd)
                    || noun.kind() == SourceHead.Kind.OTHER && isObject(tokens, first))
            ? subject(paragraph, first)
            : Optional.empty();
    String text = paragraph.span(first, Math.max(end, first + 1)).in(paragraph.text());
    return subject.orElseGet(
        () -> scene.bodySources().unnamed(phrases, first, noun.index(), sourceEnd, text));
  }

  /** Whether a preposition leads to a phrase that is no "according to": "waved to" competitors. */
  private static boolean isObject(List<Token> tokens, int first) {
    String before = first == 0 ? "" : Lexicon.lower(tokens.get(first - 1).text());
    boolean according = first > 1 && tokens.get(first - 2).lower().startsWith("accord");
    return Lexicon.isPreposition(before) && !before.equals("by") && !according;
  }

  /** "the Democrat", "the Kentucky Republican". */
  private Optional<Resolved> partisan(Paragraph paragraph, int first, int end) {
    List<Token> tokens = paragraph.tokens();
    int headEnd = SourcePhrase.headEnd(tokens, first, end);
    String head = tokens.get(Math.max(headEnd, first + 1) - 1).text();
    if (!Nominals.isDefinite(tokens.get(first)) || !RolePhrases.isPartisan(head)) {
      return Optional.empty();
    }
    List<String> modifiers =
        tokens.subList(first + 1, Math.max(headEnd, first + 2) - 1).stream()
            .map(token -> Lexicon.lower(token.text()))
            .toList();
    Position position = new Position(paragraph.ordinal(), first);
    return scene.nominals().partisan(head, modifiers, position, scene.focus());
  }

  /** The person of the cast whom "the minister" or "the 33-year-old" means. */
  private Optional<Resolved> meant(
      BodyPhrases phrases,
      Paragraph paragraph,
      SourceHead noun,
      int first,
      int end,
      List<NameMention> inside) {
    List<Token> tokens = paragraph.tokens();
    Position position = new Position(paragraph.ordinal(), first);
    boolean definite = Nominals.isDefinite(tokens.get(first));
    String word = phrases.lower(noun.index());
    Optional<Description> description = Nominals.describe(tokens, first, end);
    if (description.isEmpty()) {
      boolean somebody = definite && inside.isEmpty() && Antecedents.isPersonal(word);
      return somebody ? likeliest(position, Description.of(word)) : Optional.empty();
    }
    Description said = description.get();
    boolean owned = inside.stream().anyMatch(NameMention::possessive);
    boolean one = said.role().kind() != Lexicon.RoleKind.GROUP && !NAMELESS.contains(word);
    if (!one || !definite && !owned) {
      return Optional.empty();
    }
    String text = paragraph.span(first, Math.max(end, first + 1)).in(paragraph.text());
    boolean label = first == 0 && text.equals(text.toUpperCase(Locale.ROOT));
    Optional<Resolved> labelled = label ? scene.nominals().labelled(said) : Optional.empty();
    return labelled.isPresent()
        ? labelled
        : likeliest(position, said)
            .filter(
                who ->
                    !BodyNouns.isSpokesperson(word)
                        || scene.nominals().textFit(who.member(), said) > 0);
  }

  /**
   * Somebody whose name ends a phrase that begins with the office: "Leader of the House in X Y".
   */
  private Optional<Resolved> titled(
      List<Token> tokens, int first, int end, List<NameMention> inside) {
    NameMention last = inside.isEmpty() ? null : inside.getLast();
    boolean office =
        tokens.get(first).isCapitalised() && RolePhrases.at(tokens, first, end).isPresent();
    if (!office || last == null || last.end() != end || last.first() == first) {
      return Optional.empty();
    }
    int at = last.first() - 1;
    while (at > first && Lexicon.ENGLISH.title(tokens.get(at).text()).isPresent()) {
      at--;
    }
    String before = Lexicon.lower(tokens.get(at).text());
    boolean governed = Lexicon.isPreposition(before) || before.equals("the");
    return governed ? Optional.empty() : scene.cast().at(last);
  }

  /** Whom a description means: by the rules, or somebody likelier. */
  private Optional<Resolved> likeliest(Position position, Description description) {
    Optional<Resolved> rules = scene.nominals().resolve(description, position);
    CastMember found = rules.map(Resolved::member).orElse(null);
    Choice choice = scene.antecedents().described(position, description, found);
    if (rules.isPresent() && rules.get().rule().equals(Nominals.HOLDER)) {
      return rules;
    }
    if (rules.isPresent() && choice.candidate().who() == null && choice.probability() < SURELY) {
      return rules.map(by -> new Resolved(by.member(), by.rule(), 1 - choice.probability()));
    }
    boolean sure = choice.probability() > LIKELY || choice.candidate().isFitting();
    if (!(choice.candidate().who() instanceof CastMember member)
        || !member.equals(found) && !sure) {
      return Optional.empty();
    }
    String rule =
        rules
            .filter(by -> by.member().equals(member))
            .map(Resolved::rule)
            .orElse("description of the likeliest");
    return Optional.of(new Resolved(member, rule, choice.probability()));
  }

  private @Nullable Source written(BodyPhrases phrases, int first, int head, int end) {
    Gender owner =
        switch (phrases.lower(first)) {
          case "his" -> Gender.MALE;
          case "her" -> Gender.FEMALE;
          default -> Gender.UNKNOWN;
        };
    if (owner != Gender.UNKNOWN) {
      return pronouns.byFocus(phrases.position(first), owner);
    }
    return scene.bodySources().writer(phrases, scene.cast(), first, head, end);
  }
}
