package org.onrecord.attribution.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.words.Lexicon.Role;
import org.onrecord.segment.Token;

/** Reads roles in a run of tokens: "party founder and incarcerated former prime minister". */
public final class RolePhrases {
  private static final Set<String> FORMER =
      Set.of(
          "former",
          "ex",
          "ex-",
          "then",
          "one-time",
          "onetime",
          "ousted",
          "late",
          "retired",
          "outgoing",
          "erstwhile");
  private static final Set<String> PARTISANS =
      Set.of(
          "Democrat",
          "Republican",
          "Tory",
          "Conservative",
          "Liberal",
          "Labourite",
          "Libertarian",
          "Independent",
          "Unionist",
          "Nationalist",
          "Socialist");
  private static final Set<String> EMPTY =
      Set.of(
          "the", "a", "an", "of", "and", "for", "in", "on", "to", "his", "her", "their", "its", "s",
          "'s", "at", "who", "is", "was", "has", "been", "by", "with", "from", ",", "-", "as",
          "that", "this");

  private RolePhrases() {}

  /** A role and where it stands. */
  public record Found(Role role, int first, int end) {}

  /** The longest role that begins at token i, before {@code limit}. */
  public static Optional<Found> at(List<Token> tokens, int i, int limit) {
    int longest = i < limit ? longest(tokens, i) : 0;
    for (int length = Math.min(longest, limit - i); length > 0; length--) {
      Optional<Role> role = Lexicon.ENGLISH.role(words(tokens, i, i + length));
      if (role.isPresent()) {
        return Optional.of(new Found(role.get(), i, i + length));
      }
    }
    return Optional.empty();
  }

  /** How many tokens the longest role may have that begins with one. */
  private static int longest(List<Token> tokens, int i) {
    return Math.min(Lexicon.LONGEST_ROLE, Lexicon.ENGLISH.longestRole(tokens.get(i).plain()));
  }

  /** Every role in a run of tokens, each with what precedes it there. */
  public static List<Description> descriptions(List<Token> tokens, int first, int end) {
    List<Description> found = new ArrayList<>();
    int from = first;
    int i = first;
    while (i < end) {
      Optional<Found> role = at(tokens, i, end);
      if (role.isPresent() && !isModifier(tokens, role.get(), end)) {
        found.add(description(tokens, role.get(), from, end));
        i = role.get().end();
        from = i;
      } else {
        i++;
      }
    }
    return found;
  }

  /**
   * Whether a group only says of what the office behind it is: "Union" Home Minister, "navy" chief.
   */
  private static boolean isModifier(List<Token> tokens, Found group, int end) {
    if (group.role().kind() != Lexicon.RoleKind.GROUP) {
      return false;
    }
    for (int i = group.end(); i < end && tokens.get(i).isWord(); i++) {
      String word = tokens.get(i).plain();
      if (EMPTY.contains(word) || Lexicon.isPreposition(word)) {
        return false;
      }
      Optional<Found> next = at(tokens, i, end);
      if (next.isPresent() && next.get().role().kind() == Lexicon.RoleKind.OFFICE) {
        return true;
      }
    }
    return false;
  }

  /** The role as described by the words around it in a run of tokens. */
  public static Description description(List<Token> tokens, Found role, int first, int end) {
    boolean former = false;
    Set<String> modifiers = new HashSet<>();
    for (int k = first; k < end; k++) {
      if (k < role.first() || k >= role.end()) {
        String word = tokens.get(k).plain();
        former |= k < role.first() && isFormer(word);
        boolean plain = isFormer(word) && stripped(word).equals(word);
        if (tokens.get(k).isWord() && !EMPTY.contains(word) && !plain) {
          modifiers.add(stripped(word));
        }
      }
    }
    return new Description(role.role(), former, modifiers);
  }

  /** Whether a capitalised word means one member of a party: a Democrat. */
  public static boolean isPartisan(String word) {
    return PARTISANS.contains(word);
  }

  public static boolean isFormer(String lower) {
    return FORMER.contains(lower) || lower.startsWith("ex-");
  }

  private static String stripped(String word) {
    return word.replace("defence", "defense").replaceFirst("^ex-(?=.)", "");
  }

  public static String words(List<Token> tokens, int first, int end) {
    if (end == first + 1) {
      return tokens.get(first).text();
    }
    StringBuilder words = new StringBuilder(48);
    for (int i = first; i < end; i++) {
      words.append(i == first ? "" : " ").append(tokens.get(i).text());
    }
    return words.toString();
  }

  /** The first role in a run of tokens, or null. */
  public static @Nullable Found firstIn(List<Token> tokens, int first, int end) {
    for (int i = first; i < end; i++) {
      Optional<Found> role = at(tokens, i, end);
      if (role.isPresent() && !isModifier(tokens, role.get(), end)) {
        return role.get();
      }
    }
    return null;
  }

  /** Whether a run of tokens ends with a role, a comma after it or not. */
  public static boolean endWithRole(List<Token> tokens, int first, int end) {
    int last = end - 1;
    if (last >= first && tokens.get(last).text().equals(",")) {
      last--;
    }
    for (int length = 1; length <= Lexicon.LONGEST_ROLE && last + 1 - length >= first; length++) {
      int from = last + 1 - length;
      if (longest(tokens, from) >= length
          && Lexicon.ENGLISH.role(words(tokens, from, last + 1)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
