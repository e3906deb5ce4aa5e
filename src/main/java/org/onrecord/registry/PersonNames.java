package org.onrecord.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * People by name: by the exact key first, and only where that finds nobody without regard to middle
 * initials, then by the key of transliterations. The exact keys are filed at once, the others when
 * they are first asked for. Safe for several threads.
 */
final class PersonNames {
  /** A shorter surname sounds like too many others. */
  private static final int SHORTEST_VARIANT = 5;

  /** What part of a name a table files. */
  private enum Part {
    WHOLE,
    /** Each end of it but the whole, unless that is one word. */
    SURNAMES
  }

  /** One person under one spelling; a spelling's number is its place. */
  private final Person[] bearers;

  private final String[] spellings;
  private final KeyTable wholes;
  private final KeyTable surnames;
  private volatile @Nullable Others others;

  /** The tables that are needed only where nobody has the exact name. */
  private record Others(
      KeyTable plainWholes,
      KeyTable plainSurnames,
      KeyTable variantWholes,
      KeyTable variantSurnames) {}

  PersonNames(Collection<Person> persons) {
    int count = 0;
    for (Person person : persons) {
      count += 1 + person.aliases().size();
    }
    bearers = new Person[count];
    spellings = new String[count];
    wholes = new KeyTable(count);
    surnames = new KeyTable(count * 2);
    KeyBuffer key = new KeyBuffer();
    int number = 0;
    for (Person person : persons) {
      number = file(person, person.name(), number, key);
      List<String> aliases = person.aliases();
      for (int i = 0; i < aliases.size(); i++) {
        number = file(person, aliases.get(i), number, key);
      }
    }
  }

  private int file(Person person, String spelling, int number, KeyBuffer key) {
    bearers[number] = person;
    spellings[number] = spelling;
    key.set(spelling);
    int words = key.words();
    if (words > 0) {
      wholes.add(key.hash(0, words), number);
      int end = key.endsInSuffix() ? words - 1 : words;
      for (int from = end == 1 ? 0 : 1; from < end; from++) {
        surnames.add(key.hash(from, end), number);
      }
    }
    return number + 1;
  }

  /** Everybody whose whole name this is. */
  List<NameMatch> named(String name, Spellings wanted) {
    return find(name, wanted, Part.WHOLE);
  }

  /** Everybody whose name ends so. */
  List<NameMatch> bySurname(String surname, Spellings wanted) {
    return find(surname, wanted, Part.SURNAMES);
  }

  private List<NameMatch> find(String name, Spellings wanted, Part part) {
    List<String> words = NameKey.words(name);
    if (words.isEmpty()) {
      return List.of();
    }
    long hash = KeyTable.hash(String.join(" ", words));
    KeyTable exact = part == Part.WHOLE ? wholes : surnames;
    if (exact.find(hash) >= 0) {
      return matches(new int[][] {places(exact, hash)}, NameMatch.Kind.EXACT);
    }
    Others more = others();
    List<String> plain = TransliterationKey.withoutInitials(words);
    long plainHash = KeyTable.hash(String.join(" ", plain));
    KeyTable plains = part == Part.WHOLE ? more.plainWholes : more.plainSurnames;
    List<NameMatch> found =
        matches(
            new int[][] {places(exact, plainHash), places(plains, plainHash)},
            NameMatch.Kind.VARIANT);
    if (found.isEmpty() && wanted == Spellings.VARIANTS && isLong(words)) {
      KeyTable variants = part == Part.WHOLE ? more.variantWholes : more.variantSurnames;
      long variantHash = KeyTable.hash(TransliterationKey.of(words));
      return matches(new int[][] {places(variants, variantHash)}, NameMatch.Kind.VARIANT);
    }
    return found;
  }

  private static boolean isLong(List<String> words) {
    int letters = 0;
    for (String word : words) {
      letters += word.length();
    }
    return letters >= SHORTEST_VARIANT;
  }

  /** The numbers of the spellings under a hash, in the registry's order. */
  private static int[] places(KeyTable table, long hash) {
    int count = 0;
    for (int place = table.find(hash); place >= 0; place = table.next(place)) {
      count++;
    }
    int[] numbers = new int[count];
    int i = 0;
    for (int place = table.find(hash); place >= 0; place = table.next(place)) {
      numbers[i++] = table.value(place);
    }
    return numbers;
  }

  /** Every person once, by the first spelling. */
  private List<NameMatch> matches(int[][] found, NameMatch.Kind kind) {
    int[] numbers = found[0];
    if (found.length > 1 && found[1].length > 0) {
      numbers = Arrays.copyOf(found[0], found[0].length + found[1].length);
      System.arraycopy(found[1], 0, numbers, found[0].length, found[1].length);
      Arrays.sort(numbers);
    }
    List<NameMatch> matches = new ArrayList<>(numbers.length);
    Person last = null;
    for (int number : numbers) {
      Person person = bearers[number];
      if (person != last) {
        matches.add(new NameMatch(person, spellings[number], kind));
        last = person;
      }
    }
    return List.copyOf(matches);
  }

  private Others others() {
    Others known = others;
    if (known == null) {
      synchronized (this) {
        known = others;
        if (known == null) {
          known = fileOthers();
          others = known;
        }
      }
    }
    return known;
  }

  private Others fileOthers() {
    int count = spellings.length;
    Others more =
        new Others(
            new KeyTable(count / 8),
            new KeyTable(count / 8),
            new KeyTable(count),
            new KeyTable(count * 2));
    Map<String, String> sounds = new HashMap<>();
    for (int number = 0; number < count; number++) {
      List<String> words = NameKey.words(spellings[number]);
      List<String> own = TransliterationKey.withoutSuffix(words);
      if (own.size() < words.size() || hasMiddleInitial(own, 0)) {
        more.plainWholes.add(plainHash(own, 0), number);
      }
      String[] heard = new String[own.size()];
      for (int i = 0; i < heard.length; i++) {
        heard[i] = sounds.computeIfAbsent(own.get(i), TransliterationKey::ofWord);
      }
      fileVariant(more.variantWholes, own, heard, 0, number);
      for (int from = own.size() == 1 ? 0 : 1; from < own.size(); from++) {
        if (hasMiddleInitial(own, from)) {
          more.plainSurnames.add(plainHash(own, from), number);
        }
        fileVariant(more.variantSurnames, own, heard, from, number);
      }
    }
    return more;
  }

  private static boolean hasMiddleInitial(List<String> words, int from) {
    for (int i = from + 1; i < words.size() - 1; i++) {
      if (words.get(i).length() == 1) {
        return true;
      }
    }
    return false;
  }

  private static long plainHash(List<String> words, int from) {
    List<String> plain = TransliterationKey.withoutInitials(words.subList(from, words.size()));
    return KeyTable.hash(String.join(" ", plain));
  }

  /** Files the key of {@link TransliterationKey} of the words from one on. */
  private static void fileVariant(
      KeyTable table, List<String> words, String[] sounds, int from, int number) {
    int letters = 0;
    long hash = KeyTable.SEED;
    for (int i = from; i < sounds.length; i++) {
      int length = words.get(i).length();
      letters += length;
      if (length > 1 || i == from || i == sounds.length - 1) {
        hash = KeyTable.step(hash, sounds[i]);
      }
    }
    if (letters >= SHORTEST_VARIANT) {
      table.add(KeyTable.end(hash), number);
    }
  }
}
