package org.onrecord.attribution.names;

import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.Lexicon.RoleKind;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Token;

/** Tells people, organisations, places and mere roles apart by what stands in and around them. */
public final class NameClassifier {
  /** So many tokens at the most stand before the name in a speaker's label. */
  private static final int LABEL = 4;

  private final Registry registry;
  private final List<Token> tokens;

  public NameClassifier(Registry registry, List<Token> tokens) {
    this.registry = registry;
    this.tokens = tokens;
  }

  /**
   * What a run of tokens seems to be, its prefix left out.
   *
   * @param roleBefore whether a title or a role stands right before it
   */
  Kind kind(int first, int end, boolean roleBefore) {
    String words = RolePhrases.words(tokens, first, end);
    int length = end - first;
    if (Lexicon.ENGLISH.isPlace(words)) {
      return Kind.PLACE;
    }
    String last = tokens.get(end - 1).text();
    boolean startsWithGivenName = Lexicon.ENGLISH.isGivenName(tokens.get(first).text());
    if (Lexicon.ENGLISH.isOrganisationWord(last)
        || length > 2 && OrganisationSigns.hasWord(tokens, first, end) && !startsWithGivenName) {
      return Kind.ORGANISATION;
    }
    if (!registry.parties(words).isEmpty() && words.length() > 1) {
      return Kind.ORGANISATION;
    }
    if (length == 1
        && OrganisationSigns.isAbbreviation(last)
        && !isLabel(first, end)
        && registry.bySurname(last).isEmpty()) {
      return Kind.ORGANISATION;
    }
    boolean body =
        length == 1
                && (!isLabel(first, end) && OrganisationSigns.isAcronym(tokens, first)
                    || OrganisationSigns.isBrand(last)
                    || Lexicon.ENGLISH.isOrganisation(last))
            || OrganisationSigns.around(tokens, first, end) && !startsWithGivenName;
    if (body && !roleBefore) {
      return Kind.ORGANISATION;
    }
    if (roleBefore || length > 1 && length <= 5 && looksPersonal(first, end, words)) {
      return Kind.PERSON;
    }
    boolean determined = first > 0 && tokens.get(first - 1).text().equalsIgnoreCase("the");
    return determined && length > 1 ? Kind.ORGANISATION : Kind.UNKNOWN;
  }

  /** Whether a colon ends the name near the paragraph's beginning: HOLT: "We wait." */
  boolean isLabel(int first, int end) {
    return first <= LABEL && end < tokens.size() && tokens.get(end).text().equals(":");
  }

  private boolean looksPersonal(int first, int end, String words) {
    String firstWord = tokens.get(first).text();
    boolean given =
        Lexicon.ENGLISH.isGivenName(firstWord)
            || Lexicon.ENGLISH.isGivenName(firstWord.split("-")[0]);
    boolean initials = firstWord.length() <= 4 && firstWord.endsWith(".") && end - first > 1;
    return given || initials || !registry.named(words).isEmpty();
  }

  /** Whether the tokens are somebody's full name by the given name or by the registry. */
  public boolean isPersonal(int first, int end) {
    boolean given = end - first > 1 && Lexicon.ENGLISH.isGivenName(tokens.get(first).text());
    return given && kind(first, end, false) == Kind.PERSON || isKnown(first, end);
  }

  /** Whether the registry knows somebody of this surname. */
  boolean isSurname(int token) {
    return registry.bySurname(tokens.get(token).text()).stream()
        .anyMatch(match -> match.kind() == NameMatch.Kind.EXACT);
  }

  /**
   * Whether the registry knows somebody by exactly these words: "Khawaja" Asif is no title there.
   */
  boolean isKnown(int first, int end) {
    return end - first > 1
        && end - first <= 5
        && registry.named(RolePhrases.words(tokens, first, end)).stream()
            .anyMatch(match -> match.kind() == NameMatch.Kind.EXACT);
  }

  /** Whether these words are a role or a title, and no name: "Prime Minister", "Officials". */
  boolean isRole(int first, int end) {
    Optional<RolePhrases.Found> role = RolePhrases.at(tokens, first, end);
    boolean whole = role.isPresent() && role.get().end() == end;
    return whole || Lexicon.ENGLISH.title(RolePhrases.words(tokens, first, end)).isPresent();
  }

  /** Whether a run that looks like a body is somebody's role: the CM, the Arizona Republican. */
  boolean isOneRole(int start, int end) {
    String last = tokens.get(end - 1).text();
    boolean single =
        Lexicon.ENGLISH.role(last).filter(role -> role.kind() != RoleKind.GROUP).isPresent();
    return single
        && (OrganisationSigns.isAbbreviation(last)
            || RolePhrases.isPartisan(last)
            || endsAsRole(start, end));
  }

  /** Whether a run of several words ends with a role and is nobody's name: Foreign Minister. */
  boolean endsAsRole(int first, int end) {
    boolean name =
        end - first < 2
            || Lexicon.ENGLISH.isGivenName(tokens.get(first).text())
            || isKnown(first, end)
            || !registry.bySurname(tokens.get(end - 1).text()).isEmpty();
    return !name && RolePhrases.endWithRole(tokens, first, end);
  }

  /** Whether a run that stands before a title or role is a place or an organisation there. */
  boolean isPlaceOrOrganisation(int first, int end) {
    String words = RolePhrases.words(tokens, first, end);
    String last = tokens.get(end - 1).text();
    boolean acronym = end - first == 1 && OrganisationSigns.isAbbreviation(last);
    return acronym
        || Lexicon.ENGLISH.isPlace(words)
        || Lexicon.ENGLISH.isOrganisationWord(last)
        || registry.parties(words).size() > 0 && words.length() > 1;
  }
}
