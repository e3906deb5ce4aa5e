package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.party.PartyEvidence;
import org.onrecord.attribution.party.PartyReader;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.Lexicon.RoleKind;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.attribution.words.PostNominals;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Finds names in a paragraph: runs of capitalised words, cut into a prefix and the name itself,
 * told apart into people, organisations and places, and described by what stands around them.
 */
final class NameFinder {
  /** The rule of a party that stands before the first name of a list. */
  private static final String LISTED = "party before the list of names";

  private final Registry registry;
  private final Paragraph paragraph;
  private final List<Token> tokens;
  final CapitalisedRuns runs;
  final NameClassifier classifier;
  private final DescriptionReader reader;
  final List<NameMention> found = new ArrayList<>();

  NameFinder(Registry registry, Paragraph paragraph) {
    this.registry = registry;
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
    this.runs = new CapitalisedRuns(paragraph);
    this.classifier = new NameClassifier(registry, tokens);
    this.reader = new DescriptionReader(paragraph);
  }

  static List<NameMention> find(Registry registry, Paragraph paragraph) {
    NameFinder finder = new NameFinder(registry, paragraph);
    finder.run();
    return finder.found;
  }

  private void run() {
    int i = 0;
    while (i < tokens.size()) {
      if (runs.startsAt(i)) {
        int end = runs.end(i);
        addRun(i, nameEnd(i, end));
        i = Math.max(end, found.getLast().end());
      } else {
        i++;
      }
    }
  }

  /** Where a run ends but for the letters behind a name; "Scottish Labour MP" is none. */
  private int nameEnd(int start, int end) {
    int cut = PostNominals.nameEnd(tokens, start, end);
    Kind kind = cut == end ? Kind.ROLE : classifier.kind(start, cut, false);
    boolean name = kind == Kind.PERSON || kind == Kind.UNKNOWN;
    return name && registry.parties(tokens.get(cut - 1).text()).isEmpty() ? cut : end;
  }

  private void addRun(int start, int end) {
    String wing = wing(start, end);
    if (wing != null) {
      NameMention letters =
          mention(start, end + 3, Kind.ORGANISATION, Gender.UNKNOWN, false, List.of(), null);
      found.add(letters.called(wing));
      return;
    }
    Prefix prefix = Prefix.of(registry, tokens, classifier, start, end);
    if (prefix.end() == end) {
      addWhole(start, end, prefix.gender());
    } else {
      addName(start, prefix, end);
    }
  }

  /** The letters of a party with its wing in brackets behind, CPI(M); null where it is none. */
  private @Nullable String wing(int start, int end) {
    boolean bracketed =
        end - start == 1
            && end + 2 < tokens.size()
            && tokens.get(end).text().equals("(")
            && tokens.get(end + 2).text().equals(")")
            && OrganisationSigns.isAbbreviation(tokens.get(start).text());
    String words =
        bracketed ? tokens.get(start).text() + "(" + tokens.get(end + 1).text() + ")" : "";
    return bracketed && !registry.parties(words).isEmpty() ? words : null;
  }

  /** A run that is title, role, party or place and nothing more. */
  private void addWhole(int start, int end, Gender gender) {
    Kind kind = classifier.kind(start, end, false);
    boolean role = kind == Kind.UNKNOWN || kind == Kind.PERSON || classifier.isOneRole(start, end);
    found.add(mention(start, end, role ? Kind.ROLE : kind, gender, false, List.of(), null));
  }

  private void addName(int start, Prefix prefix, int end) {
    int nameStart = prefix.end();
    boolean titled = prefix.titled();
    int organisationEnd = runs.bridgedEnd(nameStart, end);
    if (organisationEnd > end) {
      found.add(
          mention(
              nameStart,
              organisationEnd,
              Kind.ORGANISATION,
              prefix.gender(),
              false,
              List.of(),
              null));
      return;
    }
    int back = reader.lookBack(start, end, found);
    boolean roleRightBefore = titled || RolePhrases.endWithRole(tokens, back, nameStart);
    Kind kind = classifier.kind(nameStart, end, roleRightBefore);
    boolean league =
        end - nameStart == 1
            && nameStart > start
            && !registry.parties(tokens.get(nameStart).text()).isEmpty();
    if (kind == Kind.ORGANISATION && (!titled || league)) {
      found.add(mention(start, end, kind, Gender.UNKNOWN, false, List.of(), null));
      return;
    }
    addPerson(start, prefix, end, kind);
  }

  /** A name, with all that is said of its bearer around it. */
  void addPerson(int start, Prefix prefix, int end, Kind kind) {
    int nameStart = prefix.end();
    int back = reader.lookBack(start, end, found);
    List<Description> before = RolePhrases.descriptions(tokens, back, nameStart);
    boolean titled = prefix.titled() || RolePhrases.endWithRole(tokens, back, nameStart);
    PartyEvidence evidence = null;
    List<Description> descriptions = new ArrayList<>(before);
    if (kind == Kind.PERSON || kind == Kind.UNKNOWN) {
      PartyReader parties = new PartyReader(registry, paragraph);
      evidence = prefix.party() != null ? prefix.party() : parties.around(back, nameStart, end);
      evidence = evidence == null ? ofList(nameStart) : evidence;
      descriptions.addAll(reader.after(end));
      if (end < tokens.size() && PostNominals.contains(tokens.get(end).text())) {
        descriptions.addAll(RolePhrases.descriptions(tokens, end, end + 1));
      }
    }
    Gender seen = prefix.gender();
    for (Description description : descriptions) {
      Gender of = description.role().gender();
      boolean own = before.contains(description) || description.role().kind() != RoleKind.RELATION;
      seen = seen == Gender.UNKNOWN && own ? of : seen;
    }
    found.add(mention(nameStart, end, kind, seen, titled, descriptions, evidence));
  }

  /** The party of the list in which a name stands: "PTI leaders" Asad Qaiser and Omar Ayub. */
  private @Nullable PartyEvidence ofList(int start) {
    if (found.isEmpty() || found.getLast().end() >= start) {
      return null;
    }
    NameMention before = found.getLast();
    PartyEvidence evidence = before.party();
    boolean list = evidence != null && (evidence.rule().equals(LISTED) || isPlural(before));
    for (int i = before.end(); list && i < start; i++) {
      String text = tokens.get(i).text();
      list = text.equals(",") || text.equals("and");
    }
    return list && evidence != null
        ? new PartyEvidence(evidence.name(), evidence.former(), LISTED, evidence.office())
        : null;
  }

  /** Whether roles or members of a party in the plural stand before a name. */
  private boolean isPlural(NameMention name) {
    String word = name.first() == 0 ? "" : tokens.get(name.first() - 1).text();
    String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : "";
    return Lexicon.ENGLISH.role(one).isPresent() || RolePhrases.isPartisan(one);
  }

  NameMention mention(
      int first,
      int end,
      Kind kind,
      Gender gender,
      boolean titled,
      List<Description> descriptions,
      @Nullable PartyEvidence party) {
    List<String> words = new ArrayList<>();
    boolean label = classifier.isLabel(first, end);
    boolean person = label || titled || kind == Kind.PERSON;
    for (int i = first; i < end; i++) {
      String text = tokens.get(i).text();
      boolean name = end - first > 1 || titled || label;
      int close = kind == Kind.PERSON && i > first ? Nicknames.close(tokens, i) : -1;
      if (close > 0 && close + 1 < end) {
        i = close;
        continue;
      }
      if (i > first && Lexicon.isPossessive(text)) {
        words.set(words.size() - 1, words.getLast() + text);
        continue;
      }
      words.add(name ? NameCase.of(text, person) : text);
    }
    boolean possessive = end < tokens.size() && Lexicon.isPossessive(tokens.get(end).text());
    boolean named = kind == Kind.PERSON || kind == Kind.UNKNOWN;
    if (named && words.size() > 1 && hasSuffixPastComma(end)) {
      words.add(suffix(tokens.get(end + 1).text()));
    }
    if (possessive) {
      words.set(words.size() - 1, withoutPossessiveS(words.getLast(), tokens.get(end).text()));
    }
    return new NameMention(
        paragraph.ordinal(),
        first,
        end,
        words,
        kind,
        gender,
        titled,
        descriptions,
        party,
        possessive,
        runs.opensSentence(first),
        first > 0 && Lexicon.lower(tokens.get(first - 1).text()).equals("the"));
  }

  /** Whether what tells the son from the father follows behind a comma: Tom Hale, Jr. */
  private boolean hasSuffixPastComma(int end) {
    return end + 1 < tokens.size()
        && tokens.get(end).text().equals(",")
        && tokens.get(end + 1).isCapitalised()
        && NameForm.isSuffix(tokens.get(end + 1).text());
  }

  /** JR. is Jr., and III stays. */
  private static String suffix(String text) {
    return text.startsWith("I") ? text : text.charAt(0) + Lexicon.lower(text.substring(1));
  }

  /** "Asifs'" for "Asif's": the registry knows the surname without the s only. */
  private String withoutPossessiveS(String last, String mark) {
    String bare = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    boolean misplaced =
        mark.length() == 1
            && bare.length() > 2
            && !bare.equals(last)
            && registry.bySurname(last).isEmpty()
            && !registry.bySurname(bare).isEmpty();
    return misplaced ? bare : last;
  }
}
