package org.onrecord.attribution.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.attribution.cast.Cast.Resolved;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.cast.ShortNames;
import org.onrecord.attribution.names.CapitalisedRuns;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.party.PartyReader;
import org.onrecord.attribution.words.Gazetteer;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/** From the words of a source to whom they stand for. */
public final class SourceResolver {
  private static final Set<String> RELATIVES = Set.of("which", "who", "whose", "where", "whom");
  private static final Set<String> PAIRS = Set.of("two", "pair", "duo", "couple", "three", "trio");

  /** Who is known by a name alone is less sure than this. */
  private static final double LIKELY = 0.7;

  /** How sure it is that words for a thing are the source of a verb: "the figures suggest". */
  private static final double DOUBTFUL = 0.5;

  private final Scene scene;
  private final Pronouns pronouns;
  private final DescribedSources described;

  public SourceResolver(Scene scene) {
    this.scene = scene;
    pronouns = new Pronouns(scene);
    described = new DescribedSources(scene, pronouns);
  }

  /**
   * Whom the words of a source stand for.
   *
   * @param quotation what they are the source of
   */
  public Source resolve(Excerpt source, Quotation quotation) {
    Paragraph paragraph = scene.article().paragraph(source.paragraph());
    int first = paragraph.tokenAt(source.span().start());
    int end = first;
    while (end < paragraph.tokens().size()
        && paragraph.tokens().get(end).start() < source.span().end()) {
      end++;
    }
    if (end == first) {
      return Source.none("no words in the source");
    }
    Excerpt cue = quotation.cue();
    boolean told =
        cue != null
            && (ToldPeople.isSubjectOfPassive(paragraph, source, cue)
                || ToldPeople.isAddressee(paragraph, source, cue));
    if (told) {
      return Source.none("told, or spoken of, and not who says it");
    }
    Optional<Resolved> owner = ownerOfTheCharge(quotation);
    if (owner.isPresent()) {
      return Source.person(owner.get());
    }
    first = behindAddressed(paragraph.tokens(), first, end);
    boolean relative = Lexicon.lower(paragraph.tokens().get(first).text()).equals("who");
    if (end == first + 1 || relative) {
      Source pronoun = pronouns.at(paragraph, first);
      if (pronoun != null) {
        return pronoun;
      }
    }
    if (first == 0 && end == 1 && CapitalisedRuns.isLetterLabel(paragraph.tokens().getFirst())) {
      return Source.unnamed(source.text(), "a letter for whoever asks", 0.9);
    }
    Source surname = end == first + 1 ? surname(paragraph, first) : null;
    if (surname != null) {
      return surname;
    }
    SourceEdges edges = new SourceEdges(scene.cast(), scene.names(paragraph), paragraph.tokens());
    int from = edges.start(first);
    int to = SourcePhrase.withoutDay(paragraph.tokens(), from, edges.end(from, end));
    Sentence sentence = paragraph.sentences().get(paragraph.sentenceOf(first));
    TokenSpan found = new TokenSpan(inClause(paragraph, from, to), to);
    TokenSpan subject =
        new ReportingClause(scene.cast(), scene.names(paragraph), paragraph.tokens())
            .speaker(
                sentence,
                found,
                tokens(paragraph, quotation.cue()),
                quotation.paragraph() == paragraph.ordinal()
                    ? paragraph.tokenAt(quotation.span().start())
                    : -1);
    TokenSpan really =
        subject.equals(found)
            ? EmbeddedSources.really(paragraph.tokens(), sentence, found)
            : subject;
    Source meant = joint(paragraph, really.first(), really.end());
    boolean thing =
        meant.attribution() instanceof Attribution.ToUnnamed
            && !SourcePhrase.maySpeak(paragraph.tokens(), really.first(), really.end());
    if (!thing) {
      return meant;
    }
    return cue == null
        ? Source.none("words for what cannot speak, and no verb that reports")
        : meant.by("description of what cannot speak", DOUBTFUL);
  }

  /**
   * Whose charge or claim is told right before the words: "a rebuttal to HALE's charge that …",
   * where no verb reports them.
   */
  private Optional<Resolved> ownerOfTheCharge(Quotation quotation) {
    Paragraph paragraph = scene.article().paragraph(quotation.paragraph());
    List<Token> tokens = paragraph.tokens();
    int at = paragraph.tokenAt(quotation.span().start());
    int noun = tokens.get(at).lower().equals("that") ? at - 1 : at - 2;
    Excerpt cue = quotation.cue();
    boolean verb =
        cue != null && noun >= 0 && cue.span().end() <= tokens.get(noun).start()
            || cue != null && cue.span().start() > quotation.span().start();
    boolean told =
        !verb
            && noun > 1
            && tokens.get(noun + 1).lower().equals("that")
            && Character.isLowerCase(tokens.get(noun).text().charAt(0))
            && Lexicon.isPossessive(tokens.get(noun - 1).text());
    return told
        ? scene.touching(paragraph, noun - 2, noun - 1).stream()
            .filter(name -> name.end() == noun - 1)
            .findFirst()
            .flatMap(scene.cast()::at)
        : Optional.empty();
  }

  /**
   * The pronoun that a phrase of several words ends with, else its beginning: in "in reply to Ruth
   * Alder, head of the board, HE said" the rest is of somebody else.
   */
  private static int behindAddressed(List<Token> tokens, int first, int end) {
    String last = Lexicon.lower(tokens.get(end - 1).text());
    boolean pronoun = last.equals("he") || last.equals("she");
    String before = end - 2 < first ? "and" : Lexicon.lower(tokens.get(end - 2).text());
    return pronoun && !before.equals("and") && !before.equals("or") ? end - 1 : first;
  }

  /** Where who speaks begins, behind what is spoken of: "the poster that THE BOARD said". */
  private int inClause(Paragraph paragraph, int first, int end) {
    for (NameMention name : scene.touching(paragraph, first, end)) {
      int that = name.first() - 1;
      if (that > first && Lexicon.lower(paragraph.tokens().get(that).text()).equals("the")) {
        that--;
      }
      boolean clause =
          that > first
              && name.end() == end
              && Lexicon.lower(paragraph.tokens().get(that).text()).equals("that");
      if (clause) {
        return name.first();
      }
    }
    return first;
  }

  /** Where words stand in a paragraph; null where in none or in another. */
  private static @Nullable TokenSpan tokens(Paragraph paragraph, @Nullable Excerpt words) {
    if (words == null || words.paragraph() != paragraph.ordinal()) {
      return null;
    }
    int first = paragraph.tokenAt(words.span().start());
    int end = first;
    while (end < paragraph.tokens().size()
        && paragraph.tokens().get(end).start() < words.span().end()) {
      end++;
    }
    return end == first ? null : new TokenSpan(first, end);
  }

  /**
   * Somebody of whose name a capitalised word is the last and which was not taken for a name, as
   * where it is an ordinary word too, or a place that has no government to speak of: "Will wrote",
   * "York said".
   */
  private @Nullable Source surname(Paragraph paragraph, int token) {
    Token word = paragraph.tokens().get(token);
    boolean free =
        word.isCapitalised()
            && !Gazetteer.ENGLISH.isCountry(Lexicon.lower(word.text()))
            && !Lexicon.ENGLISH.isGovernmentPlace(word.text())
            && scene.touching(paragraph, token, token + 1).stream()
                .allMatch(name -> name.words().size() == 1 && scene.cast().at(name).isEmpty());
    return free
        ? scene
            .cast()
            .bearer(word.text(), new Position(paragraph.ordinal(), token))
            .map(member -> Source.person(new Resolved(member, "surname", 0.9)))
            .orElse(null)
        : null;
  }

  /** One or several of whom a phrase speaks: "Ruth Alder and the Harbour Board". */
  private Source joint(Paragraph paragraph, int first, int end) {
    Source whole = phrase(paragraph, first, end);
    if (!isPlural(paragraph.tokens(), first)) {
      List<Source> all =
          Conjuncts.of(paragraph, first, end, scene.touching(paragraph, first, end), this);
      return all.size() < 2 ? whole : all.getFirst().with(all.subList(1, all.size()));
    }
    Position position = new Position(paragraph.ordinal(), first);
    Source joint = scene.conversation().lastJoint(position);
    return joint == null || whole.attribution().isNamed()
        ? whole
        : joint.by("those who spoke together before", 0.65);
  }

  /** Whether a phrase means two or more of whom the text has spoken: "both", "the two leaders". */
  private static boolean isPlural(List<Token> tokens, int first) {
    String opening = Lexicon.lower(tokens.get(first).text());
    String next = first + 1 < tokens.size() ? Lexicon.lower(tokens.get(first + 1).text()) : "";
    return opening.equals("both") || opening.equals("the") && PAIRS.contains(next);
  }

  Source phrase(Paragraph paragraph, int first, int end) {
    List<Token> tokens = paragraph.tokens();
    List<NameMention> inside = scene.touching(paragraph, first, end);
    int segmentStart = first;
    Source place = null;
    while (segmentStart < end) {
      int segmentEnd = SourcePhrase.segmentEnd(tokens, segmentStart, end);
      boolean relative = segmentStart > first && isRelative(tokens.get(segmentStart));
      boolean led = leads(tokens, first, segmentStart, segmentEnd, end);
      Source found = relative || led ? null : segment(paragraph, segmentStart, segmentEnd, inside);
      boolean opensWithPlace =
          found != null
              && (isPlace(inside, segmentStart)
                  || found.attribution().rule().equals(Scene.GOVERNMENT));
      if (found != null && !opensWithPlace) {
        return found.member() != null || place == null ? found : place;
      }
      place = place == null ? found : place;
      segmentStart = segmentEnd + 1;
    }
    if (place != null) {
      return place;
    }
    return described.of(paragraph, first, end, inside);
  }

  /** Whether a preposition opens the phrase, and who speaks comes after: "Of Hale, Alder said". */
  private static boolean leads(List<Token> tokens, int first, int start, int segmentEnd, int end) {
    return start == first
        && segmentEnd + 1 < end
        && tokens.get(segmentEnd).text().equals(",")
        && Lexicon.isPreposition(Lexicon.lower(tokens.get(first).text()));
  }

  /** Whether a clause begins that says more of somebody: "a clerk, whose chief is Tom Hale". */
  private static boolean isRelative(Token token) {
    return RELATIVES.contains(Lexicon.lower(token.text()));
  }

  private static boolean isPlace(List<NameMention> inside, int first) {
    return inside.stream().anyMatch(n -> n.first() == first && n.kind() == Kind.PLACE);
  }

  /** A person whose name ends the head of the segment, else an organisation that does. */
  @Nullable Source segment(Paragraph paragraph, int start, int end, List<NameMention> inside) {
    List<Token> tokens = paragraph.tokens();
    int headEnd = SourcePhrase.headEnd(tokens, start, end, inside);
    for (int i = inside.size() - 1; i >= 0; i--) {
      NameMention name = inside.get(i);
      boolean within = name.first() >= start && name.end() <= end && name.first() < headEnd;
      boolean alone =
          inside.size() == 1
              && name.first() == start
              && end <= name.end() + 1
              && WritingNouns.follows(tokens, name.end() + 1);
      if (!within || name.possessive() && !alone) {
        continue;
      }
      if (isModifier(tokens, name, headEnd, end)) {
        continue;
      }
      Optional<Resolved> first = i > 0 ? joined(tokens, inside.get(i - 1), name) : Optional.empty();
      NameMention subject = acting(tokens, inside.getFirst(), start, name);
      Optional<Resolved> who = first.or(() -> scene.cast().at(subject));
      if (who.isPresent()) {
        return Source.person(whoHasSpoken(name, who.get()));
      }
      boolean common = BodyPhrases.isCommon(name);
      if (name.end() < headEnd || common || PartyReader.isDashed(name.last())) {
        continue;
      }
      if (name.kind() == Kind.PLACE && isWhere(tokens, name)) {
        return Source.none("a place where something is said");
      }
      if (name.kind() == Kind.ORGANISATION
          || name.kind() == Kind.PLACE
          || name.kind() == Kind.UNKNOWN
              && name.words().size() <= 5
              && !scene.cast().isOrdinary(name)) {
        return scene.organisation(name);
      }
    }
    return null;
  }

  /**
   * The name before a verb where the phrase goes on after one, "ALDER supports Tom Hale", else the
   * name itself.
   */
  private NameMention acting(List<Token> tokens, NameMention first, int start, NameMention name) {
    boolean acts =
        first.first() == start
            && first.end() < name.first()
            && !first.possessive()
            && isVerb(tokens, first.end())
            && scene.cast().at(first).filter(who -> who.confidence() > LIKELY).isPresent();
    return acts ? first : name;
  }

  /** Whether a word in small letters after a name can only be a verb: "supports", "was". */
  private static boolean isVerb(List<Token> tokens, int at) {
    String word = tokens.get(at).text();
    boolean ends = word.endsWith("s") && !word.endsWith("ss") || word.endsWith("ed");
    return word.chars().allMatch(Character::isLowerCase)
        && word.length() > 2
        && ends
        && !SourcePhrase.isDescribing(tokens, at);
  }

  /** Of several who bear a surname the one who has just spoken, if one of them has. */
  private Resolved whoHasSpoken(NameMention name, Resolved who) {
    Source last = scene.conversation().last(name.position());
    CastMember speaker = last == null ? null : last.member();
    String word = NameForm.fold(name.last());
    boolean bears =
        speaker != null
            && (who.rule().equals(ShortNames.OF_SEVERAL) && speaker.last().equals(word)
                || who.rule().equals(ShortNames.PART_OF_SEVERAL) && speaker.isCalled(word));
    boolean again =
        bears
            && speaker != null
            && (who.rule().equals(ShortNames.PART_OF_SEVERAL)
                || speaker.timesNamed() + 1 >= who.member().timesNamed())
            && speaker.mayBe(name.gender());
    return again && speaker != null
        ? new Resolved(speaker, "surname of who has just spoken", 0.8)
        : who;
  }

  /** Whether a name only says which one is meant: Clinton "aides", ABC Board (AB) "officials". */
  private boolean isModifier(List<Token> tokens, NameMention name, int headEnd, int end) {
    int next = name.end();
    boolean body = scene.cast().at(name).isEmpty();
    boolean letters =
        body
            && next + 3 < tokens.size()
            && tokens.get(next).text().equals("(")
            && tokens.get(next + 2).text().equals(")");
    next = letters ? next + 3 : next;
    int limit = letters ? tokens.size() : body ? Math.max(headEnd, end) : headEnd;
    return next < limit && SourcePhrase.isDescribing(tokens, next);
  }

  /** The first of two who say it together: "Clinton and the State Department said". */
  private Optional<Resolved> joined(List<Token> tokens, NameMention first, NameMention second) {
    int at = first.end();
    boolean and = at < second.first() && tokens.get(at).text().equals("and");
    for (int i = at + 1; and && i < second.first(); i++) {
      String word = tokens.get(i).text();
      and = word.equals("the") || Lexicon.ENGLISH.title(word).isPresent();
    }
    return and && !first.possessive() ? scene.cast().at(first) : Optional.empty();
  }

  /** Whether a place is only where something happens: "in Montana". */
  private static boolean isWhere(List<Token> tokens, NameMention place) {
    String before = place.first() == 0 ? "" : Lexicon.lower(tokens.get(place.first() - 1).text());
    return before.equals("in") || before.equals("at") || before.equals("near");
  }
}
