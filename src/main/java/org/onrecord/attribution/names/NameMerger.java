package org.onrecord.attribution.names;

import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * The names of a paragraph by rules and by what was learnt, which has the last word on where a name
 * begins and ends and whether it is one; roles and parties without a name stay.
 */
final class NameMerger {
  private final Registry registry;
  private final List<Token> tokens;
  private final NameFinder finder;
  private final NameClassifier classifier;
  private final List<NameMention> found;

  private NameMerger(Registry registry, Paragraph paragraph) {
    this.registry = registry;
    this.tokens = paragraph.tokens();
    this.finder = new NameFinder(registry, paragraph);
    this.classifier = finder.classifier;
    this.found = finder.found;
  }

  /**
   * The names, in order.
   *
   * @param ruled the names by rules, in order
   * @param tagged the names by what was learnt, in order
   */
  static List<NameMention> merged(
      Registry registry, Paragraph paragraph, List<NameMention> ruled, List<Tagged> tagged) {
    NameMerger merger = new NameMerger(registry, paragraph);
    NameTrimmer trimmer = new NameTrimmer(paragraph.tokens(), merger.classifier);
    merger.merge(ruled, tagged.stream().flatMap(name -> trimmer.whole(name).stream()).toList());
    return merger.found.stream().map(merger::checked).toList();
  }

  /** Nobody's name is a mere role, a people or a known body: Security Adviser, African American. */
  private NameMention checked(NameMention name) {
    if (name.kind() == Kind.PLACE && isBearer(name)) {
      return name.of(Kind.PERSON);
    }
    if (name.kind() != Kind.PERSON) {
      return name;
    }
    if (isModifier(name)) {
      return name.of(Kind.THING);
    }
    boolean surname = name.titled() && !registry.bySurname(name.last()).isEmpty();
    if (!surname && classifier.isRole(name.first(), name.end())
        || !name.titled() && classifier.endsAsRole(name.first(), name.end())) {
      return name.of(Kind.ROLE);
    }
    boolean people =
        !name.titled()
            && name.words().stream()
                .allMatch(w -> Lexicon.ENGLISH.isNationality(w) || Lexicon.ENGLISH.isPlace(w))
            && Lexicon.ENGLISH.isNationality(name.last());
    boolean named =
        !name.titled()
            && name.words().size() > 2
            && Lexicon.ENGLISH.isOrganisationWord(name.last())
            && !classifier.isKnown(name.first(), name.end());
    boolean body = named || Lexicon.ENGLISH.isOrganisation(name.name());
    return people ? name.of(Kind.THING) : body ? name.of(Kind.ORGANISATION) : name;
  }

  /** Whether a place's name is but the surname of somebody with a given name: Kyle York. */
  private static boolean isBearer(NameMention name) {
    return name.words().size() == 2
        && !name.determined()
        && Lexicon.ENGLISH.isGivenName(name.words().getFirst())
        && !Lexicon.ENGLISH.isPlace(name.words().getFirst())
        && Lexicon.ENGLISH.isPlace(name.last())
        && !Lexicon.ENGLISH.isPlace(name.name());
  }

  /** Whether the name only goes on into an adjective: "Ruth Alder-appointed". */
  private boolean isModifier(NameMention name) {
    String next = name.end() < tokens.size() ? tokens.get(name.end()).text() : "";
    int hyphen = next.indexOf('-');
    return hyphen > 0
        && hyphen + 1 < next.length()
        && Character.isUpperCase(next.charAt(0))
        && Character.isLowerCase(next.charAt(hyphen + 1));
  }

  private void merge(List<NameMention> ruled, List<Tagged> tagged) {
    int next = 0;
    for (Tagged name : tagged) {
      NameMention same = null;
      while (next < ruled.size() && ruled.get(next).first() < name.end()) {
        NameMention rule = ruled.get(next++);
        if (rule.end() <= name.first()) {
          keep(rule);
        } else if (rule.end() == name.end() && isSame(rule, name)) {
          same = rule;
        }
      }
      if (same != null) {
        found.add(agreed(same, name.kind()));
      } else {
        addTagged(name);
      }
    }
    while (next < ruled.size()) {
      keep(ruled.get(next++));
    }
  }

  /**
   * Whether both are one name: the same words, but for an article or a role before them, or more
   * that the registry has for somebody.
   */
  private boolean isSame(NameMention rule, Tagged name) {
    boolean role =
        rule.titled()
            && rule.kind() == Kind.PERSON
            && name.kind() != Kind.PERSON
            && rule.first() > name.first();
    if (role || rule.first() == name.first() + 1) {
      return role || Lexicon.lower(tokens.get(name.first()).text()).equals("the");
    }
    boolean longer = rule.first() < name.first() && classifier.isKnown(rule.first(), rule.end());
    return rule.first() == name.first() || longer;
  }

  /** Takes over what only the rules have found, where it may be no name: a role, a party. */
  private void keep(NameMention rule) {
    boolean generic = rule.words().size() == 1 && OrganisationSigns.isGeneric(rule.last());
    boolean party =
        !generic && rule.kind() == Kind.ORGANISATION && !registry.parties(rule.name()).isEmpty();
    boolean letters =
        rule.kind() == Kind.ORGANISATION
            && rule.last().length() > 2
            && OrganisationSigns.isAbbreviation(rule.last());
    if (rule.kind() == Kind.ROLE || party || letters || isSomebody(rule)) {
      found.add(rule);
    }
  }

  /** Whether a title, or a given name before a surname in the registry, proves a person. */
  private boolean isSomebody(NameMention rule) {
    boolean given =
        rule.words().size() > 1
            && Lexicon.ENGLISH.isGivenName(rule.words().getFirst())
            && !Lexicon.ENGLISH.isWordToo(rule.words().getFirst());
    return rule.kind() == Kind.PERSON && (rule.titled() || given && !rule.opens());
  }

  /** The kind of a name on whose words both agree. */
  private NameMention agreed(NameMention rule, Kind learnt) {
    boolean surer = rule.kind() == Kind.ROLE || rule.titled() && rule.kind() == Kind.PERSON;
    boolean party =
        learnt != Kind.PERSON
            && rule.kind() == Kind.ORGANISATION
            && rule.words().size() > 1
            && !registry.parties(rule.name()).isEmpty();
    return surer || party || rule.kind() == learnt ? rule : rule.of(learnt);
  }

  /** A name that the rules have cut otherwise. */
  private void addTagged(Tagged name) {
    int start = name.first();
    int before = found.isEmpty() ? 0 : found.getLast().end();
    while (start > before
        && CapitalisedRuns.isCapitalised(tokens.get(start - 1))
        && !finder.runs.opensAnew(start)) {
      start--;
    }
    Prefix prefix = Prefix.of(registry, tokens, classifier, start, name.end());
    Optional<Title> title = Title.at(tokens, name.first(), name.end());
    boolean reigning = NameTrimmer.isReigning(tokens.get(name.first()).text());
    if (title.isPresent() && !reigning && prefix.end() == title.get().end()) {
      finder.addPerson(start, prefix, name.end(), Kind.PERSON);
      return;
    }
    if (name.kind() != Kind.PERSON) {
      found.add(
          finder.mention(
              name.first(), name.end(), name.kind(), Gender.UNKNOWN, false, List.of(), null));
      return;
    }
    Prefix own =
        prefix.end() <= name.first()
            ? new Prefix(prefix.gender(), prefix.titled(), prefix.party(), name.first())
            : new Prefix(Gender.UNKNOWN, false, null, name.first());
    finder.addPerson(start, own, name.end(), Kind.PERSON);
  }
}
