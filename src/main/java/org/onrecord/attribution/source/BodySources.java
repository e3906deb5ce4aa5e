package org.onrecord.attribution.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.Represented;
import org.onrecord.attribution.cast.Stranger;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Token;

/**
 * Sources that are bodies, what bodies and people have written, and those who speak for bodies:
 * "the ministry", "a Foreign Ministry statement", "a spokesman for the bank".
 */
public final class BodySources {
  private static final Set<String> BY = Set.of("by", "from", "of", "in");
  private static final Set<String> FOR =
      Set.of("of", "for", "at", "from", "with", "within", "inside", "in");
  private static final Set<String> PARTS =
      Set.of(
          "unit",
          "wing",
          "branch",
          "chapter",
          "leadership",
          "state",
          "government",
          "city",
          "camp",
          "faction",
          "youth",
          "party");

  /** Bodies that everybody knows which one is meant of. */
  private static final Set<String> BARE = Set.of("police", "military", "army", "navy", "treasury");

  private static final Set<String> SINGULAR = Set.of("a", "an", "one", "another", "the", "this");

  private final Writings writings;
  private final Strangers strangers;

  public BodySources(Writings writings, Strangers strangers) {
    this.writings = writings;
    this.strangers = strangers;
  }

  /** The body that a phrase with a noun for bodies at its head is; null where it is none. */
  @Nullable Source body(BodyPhrases phrases, int first, int head, int end) {
    int named = nameEnd(phrases, head, end);
    if (named > head + 1) {
      return Source.body(
          phrases.bodies().called(phrases.text(head, named)), "organisation named", 0.8);
    }
    boolean part = PARTS.contains(phrases.lower(head));
    if (part && head + 2 < end && phrases.lower(head + 1).equals("of")) {
      Body whole = phrases.at(head + 2, end);
      NameMention place = phrases.nameAt(head + 2);
      if (whole != null) {
        return Source.body(whole, "a part of the organisation named", 0.75);
      }
      if (place != null && place.kind() == Kind.PLACE) {
        return Source.body(
            phrases.bodies().called(place.name()), "a place for its government", 0.7);
      }
    }
    Body before = part ? phrases.before(first, head) : null;
    if (before != null && !phrases.lower(head).equals("government")) {
      return Source.body(before, "a part of the organisation named", 0.75);
    }
    Body found = isAnyPolice(phrases, first, head) ? null : phrases.headed(first, head);
    if (found == null) {
      return null;
    }
    boolean told = phrases.text(first, head + 1).endsWith(found.name());
    return Source.body(
        found, told ? "organisation named" : "described as the organisation before", 0.8);
  }

  /** Where a name ends that begins with a capital noun and goes on: "Department of Education". */
  private static int nameEnd(BodyPhrases phrases, int head, int end) {
    List<Token> tokens = phrases.tokens();
    boolean whole =
        tokens.get(head).isCapitalised()
            && head + 2 < end
            && phrases.lower(head + 1).equals("of")
            && tokens.get(head + 2).isCapitalised();
    int at = whole ? head + 2 : head + 1;
    while (whole && at < end && tokens.get(at).isCapitalised()) {
      at++;
    }
    return at;
  }

  /** Whether a phrase is for the police of a country, which is no one force: British police. */
  private static boolean isAnyPolice(BodyPhrases phrases, int first, int head) {
    boolean any = phrases.lower(head).equals("police");
    for (int i = first; i < head; i++) {
      any &= BodyNouns.isPlain(phrases.lower(i)) || Lexicon.ENGLISH.isNationality(phrases.lower(i));
    }
    return any;
  }

  /**
   * Who has written what a phrase means; null where the words do not say and nobody is known to.
   */
  @Nullable Source writer(BodyPhrases phrases, Cast cast, int first, int head, int end) {
    for (int i = head - 1; i >= first; i--) {
      NameMention name = phrases.nameAt(i);
      Optional<Cast.Resolved> who =
          name != null && name.possessive() ? cast.at(name) : Optional.empty();
      if (who.isPresent()) {
        return Source.person(who.get()).by("what somebody has written", 0.75);
      }
    }
    Body before = phrases.before(first, head);
    if (before != null) {
      return Source.body(before, "publisher of what is cited", 0.85);
    }
    for (int i = head + 1; i + 1 < end; i++) {
      if (BY.contains(phrases.lower(i))) {
        Cast.Resolved author = author(phrases, cast, i, end);
        if (author != null) {
          return Source.person(author).by("what somebody has written", 0.75);
        }
        Body after = phrases.at(i + 1, end);
        if (after != null) {
          return Source.body(after, "publisher of what is cited", 0.85);
        }
      }
    }
    return phrases.isDefinite(first)
        ? writings
            .by(phrases.lower(head), phrases.position(first))
            .map(source -> source.by("what was issued before", 0.7))
            .orElse(null)
        : null;
  }

  /** The person whose name ends what follows "by" or "from"; null where none does. */
  private static Cast.@Nullable Resolved author(BodyPhrases phrases, Cast cast, int by, int end) {
    String word = phrases.lower(by);
    boolean written = word.equals("by") || word.equals("from");
    int to = SourcePhrase.segmentEnd(phrases.tokens(), by + 1, end);
    NameMention last = written && to > by + 1 ? phrases.nameAt(to - 1) : null;
    if (last != null && !last.possessive() && cast.at(last).isPresent()) {
      return cast.at(last).orElse(null);
    }
    NameMention first = written && to > by + 1 ? phrases.nameAt(by + 1) : null;
    return first == null || first.possessive() || first.first() != by + 1
        ? null
        : cast.at(first).orElse(null);
  }

  /** Somebody without a name, with whom she speaks for. */
  Source unnamed(BodyPhrases phrases, int first, int head, int end, String words) {
    Represented speaksFor = represented(phrases, first, head, end);
    String noun = phrases.lower(head);
    boolean definite = phrases.isDefinite(first);
    if (isOne(phrases.tokens(), first, head)) {
      Stranger known = definite ? strangers.last(noun, phrases.position(first)) : null;
      boolean fresh = !definite || BodyNouns.isRepresentative(noun);
      if (known == null && !fresh) {
        return Source.unnamed(words, "description of nobody named", 0.8);
      }
      Represented by = speaksFor == null && known != null ? known.speaksFor() : speaksFor;
      Gender gender = Lexicon.ENGLISH.role(noun).map(Lexicon.Role::gender).orElse(Gender.UNKNOWN);
      Stranger stranger = new Stranger(words, noun, gender, by);
      strangers.add(phrases.position(first), stranger);
      return Source.stranger(stranger, "description of nobody named", 0.8);
    }
    Stranger before =
        speaksFor == null
            ? strangers.last(BodyNouns.singular(noun), phrases.position(first))
            : null;
    boolean again = before != null && definite;
    Source source = Source.unnamed(words, "description of nobody named", 0.8);
    Represented by = again && before != null ? before.speaksFor() : speaksFor;
    if (by != null) {
      strangers.add(
          phrases.position(first),
          new Stranger(words, BodyNouns.singular(noun), Gender.UNKNOWN, by));
    }
    return new Source(source.attribution(), null, null, List.of(), by);
  }

  /** Whether a phrase is about one person: "a clerk", "the official", no "officials". */
  private static boolean isOne(List<Token> tokens, int first, int head) {
    String noun = tokens.get(head).lower();
    boolean role =
        Lexicon.ENGLISH.role(noun).filter(r -> r.kind() != Lexicon.RoleKind.GROUP).isPresent()
            || BodyNouns.isRepresentative(noun);
    boolean plural =
        noun.endsWith("s") && Lexicon.ENGLISH.role(BodyNouns.singular(noun)).isPresent();
    String opening = tokens.get(first).lower();
    return head >= first
        && (role || opening.equals("a") || opening.equals("an") || opening.equals("another"))
        && !plural
        && !noun.endsWith("people")
        && !noun.endsWith("men")
        && SourceHead.kind(noun) != SourceHead.Kind.TEXT
        && SourceHead.kind(noun) != SourceHead.Kind.BODY
        && (SINGULAR.contains(opening) || role);
  }

  /** Whom somebody speaks for whom a noun names; null where the phrase does not say. */
  @Nullable Represented represented(BodyPhrases phrases, int first, int head, int end) {
    String noun = phrases.lower(head);
    if (noun.equals("police")) {
      return named("police");
    }
    boolean secretary =
        noun.equals("secretary") && head > first && phrases.lower(head - 1).equals("press");
    boolean leader = BodyNouns.singular(noun).equals("leader");
    if (!secretary && !leader && !BodyNouns.isRepresentative(noun)) {
      return null;
    }
    Body body = phrases.before(first, secretary ? head - 1 : head);
    if (body == null && !leader && head + 2 < end && FOR.contains(phrases.lower(head + 1))) {
      body = phrases.at(head + 2, end);
    }
    if (body != null) {
      return new Represented(body.name(), body.id(), null);
    }
    for (int i = first; i < Math.min(end, head + 4); i++) {
      if (BARE.contains(phrases.lower(i))) {
        return named(phrases.lower(i));
      }
    }
    return null;
  }

  private static Represented named(String noun) {
    return new Represented(noun, noun.toLowerCase(Locale.ROOT), null);
  }
}
