package org.onrecord.registry;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the usual English spellings of one name share: {@code Chaudhry}, {@code Chaudhary} and
 * {@code Choudhry}; {@code Muhammad} and {@code Mohammed}; {@code Fazlur Rehman} and {@code
 * Fazl-ur-Rahman}. Also without regard to middle initials and a final Jr, Sr, II or III.
 *
 * <p>Rules, in order, on each word of the {@link NameKey}; they join vowels that are one sound in
 * Urdu, Hindi, Arabic or Ukrainian and tell apart those that are not. Words are then joined, as
 * particles are written with and without space. The key means nothing but by being equal to
 * another.
 */
public final class TransliterationKey {
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  private record Rule(Pattern pattern, String replacement) {
    static Rule of(String pattern, String replacement) {
      return new Rule(Pattern.compile(pattern), replacement);
    }

    String apply(String word) {
      return pattern.matcher(word).replaceAll(replacement);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // whole names whose spellings no sound rule joins
          Rule.of("^[uo]m[ae]r$", "umar"),
          Rule.of("^yo?u?o?s+[aeiu]f$", "yusuf"),
          Rule.of("^kh?w[ao]j[ae]h?$", "khawaja"),
          Rule.of("^fa[sz]al$", "fazl"),
          Rule.of("^[uo](?:th|s)m[ae]n$", "usman"),
          // endings
          Rule.of("(h|ham|hm|hamm)[ae]d$", "$1ad"),
          Rule.of("(?<=q)u(?=[ie]$)", ""),
          Rule.of("ah$", "a"),
          // consonants
          Rule.of("[ae]h", "ah"),
          Rule.of("ph", "f"),
          Rule.of("([dtg])h", "$1"),
          Rule.of("q", "k"),
          Rule.of("yy", "y"),
          Rule.of("w(?=[aeiouy])", "v"),
          Rule.of("y(?=[aeiou])", "Y"),
          // vowels: long and short alike
          Rule.of("(?:au|ou|ow|aw|oo|u|o)+", "u"),
          Rule.of("(?:ai|ay|ea|i|e|y)+", "i"),
          Rule.of("a+", "a"),
          Rule.of("([^aiu])\\1", "$1"),
          Rule.of("d[aiu]ri$", "dri"));

  private TransliterationKey() {}

  /** The key of a name of any number of words; empty for a name without letters or digits. */
  public static String of(String name) {
    List<String> words = withoutSuffix(NameKey.words(name));
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      boolean middle = i > 0 && i < words.size() - 1;
      if (!middle || words.get(i).length() > 1) {
        key.append(ofWord(words.get(i)));
      }
    }
    return key.toString();
  }

  static List<String> withoutSuffix(List<String> words) {
    boolean hasSuffix = words.size() > 2 && SUFFIXES.contains(words.getLast());
    return hasSuffix ? words.subList(0, words.size() - 1) : words;
  }

  private static String ofWord(String word) {
    String key = word;
    for (Rule rule : RULES) {
      key = rule.apply(key);
    }
    return key;
  }
}
