package org.onrecord.people;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Registry;
import org.onrecord.registry.TransliterationKey;

/**
 * Finds ids of an archive that may be one person under two names. Alike names are a hint and no
 * more: without asking, only those are joined of which the registry has the one as a spelling of
 * the other, nobody else's, and of which an article uses both. Who are two in the registry, or were
 * parted by an editor, stay apart.
 */
final class Variants {
  /** How many pairs are weighed. */
  private static final int MOST = 5_000;

  private final Registry registry;
  private final PeopleHistory history;
  private final Together together;
  private final List<ArchivedPerson> people;
  private final Map<String, ArchivedPerson> byId = new HashMap<>();
  private final Map<Set<String>, Found> found = new LinkedHashMap<>();

  /** In how many articles two ids are. */
  @FunctionalInterface
  interface Together {
    long articles(String id, String other) throws IOException;
  }

  /** A pair before it is counted. */
  private record Found(ArchivedPerson one, ArchivedPerson other, String evidence, boolean named) {}

  Variants(
      List<ArchivedPerson> people, PeopleHistory history, Registry registry, Together together) {
    this.registry = registry;
    this.history = history;
    this.together = together;
    this.people = people.stream().filter(one -> isOpen(one.who(), history.names())).toList();
    this.people.forEach(one -> byId.put(one.id(), one));
  }

  /** Whether it is still one itself. */
  private static boolean isOpen(SpeakerRef who, Names names) {
    Optional<SpeakerRef> now = names.of(who);
    return now.isPresent() && String.valueOf(now.get().id()).equals(who.id());
  }

  /** The likeliest first. */
  List<Variant> all() throws IOException {
    bySpellingOfTheRegistry();
    bySound();
    byFirstAndLast();
    byAbbreviation();
    bySurname();
    List<Variant> variants = new ArrayList<>();
    for (Found pair : found.values()) {
      if (variants.size() < MOST) {
        variants.add(weighed(pair));
      }
    }
    variants.sort(
        Comparator.comparing((Variant one) -> !one.sure())
            .thenComparing(one -> -one.together())
            .thenComparing(one -> -(one.who().spoken() + one.who().mentioned()))
            .thenComparing(one -> one.who().id()));
    return variants;
  }

  private Variant weighed(Found pair) throws IOException {
    long both = together.articles(pair.one().id(), pair.other().id());
    return new Variant(pair.one(), pair.other(), pair.evidence(), both, pair.named() && both > 0);
  }

  private void bySpellingOfTheRegistry() {
    for (ArchivedPerson one : people) {
      if (!isPerson(one) || isRegistered(one)) {
        continue;
      }
      List<NameMatch> matches = registry.named(one.who().name());
      if (matches.size() == 1) {
        NameMatch match = matches.getFirst();
        ArchivedPerson other = byId.get(match.person().id());
        boolean exact = match.kind() == NameMatch.Kind.EXACT;
        boolean whole = one.who().name().strip().contains(" ");
        if (other != null && whole) {
          add(
              one,
              other,
              exact
                  ? "the registry has it as a name of " + other.who().name() + " alone"
                  : "spelt nearly as " + match.spelling() + " in the registry",
              exact);
        }
      }
    }
  }

  private void bySound() {
    Map<String, List<ArchivedPerson>> groups = new HashMap<>();
    for (ArchivedPerson one : people) {
      if (words(one).size() > 1) {
        group(groups, TransliterationKey.of(one.who().name()), one);
      }
    }
    pairs(groups, "spelt alike, or with a middle initial or suffix more");
  }

  private void byFirstAndLast() {
    Map<String, List<ArchivedPerson>> groups = new HashMap<>();
    for (ArchivedPerson one : people) {
      List<String> words = plain(one);
      if (isPerson(one) && words.size() > 1 && words.getFirst().length() > 1) {
        group(groups, sound(words.getFirst()) + " " + sound(words.getLast()), one);
      }
    }
    pairs(groups, "the same first and last name");
  }

  /** "J. Alder" and "Ruth Jane Alder" are none, "R. Alder" is one; "Md Alam", "Mohammad Alam". */
  private void byAbbreviation() {
    Map<String, List<ArchivedPerson>> byLast = new HashMap<>();
    for (ArchivedPerson one : people) {
      List<String> words = plain(one);
      if (isPerson(one) && words.size() > 1) {
        group(byLast, words.getLast(), one);
      }
    }
    for (List<ArchivedPerson> group : byLast.values()) {
      for (ArchivedPerson one : group) {
        String first = plain(one).getFirst();
        List<ArchivedPerson> fuller =
            isAbbreviation(first)
                ? group.stream().filter(other -> shortens(first, plain(other).getFirst())).toList()
                : List.of();
        if (fuller.size() == 1) {
          add(one, fuller.getFirst(), "the first name is abbreviated", false);
        }
      }
    }
  }

  private static boolean isAbbreviation(String word) {
    return word.length() == 1
        || word.length() <= 3 && word.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  private static boolean shortens(String brief, String full) {
    if (full.length() <= brief.length() || full.charAt(0) != brief.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < full.length() && at < brief.length(); i++) {
      at += full.charAt(i) == brief.charAt(at) ? 1 : 0;
    }
    boolean ends = brief.length() == 1 || full.endsWith(brief.substring(brief.length() - 1));
    return at == brief.length() && ends;
  }

  private void bySurname() {
    Map<String, List<ArchivedPerson>> byLast = new HashMap<>();
    for (ArchivedPerson one : people) {
      List<String> words = plain(one);
      if (isPerson(one) && words.size() > 1) {
        group(byLast, words.getLast(), one);
      }
    }
    for (ArchivedPerson one : people) {
      List<String> words = words(one);
      List<ArchivedPerson> fuller =
          isPerson(one) && words.size() == 1
              ? byLast.getOrDefault(words.getFirst(), List.of())
              : List.of();
      if (fuller.size() == 1) {
        add(one, fuller.getFirst(), "a surname that nobody else here has", false);
      }
    }
  }

  private static void group(
      Map<String, List<ArchivedPerson>> groups, String key, ArchivedPerson one) {
    groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
  }

  private void pairs(Map<String, List<ArchivedPerson>> groups, String evidence) {
    for (List<ArchivedPerson> group : groups.values()) {
      Optional<ArchivedPerson> best = group.stream().max(this::compare);
      for (ArchivedPerson one : group) {
        if (best.isPresent() && one != best.get()) {
          add(one, best.get(), evidence, false);
        }
      }
    }
  }

  /** Which of two gives the name. */
  private int compare(ArchivedPerson one, ArchivedPerson other) {
    return Comparator.comparing(this::isRegistered)
        .thenComparing(ArchivedPerson::spoken)
        .thenComparing(ArchivedPerson::mentioned)
        .thenComparing(ArchivedPerson::id)
        .compare(one, other);
  }

  private void add(ArchivedPerson one, ArchivedPerson other, String evidence, boolean named) {
    boolean two = isRegistered(one) && isRegistered(other);
    if (one.who().type() == other.who().type() && !two && !wasDecided(one, other)) {
      found.putIfAbsent(Set.of(one.id(), other.id()), new Found(one, other, evidence, named));
    }
  }

  /** Whether an editor joined the two before and undid it, or parted them. */
  private boolean wasDecided(ArchivedPerson one, ArchivedPerson other) {
    Set<String> pair = new HashSet<>(List.of(one.id(), other.id()));
    return history.decisions().stream()
        .map(Decided::decision)
        .filter(each -> each.subject() != null && each.object() != null)
        .anyMatch(
            each -> pair.equals(new HashSet<>(List.of(id(each.subject()), id(each.object())))));
  }

  private static String id(@Nullable SpeakerRef who) {
    return who == null ? "" : String.valueOf(who.id());
  }

  private boolean isRegistered(ArchivedPerson one) {
    return registry.person(one.id()).isPresent() || registry.organisation(one.id()).isPresent();
  }

  private static boolean isPerson(ArchivedPerson one) {
    return one.who().type() == SpeakerType.PERSON;
  }

  private static String sound(String word) {
    return TransliterationKey.of(word);
  }

  private static List<String> words(ArchivedPerson one) {
    return List.of(NameKey.of(one.who().name()).split(" ", -1));
  }

  /** Without a last Jr, Sr, II, III or IV. */
  private static List<String> plain(ArchivedPerson one) {
    List<String> words = words(one);
    boolean suffix =
        words.size() > 2 && Set.of("jr", "sr", "ii", "iii", "iv").contains(words.getLast());
    return suffix ? words.subList(0, words.size() - 1) : words;
  }
}
