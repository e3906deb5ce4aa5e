package org.onrecord.attribution.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nouns for bodies, "ministry", and for what they write, "report". Written by hand. */
public final class BodyNouns {
  public static final BodyNouns ENGLISH = new BodyNouns();

  /**
   * A noun for bodies.
   *
   * @param named whether any noun before it makes it the name of one: "defence" ministry
   * @param kin the words in a name that show a body of the kind
   */
  public record BodyNoun(String noun, boolean named, Set<String> kin) {}

  /** Words that stand before a noun and do not tell one body from another. */
  private static final Set<String> PLAIN =
      set(
          "the a an this that these those its his her their our my local new own previous former"
              + " current ruling whole entire small big large private public major other another"
              + " same last first second main top biggest largest leading new-look one two three"
              + " annual latest official embattled troubled giant apex parent said giant's both"
              + " different national federal independent influential powerful highest lower"
              + " country's senior top several many some few unnamed anonymous retired third"
              + " high-ranking high-level no any each every all most more state-run state-owned"
              + " big-city global international family-owned");

  /** Who speaks for somebody else, in the singular. */
  private static final Set<String> SPOKESPEOPLE =
      Set.of(
          "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spokeswomen");

  /** Who speaks for a body where the words say of which. */
  private static final Set<String> REPRESENTATIVES =
      set(
          "official officer source lawyer attorney counsel representative aide insider staffer"
              + " envoy executive employee advocate solicitor sources staff personnel publicist"
              + " rep advocate");

  private final Map<String, BodyNoun> bodies = new HashMap<>();
  private final Set<String> texts = new HashSet<>();

  private static Set<String> set(String words) {
    return Set.copyOf(new HashSet<>(List.of(words.split(" "))));
  }

  private BodyNouns() {
    for (String[] row : Lexicon.rows("body-nouns.tsv")) {
      Set<String> kin = row.length > 2 ? set(row[2].strip()) : Set.of();
      bodies.put(row[0], new BodyNoun(row[0], row[1].equals("S"), kin));
    }
    Lexicon.rows("text-nouns.txt").forEach(row -> texts.add(row[0]));
  }

  /** The noun for one body that a word is, capital or not. */
  public Optional<BodyNoun> body(String word) {
    return Optional.ofNullable(bodies.get(Lexicon.lower(word)));
  }

  /** Whether a word means something written, one or several. */
  public boolean isText(String word) {
    String lower = Lexicon.lower(word);
    return texts.contains(lower) || texts.contains(singular(lower));
  }

  public static boolean isSpokesperson(String word) {
    String lower = Lexicon.lower(word);
    return SPOKESPEOPLE.contains(lower)
        || lower.endsWith("s") && SPOKESPEOPLE.contains(singular(lower));
  }

  /** Whether somebody called so speaks for the body that the words name. */
  public static boolean isRepresentative(String word) {
    String lower = Lexicon.lower(word);
    return isSpokesperson(lower)
        || REPRESENTATIVES.contains(lower)
        || REPRESENTATIVES.contains(singular(lower));
  }

  /** Whether a word before a noun tells nothing of which one it is. */
  public static boolean isPlain(String lower) {
    return PLAIN.contains(lower);
  }

  public static String singular(String lower) {
    return lower.endsWith("s") && !lower.endsWith("ss") && lower.length() > 3
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }

  /** The words of a list without the plain ones. */
  public static List<String> telling(List<String> words) {
    return words.stream().filter(word -> !isPlain(word)).toList();
  }
}
