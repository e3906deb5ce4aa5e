package org.onrecord.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.Attribution.ToOrganisation;
import org.onrecord.attribution.Attribution.ToPerson;
import org.onrecord.attribution.Attribution.ToUnnamed;
import org.onrecord.attribution.Attribution.Unattributed;
import org.onrecord.attribution.Cast.Resolved;
import org.onrecord.attribution.NameMention.Kind;
import org.onrecord.quotation.Mention;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Token;

/** From the words of a source to whom they stand for. */
final class SourceResolver {
  /** So many tokens may stand between a name and its relative pronoun. */
  private static final int RELATIVE_REACH = 6;

  private static final Set<String> OPENINGS = Set.of("a", "an", "whose");

  private final SegmentedArticle article;
  private final Map<Integer, List<NameMention>> names;
  private final Cast cast;
  private final Nominals nominals;
  private final PartyFinder parties;
  private final Focus focus;

  /** Who was found; the member where it is a person of the cast. */
  record Source(Attribution attribution, @Nullable CastMember member) {}

  SourceResolver(
      SegmentedArticle article,
      Map<Integer, List<NameMention>> names,
      Cast cast,
      Nominals nominals,
      PartyFinder parties,
      Focus focus) {
    this.article = article;
    this.names = names;
    this.cast = cast;
    this.nominals = nominals;
    this.parties = parties;
    this.focus = focus;
  }

  Source resolve(Mention source) {
    Paragraph paragraph = article.paragraph(source.paragraph());
    int first = paragraph.tokenAt(source.span().start());
    int end = first;
    while (end < paragraph.tokens().size()
        && paragraph.tokens().get(end).start() < source.span().end()) {
      end++;
    }
    if (end == first) {
      return none("no words in the source");
    }
    boolean relative = Lexicon.lower(paragraph.tokens().get(first).text()).equals("who");
    if (end == first + 1 || relative) {
      Source pronoun = pronoun(paragraph, first);
      if (pronoun != null) {
        return pronoun;
      }
    }
    if (first == 0 && end == 1 && CapitalisedRuns.isLetterLabel(paragraph.tokens().getFirst())) {
      return new Source(new ToUnnamed(source.text(), "a letter for whoever asks", 0.9), null);
    }
    SourceEdges edges =
        new SourceEdges(
            cast, names.getOrDefault(paragraph.ordinal(), List.of()), paragraph.tokens());
    int from = edges.start(first);
    return phrase(paragraph, from, edges.end(from, end));
  }

  private List<NameMention> touching(Paragraph paragraph, int first, int end) {
    List<NameMention> all = names.getOrDefault(paragraph.ordinal(), List.of());
    return NameMention.touching(all, first, end);
  }

  private static Source none(String rule) {
    return new Source(new Unattributed(rule), null);
  }

  static Source person(Resolved who) {
    CastMember member = who.member();
    String rule =
        member
            .variant()
            .filter(variant -> !who.rule().endsWith(variant))
            .map(variant -> who.rule() + ", " + variant)
            .orElse(who.rule());
    return new Source(
        new ToPerson(member.displayName(), member.id(), rule, who.confidence()), member);
  }

  private @Nullable Source pronoun(Paragraph paragraph, int token) {
    Position position = new Position(paragraph.ordinal(), token);
    return switch (Lexicon.lower(paragraph.tokens().get(token).text())) {
      case "he", "him", "his" -> byFocus(position, Gender.MALE);
      case "she", "her" -> byFocus(position, Gender.FEMALE);
      case "who" -> relative(paragraph, token);
      case "i", "we", "me", "us", "my", "our" -> none("first person of the writer or of a speaker");
      case "they", "it", "you", "one", "them", "this", "that" -> none("pronoun for no one person");
      default -> null;
    };
  }

  private Source byFocus(Position position, Gender gender) {
    Optional<Focus.Found> found = focus.before(position, gender);
    if (found.isEmpty()) {
      return none("pronoun without antecedent");
    }
    boolean known = found.get().member().gender() != Gender.UNKNOWN;
    String rule =
        !found.get().subject()
            ? "pronoun for the last one named"
            : found.get().sameParagraph()
                ? "pronoun for the paragraph's subject"
                : "pronoun for the last subject or speaker";
    double sure = !found.get().subject() ? 0.65 : found.get().sameParagraph() ? 0.8 : 0.74;
    double confidence = sure - (known ? 0 : 0.05);
    return person(new Resolved(found.get().member(), rule, confidence));
  }

  /** "Bukhari, who said": the name before the relative pronoun. */
  private Source relative(Paragraph paragraph, int who) {
    NameMention nearest = null;
    for (NameMention name : touching(paragraph, who - RELATIVE_REACH - 1, who)) {
      if (name.end() <= who && who - name.end() <= RELATIVE_REACH) {
        nearest = name;
      }
    }
    Optional<Resolved> resolved = nearest == null ? Optional.empty() : cast.at(nearest);
    return resolved
        .map(r -> person(new Resolved(r.member(), "relative clause of the name", 0.85)))
        .orElseGet(() -> none("relative pronoun without a name"));
  }

  private Source phrase(Paragraph paragraph, int first, int end) {
    List<Token> tokens = paragraph.tokens();
    List<NameMention> inside = touching(paragraph, first, end);
    int segmentStart = first;
    Source place = null;
    while (segmentStart < end) {
      int segmentEnd = SourcePhrase.segmentEnd(tokens, segmentStart, end);
      Source found = segment(paragraph, segmentStart, segmentEnd, inside);
      boolean opensWithPlace = found != null && isPlace(inside, segmentStart);
      if (found != null && !opensWithPlace) {
        return found.member() != null || place == null ? found : place;
      }
      place = place == null ? found : place;
      segmentStart = segmentEnd + 1;
    }
    if (place != null) {
      return place;
    }
    return description(paragraph, first, end, inside);
  }

  private static boolean isPlace(List<NameMention> inside, int first) {
    return inside.stream().anyMatch(n -> n.first() == first && n.kind() == Kind.PLACE);
  }

  /** A person whose name ends the head of the segment, else an organisation that does. */
  private @Nullable Source segment(
      Paragraph paragraph, int start, int end, List<NameMention> inside) {
    List<Token> tokens = paragraph.tokens();
    int headEnd = SourcePhrase.headEnd(tokens, start, end, inside);
    for (int i = inside.size() - 1; i >= 0; i--) {
      NameMention name = inside.get(i);
      boolean within = name.first() >= start && name.end() <= end && name.first() < headEnd;
      if (!within || name.possessive()) {
        continue;
      }
      if (name.end() < headEnd && SourcePhrase.isDescribing(tokens, name.end())) {
        continue;
      }
      Optional<Resolved> first = i > 0 ? joined(tokens, inside.get(i - 1), name) : Optional.empty();
      Optional<Resolved> who = first.or(() -> cast.at(name));
      if (who.isPresent()) {
        return person(who.get());
      }
      if (name.end() < headEnd || PartyReader.isDashed(name.last())) {
        continue;
      }
      if (name.kind() == Kind.PLACE && isWhere(tokens, name)) {
        return none("a place where something is said");
      }
      if (name.kind() == Kind.ORGANISATION
          || name.kind() == Kind.PLACE
          || name.kind() == Kind.UNKNOWN && name.words().size() <= 5 && !cast.isOrdinary(name)) {
        return organisation(name);
      }
    }
    return null;
  }

  /** The first of two who say it together: "Clinton and the State Department said". */
  private Optional<Resolved> joined(List<Token> tokens, NameMention first, NameMention second) {
    int at = first.end();
    boolean and = at < second.first() && tokens.get(at).text().equals("and");
    for (int i = at + 1; and && i < second.first(); i++) {
      String word = tokens.get(i).text();
      and = word.equals("the") || Lexicon.ENGLISH.title(word).isPresent();
    }
    return and && !first.possessive() ? cast.at(first) : Optional.empty();
  }

  /** Whether a place is only where something happens: "in Montana". */
  private static boolean isWhere(List<Token> tokens, NameMention place) {
    String before = place.first() == 0 ? "" : Lexicon.lower(tokens.get(place.first() - 1).text());
    return before.equals("in") || before.equals("at") || before.equals("near");
  }

  /** Whom the sentence is about before the words found for its source, which cannot speak. */
  private Optional<Source> subject(Paragraph paragraph, int token) {
    var sentence = paragraph.sentences().get(paragraph.sentenceOf(token));
    return focus
        .firstBetween(
            new Position(paragraph.ordinal(), sentence.first()),
            new Position(paragraph.ordinal(), token))
        .map(member -> person(new Resolved(member, "subject of the sentence", 0.6)));
  }

  private static Source organisation(NameMention name) {
    String text = name.name();
    String rule = name.kind() == Kind.PLACE ? "a place for its government" : "organisation named";
    double confidence = name.kind() == Kind.UNKNOWN ? 0.5 : 0.9;
    return new Source(new ToOrganisation(text, CastMember.slug(text), rule, confidence), null);
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
    for (NameMention name : touching(paragraph, nameEnd - 1, nameEnd)) {
      boolean opens = opensClause(tokens, name.first());
      Optional<Resolved> who =
          name.end() == nameEnd && (closed || opens) ? cast.at(name) : Optional.empty();
      if (who.isPresent()) {
        return person(new Resolved(who.get().member(), "apposition to the name", 0.9));
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

  private Source description(
      Paragraph paragraph, int first, int sourceEnd, List<NameMention> inside) {
    List<Token> tokens = paragraph.tokens();
    int end = SourcePhrase.segmentEnd(tokens, first, sourceEnd);
    Position position = new Position(paragraph.ordinal(), first);
    String text = paragraph.span(first, Math.max(end, first + 1)).in(paragraph.text());
    boolean definite = Nominals.isDefinite(tokens.get(first));
    int headEnd = SourcePhrase.headEnd(tokens, first, end);
    String head = tokens.get(Math.max(headEnd, first + 1) - 1).text();
    if (definite && Character.isUpperCase(head.codePointAt(0))) {
      List<String> modifiers =
          tokens.subList(first + 1, Math.max(headEnd, first + 2) - 1).stream()
              .map(token -> Lexicon.lower(token.text()))
              .toList();
      Optional<Resolved> partisan = nominals.partisan(head, modifiers, position, parties, focus);
      if (partisan.isPresent()) {
        return person(partisan.get());
      }
    }
    Source apposed = apposed(paragraph, first, sourceEnd, inside);
    if (apposed != null) {
      return apposed;
    }
    Optional<Description> description = Nominals.describe(tokens, first, end);
    boolean group =
        description.isPresent() && description.get().role().kind() == Lexicon.RoleKind.GROUP;
    boolean owned = inside.stream().anyMatch(NameMention::possessive);
    if (description.isPresent() && !group && (definite || owned)) {
      boolean label = first == 0 && text.equals(text.toUpperCase(Locale.ROOT));
      Optional<Resolved> labelled = label ? nominals.labelled(description.get()) : Optional.empty();
      Optional<Resolved> resolved =
          labelled.or(() -> nominals.resolve(description.get(), position));
      if (resolved.isPresent()) {
        return person(resolved.get());
      }
    }
    boolean names =
        inside.stream().anyMatch(n -> n.kind() == Kind.ORGANISATION && n.end() >= headEnd);
    if (names) {
      return organisation(inside.getLast());
    }
    Optional<Source> subject =
        inside.isEmpty() && SourcePhrase.isFragment(tokens, first, sourceEnd)
            ? subject(paragraph, first)
            : Optional.empty();
    return subject.orElseGet(
        () -> new Source(new ToUnnamed(text, "description of nobody named", 0.8), null));
  }
}
