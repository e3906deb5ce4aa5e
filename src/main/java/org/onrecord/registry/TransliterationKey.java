package org.onrecord.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the usual English spellings of one name share: {@code Chaudhry}, {@code Chaudhary} and
 * {@code Choudhry}; {@code Muhammad} and {@code Mohammed}; {@code Fazlur Rehman} and {@code
 * Fazl-ur-Rahman}. Also without regard to middle initials and a final Jr, Sr, II, III or IV.
 *
 * <p>Rules, in order, on each word of the {@link NameKey}; they join vowels that are one sound in
 * Urdu, Hindi, Arabic or Ukrainian and tell apart those that are not. Words are then joined, as
 * particles are written with and without space. The key means nothing but by being equal to
 * another.
 */
public final class TransliterationKey {
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  /** Whole names whose spellings no rule of sound joins. */
  private static final Map<String, String> WHOLE_NAMES =
      Map.ofEntries(
          Map.entry("omar", "umar"),
          Map.entry("omer", "umar"),
          Map.entry("umer", "umar"),
          Map.entry("osman", "usman"),
          Map.entry("usmaan", "usman"),
          Map.entry("othman", "usman"),
          Map.entry("uthman", "usman"),
          Map.entry("yousaf", "yusuf"),
          Map.entry("yusaf", "yusuf"),
          Map.entry("yousef", "yusuf"),
          Map.entry("youssef", "yusuf"),
          Map.entry("yusef", "yusuf"),
          Map.entry("khwaja", "khawaja"),
          Map.entry("khwajah", "khawaja"),
          Map.entry("khawja", "khawaja"),
          Map.entry("khowaja", "khawaja"),
          Map.entry("fazal", "fazl"));

  private TransliterationKey() {}

  /** The key of a name of any number of words; empty for a name without letters or digits. */
  public static String of(String name) {
    return of(NameKey.words(name));
  }

  static String of(List<String> nameWords) {
    StringBuilder key = new StringBuilder();
    withoutInitials(nameWords).forEach(word -> key.append(ofWord(word)));
    return key.toString();
  }

  /** The words without middle initials and a final Jr, Sr, II, III or IV. */
  static List<String> withoutInitials(List<String> nameWords) {
    List<String> words = withoutSuffix(nameWords);
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean middle = i > 0 && i < words.size() - 1;
      if (!middle || words.get(i).length() > 1) {
        plain.add(words.get(i));
      }
    }
    return plain;
  }

  /** Whether a word of a key is Jr, Sr, II, III or IV. */
  static boolean isSuffix(String word) {
    return SUFFIXES.contains(word);
  }

  static List<String> withoutSuffix(List<String> words) {
    boolean hasSuffix = words.size() > 2 && SUFFIXES.contains(words.getLast());
    return hasSuffix ? words.subList(0, words.size() - 1) : words;
  }

  /** The part of a key that stands for a word. */
  static String ofWord(String word) {
    String whole = WHOLE_NAMES.getOrDefault(word, word);
    String sounds = sounds(consonants(ending(whole)));
    boolean chaudhary =
        sounds.endsWith("dari") || sounds.endsWith("diri") || sounds.endsWith("duri");
    return chaudhary ? sounds.substring(0, sounds.length() - 3) + "ri" : sounds;
  }

  /** Abdullah as Abdulla, Siddique and Siddiqui as Siddiqi, Ahmed and Mohammed as Ahmad. */
  private static String ending(String word) {
    String stem = word.substring(0, Math.max(0, word.length() - 2));
    if (word.endsWith("ah")) {
      return stem + "a";
    }
    if (stem.endsWith("q") && (word.endsWith("ue") || word.endsWith("ui"))) {
      return stem + "i";
    }
    boolean ahmed =
        stem.endsWith("h") || stem.endsWith("hm") || stem.endsWith("ham") || stem.endsWith("hamm");
    return ahmed && word.endsWith("ed") ? stem + "ad" : word;
  }

  private static String consonants(String word) {
    return word.replace("eh", "ah")
        .replace("ph", "f")
        .replace("dh", "d")
        .replace("th", "t")
        .replace("gh", "g")
        .replace("q", "k")
        .replace("yy", "y");
  }

  /** Every run of like vowels, long or short, as one of a, i and u; double consonants as one. */
  private static String sounds(String word) {
    StringBuilder key = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
      char afterNext = i + 2 < word.length() ? word.charAt(i + 2) : ' ';
      boolean nextIsVowel = isVowel(next) || (isGlide(next) && !isVowel(afterNext));
      char sound = c;
      if (c == 'w' && isVowelOrY(next)) {
        sound = 'v';
      } else if (c == 'y' && isVowel(next)) {
        sound = 'Y';
      } else if (isVowel(c) && nextIsVowel && isOneSound(c, next)) {
        sound = next == 'i' || next == 'y' || c == 'e' ? 'i' : 'u';
        i++;
      } else if (c == 'o') {
        sound = 'u';
      } else if (c == 'e' || c == 'y') {
        sound = 'i';
      }
      if (key.isEmpty() || key.charAt(key.length() - 1) != sound) {
        key.append(sound);
      }
    }
    return key.toString();
  }

  /** au, aw, ou, ow, oo sound as u; ai, ay, ea as i. */
  private static boolean isOneSound(char first, char second) {
    return switch (first) {
      case 'a' -> second == 'u' || second == 'w' || second == 'i' || second == 'y';
      case 'o' -> second == 'u' || second == 'w' || second == 'o';
      case 'e' -> second == 'a';
      default -> false;
    };
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  private static boolean isVowelOrY(char c) {
    return isVowel(c) || c == 'y';
  }

  private static boolean isGlide(char c) {
    return c == 'y' || c == 'w';
  }
}
