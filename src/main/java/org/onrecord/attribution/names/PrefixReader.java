package org.onrecord.attribution.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.party.PartyReader;
import org.onrecord.attribution.party.PartyWords;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Token;

/** Reads one run of capitalised words up to the name in it. */
final class PrefixReader {
  private static final Set<String> COURTESIES =
      Set.of("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Dame", "Madam");

  /** Offices by which their bearers are addressed: "Mr. President", "Madam Speaker". */
  private static final Set<String> ADDRESSED =
      Set.of(
          "President",
          "Vice President",
          "Prime Minister",
          "Speaker",
          "Chairman",
          "Chairwoman",
          "Secretary",
          "Minister",
          "Ambassador",
          "Governor",
          "Senator",
          "Congressman",
          "Chancellor",
          "Director",
          "Leader",
          "Commissioner",
          "Mayor");

  /** So many words of a party's, place's or organisation's name at the most stand before a name. */
  private static final int LONGEST = 4;

  private final Registry registry;
  private final PartyWords names;
  private final List<Token> tokens;
  private final NameClassifier classifier;
  private final int start;
  private final int end;
  private int at;
  private Gender gender = Gender.UNKNOWN;
  private boolean titled;
  private @Nullable PartyEvidence party;

  PrefixReader(
      Registry registry, List<Token> tokens, NameClassifier classifier, int start, int end) {
    this.registry = registry;
    this.names = new PartyWords(registry, tokens);
    this.tokens = tokens;
    this.classifier = classifier;
    this.start = start;
    this.end = end;
    this.at = start;
  }

  /** run ::= (title | role | nationality | party | place)* name */
  Prefix read() {
    int next = elementEnd();
    while (next >= 0) {
      at = next;
      next = elementEnd();
    }
    int cut = nameWithin();
    if (cut > at) {
      at = cut;
      titled = true;
    }
    return new Prefix(gender, titled, party, isName() ? at : end);
  }

  /**
   * Where the title, role, nationality, party or place ends that begins here; -1 where none does.
   */
  private int elementEnd() {
    if (at >= end || classifier.isKnown(at, end)) {
      return -1;
    }
    int next = roleEnd();
    if (next < 0 && at + 1 < end) {
      next = partyEnd();
    }
    if (next < 0 && at + 1 < end) {
      next = modifierEnd();
    }
    return next;
  }

  private int roleEnd() {
    int next = RolePhrases.isFormer(tokens.get(at).lower()) ? at + 1 : -1;
    Optional<Title> title = Title.at(tokens, at, end);
    if (title.isPresent()) {
      next = title.get().end();
      address(title.get().gender());
    }
    Optional<RolePhrases.Found> role = RolePhrases.at(tokens, at, end);
    if (role.isPresent() && role.get().end() > next && role.get().end() < end) {
      next = role.get().end();
      address(role.get().role().gender());
    }
    return next;
  }

  private void address(Gender of) {
    gender = of == Gender.UNKNOWN ? gender : of;
    titled = true;
  }

  private int partyEnd() {
    for (int length = Math.min(LONGEST, end - at); length > 0; length--) {
      String words = RolePhrases.words(tokens, at, at + length);
      if (words.length() > 1 && names.isParty(at, at + length, nameStart(at + length))) {
        boolean givenName = length == 1 && Lexicon.ENGLISH.isGivenName(words);
        if (at + length == end || givenName) {
          return -1;
        }
        if (!PartyReader.setsApart(tokens.get(at + length))) {
          boolean former = at > 0 && RolePhrases.isFormer(tokens.get(at - 1).lower());
          party = new PartyEvidence(words, former, PartyReader.BEFORE);
        }
        return at + length;
      }
    }
    return -1;
  }

  /** A name of one or two words may follow right behind a party, if it is one. */
  private int nameStart(int after) {
    boolean name =
        end - after <= 2
            && after < end
            && (Lexicon.ENGLISH.isGivenName(tokens.get(after).text())
                || tokens.get(after).text().endsWith(".")
                || end - after == 1 && !registry.bySurname(tokens.get(after).text()).isEmpty()
                || end - after == 2 && classifier.isKnown(after, end));
    return name ? after : -1;
  }

  /**
   * Where a nationality ends that stands before anything, or a place or organisation before a title
   * or role: "French", "New Jersey" Gov., "FBI" Director; -1 where none does.
   */
  private int modifierEnd() {
    if (Lexicon.ENGLISH.isNationality(tokens.get(at).text())) {
      return at + 1;
    }
    for (int length = Math.min(LONGEST, end - at - 1); length > 0; length--) {
      int next = at + length;
      boolean leads =
          Title.at(tokens, next, end).isPresent() || RolePhrases.at(tokens, next, end).isPresent();
      if (leads && classifier.isPlaceOrOrganisation(at, next)) {
        return next;
      }
    }
    return -1;
  }

  /**
   * Where the name begins in a run that has more before it: after a role (Fed Chair Janet Yellen),
   * after the object of an office (Secretary of "State Marco Rubio"), or as a name in the registry
   * (Vermonter Bernie Sanders); -1 where none does.
   */
  private int nameWithin() {
    if (at >= end || classifier.isKnown(at, end)) {
      return -1;
    }
    for (int k = at + 1; k < end - 1; k++) {
      Optional<RolePhrases.Found> role = RolePhrases.at(tokens, k, end);
      Optional<Title> title = Title.at(tokens, k, end);
      int after =
          Math.max(role.map(RolePhrases.Found::end).orElse(-1), title.map(Title::end).orElse(-1));
      boolean office =
          role.filter(r -> r.role().kind() == Lexicon.RoleKind.OFFICE && r.end() == after)
              .isPresent();
      boolean behind = after > k && after < end;
      boolean named = office && !Lexicon.ENGLISH.isGivenName(tokens.get(at).text());
      if (behind && (named || classifier.isPersonal(after, end))) {
        int own = after;
        return Title.at(tokens, after, end).map(Title::end).filter(at -> at < end).orElse(own);
      }
    }
    boolean ofOffice = at == start && isObjectOfOffice();
    boolean own = Lexicon.ENGLISH.isGivenName(tokens.get(at).text());
    for (int k = at + 1; k < end - 1; k++) {
      if (ofOffice && classifier.isPersonal(k, end) || !own && classifier.isKnown(k, end)) {
        return k;
      }
    }
    return -1;
  }

  /** Whether of or for stands before, and before that an office: "Minister for". */
  private boolean isObjectOfOffice() {
    for (int i = start - 1; i > 0 && start - i < DescriptionReader.LOOK_BACK; i--) {
      String word = tokens.get(i).text();
      if (!CapitalisedRuns.isCapitalised(tokens.get(i))
          && !CapitalisedRuns.isBridge(tokens.get(i))) {
        return false;
      }
      boolean joins = word.equals("of") || word.equals("for");
      if (joins && RolePhrases.endWithRole(tokens, Math.max(0, i - Lexicon.LONGEST_ROLE), i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is left is a name, and not a nationality or a role. */
  private boolean isName() {
    boolean courtesy = at > start && isCourtesy(tokens.get(at - 1).text());
    boolean adjective = end == start + 1 && Lexicon.ENGLISH.isNationality(tokens.get(start).text());
    if (at >= end || adjective) {
      return false;
    }
    boolean addressed = end - at < 3 && ADDRESSED.contains(RolePhrases.words(tokens, at, end));
    return courtesy && !addressed || !classifier.isRole(at, end) && !classifier.endsAsRole(at, end);
  }

  /** Mr. King is no king, but Mr. President is one. */
  private static boolean isCourtesy(String title) {
    return title.endsWith(".") || COURTESIES.contains(title);
  }
}
