package org.onrecord.attribution.cast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.registry.Spellings;
import org.onrecord.registry.TransliterationKey;

/** The members of a cast, found by the words of their names. */
final class NameIndex {
  /** So many people an article has at most; a name that would add another stands for nobody. */
  private static final int MOST_MEMBERS = 2_000;

  /** So many people are found by one word; the next to bear it only by their other words. */
  private static final int MOST_NAMESAKES = 50;

  private final Registry registry;
  private final List<CastMember> members = new ArrayList<>();
  private final Map<String, List<CastMember>> byWord = new HashMap<>();
  private final Map<String, List<CastMember>> byVariant = new HashMap<>();

  NameIndex(Registry registry) {
    this.registry = registry;
  }

  /** Every member, in the order in which they were added. */
  List<CastMember> members() {
    return members;
  }

  /** Whether nobody more may be added for a name. */
  boolean isFull() {
    return members.size() >= MOST_MEMBERS;
  }

  /** A new member, found by every word of the name. */
  CastMember add(List<String> name) {
    CastMember member = new CastMember(name);
    members.add(member);
    index(member);
    return member;
  }

  /** Those with a word, folded, in their names. */
  List<CastMember> withWord(String word) {
    return byWord.getOrDefault(word, List.of());
  }

  /** Those with another transliteration of a word in their names. */
  List<CastMember> withVariant(String word) {
    return byVariant.getOrDefault(TransliterationKey.of(word), List.of());
  }

  /** Lets a member be found by every word of the fullest name so far. */
  void index(CastMember member) {
    for (String word : member.name()) {
      List<CastMember> holders =
          byWord.computeIfAbsent(NameForm.fold(word), w -> new ArrayList<>());
      if (holders.size() < MOST_NAMESAKES && !holders.contains(member)) {
        holders.add(member);
      }
      indexVariant(TransliterationKey.of(word), member);
    }
    indexVariant(fullKey(member.name()), member);
  }

  private void indexVariant(String key, CastMember member) {
    if (registry.spellings() == Spellings.VARIANTS) {
      List<CastMember> holders = byVariant.computeIfAbsent(key, k -> new ArrayList<>());
      if (holders.size() < MOST_NAMESAKES && !holders.contains(member)) {
        holders.add(member);
      }
    }
  }

  /** A key that no single word has. */
  private static String fullKey(List<String> name) {
    return name.size() + " " + TransliterationKey.of(String.join(" ", name));
  }

  /** The member whose name is another transliteration of this one, if nothing speaks against it. */
  @Nullable CastMember sameInVariant(NameMention name) {
    for (CastMember member : byVariant.getOrDefault(fullKey(name.words()), List.of())) {
      Set<Person> one = persons(String.join(" ", member.name()));
      Set<Person> other = persons(name.name());
      boolean two = !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
      if (!two && member.mayBe(name.gender())) {
        return member;
      }
    }
    return null;
  }

  /**
   * The member whose name this is too: the same, shorter, longer, or with another form of the given
   * name.
   */
  @Nullable CastMember sameName(NameMention name) {
    List<String> words = name.words().stream().map(NameForm::fold).toList();
    for (CastMember member : withWord(words.getFirst())) {
      List<String> known = member.name().stream().map(NameForm::fold).toList();
      if (known.equals(words) || inOrder(words, known) || inOrder(known, words)) {
        return member;
      }
    }
    for (CastMember member : withWord(lastOf(words))) {
      List<String> known = member.name().stream().map(NameForm::fold).toList();
      if (withoutInitials(known).equals(withoutInitials(words)) || isTail(words, known)) {
        return member;
      }
      boolean sameLast = member.last().equals(lastOf(words));
      if (sameLast && member.name().size() > 1 && sameGivenName(member, name, words)) {
        return member;
      }
    }
    return null;
  }

  /** Whether words of a name are the surname of two words of a longer one: Itamar "Ben Gvir". */
  private static boolean isTail(List<String> words, List<String> known) {
    int from = known.size() - words.size();
    return words.size() > 1 && from > 0 && known.subList(from, known.size()).equals(words);
  }

  /** Without the initials before a name of two words or more: G Jagadish Reddy. */
  private static List<String> withoutInitials(List<String> words) {
    int first = 0;
    while (words.size() - first > 2 && words.get(first).length() == 1) {
      first++;
    }
    return words.subList(first, words.size());
  }

  private static String lastOf(List<String> words) {
    String last = words.getLast();
    return NameForm.isSuffix(last) && words.size() > 2 ? words.get(words.size() - 2) : last;
  }

  /** Whether the words of the shorter stand in the longer in order, first to first. */
  private static boolean inOrder(List<String> shorter, List<String> longer) {
    if (shorter.size() >= longer.size() || shorter.size() < 2) {
      return false;
    }
    if (NameForm.isSuffix(longer.getLast()) && !NameForm.isSuffix(shorter.getLast())) {
      return false;
    }
    int at = 0;
    for (String word : longer) {
      if (at < shorter.size() && word.equals(shorter.get(at))) {
        at++;
      }
    }
    return at == shorter.size() && shorter.getFirst().equals(longer.getFirst());
  }

  private boolean sameGivenName(CastMember member, NameMention name, List<String> words) {
    String first = words.getFirst();
    String known = member.first();
    if (first.length() == 1 || known.length() == 1) {
      return first.charAt(0) == known.charAt(0);
    }
    Set<Person> same = persons(String.join(" ", member.name()));
    same.retainAll(persons(name.name()));
    return !same.isEmpty();
  }

  private Set<Person> persons(String name) {
    Set<Person> persons = new LinkedHashSet<>();
    registry.named(name).forEach(match -> persons.add(match.person()));
    return persons;
  }
}
