package org.onrecord.attribution.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.registry.Gender;

/**
 * What words say about names: given names, titles, roles, places, what makes an organisation.
 * Written by hand.
 */
public final class Lexicon {
  private static final String FOLDER = "/org/onrecord/attribution/";

  /** The longest role in words: "national security adviser". */
  public static final int LONGEST_ROLE = 4;

  /** Words of so few letters make an organisation only as they are written: XI, and not Xi. */
  private static final int SHORT = 3;

  /** What a role says of its bearer. */
  public enum RoleKind {
    OFFICE,
    WORK,
    RELATION,
    GROUP
  }

  /** A noun that describes somebody. */
  public record Role(String name, Gender gender, RoleKind kind) {}

  /** Offices as they are abbreviated before names and by themselves. */
  private static final Map<String, String> ABBREVIATED =
      Map.ofEntries(
          Map.entry("sen.", "senator"),
          Map.entry("sen", "senator"),
          Map.entry("rep.", "representative"),
          Map.entry("gov.", "governor"),
          Map.entry("pres.", "president"),
          Map.entry("pm", "prime minister"),
          Map.entry("cm", "chief minister"),
          Map.entry("dcm", "deputy chief minister"),
          Map.entry("lop", "leader of the opposition"),
          Map.entry("prof.", "professor"),
          Map.entry("sgt", "sergeant"),
          Map.entry("sgt.", "sergeant"),
          Map.entry("gen.", "general"),
          Map.entry("gen", "general"),
          Map.entry("lt.", "lieutenant"),
          Map.entry("col.", "colonel"),
          Map.entry("maj.", "major"),
          Map.entry("capt.", "captain"),
          Map.entry("det.", "detective"));

  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "to", "from", "with", "by", "for", "against", "on", "in", "about", "at", "after",
          "before", "between", "like", "unlike", "under", "over", "than", "toward", "towards");

  public static final Lexicon ENGLISH = new Lexicon();

  private final Map<String, Gender> givenNames = new HashMap<>();
  private final Set<String> wordNames = new HashSet<>();
  private final Map<String, Gender> titles = new HashMap<>();
  private final Map<String, Role> roles = new HashMap<>();

  /** By the first word in small letters, how many words the longest role or title has. */
  private final Map<String, Integer> longestRoles = new HashMap<>();

  private final Map<String, Integer> longestTitles = new HashMap<>();
  private final Set<String> places = new HashSet<>();
  private final Set<String> governmentPlaces = new HashSet<>();
  private final Set<String> organisationWords = new HashSet<>();
  private final Set<String> shortOrganisationWords = new HashSet<>();
  private final Set<String> organisations = new HashSet<>();
  private final Set<String> partyWords = new HashSet<>();
  private final Set<String> trades = new HashSet<>();
  private final Set<String> civilBodies = new HashSet<>();
  private final Set<String> nationalities = new HashSet<>();

  private Lexicon() {
    for (String[] row : rows("given-names.tsv")) {
      givenNames.put(row[0], gender(row[1]));
      if (row.length > 2) {
        wordNames.add(row[0]);
      }
    }
    rows("titles.tsv").forEach(row -> titles.put(lower(row[0]), gender(row[1])));
    titles.keySet().forEach(title -> noteLength(title, longestTitles));
    for (String[] row : rows("roles.tsv")) {
      RoleKind kind = RoleKind.valueOf(row[2].toUpperCase(Locale.ROOT));
      roles.put(normal(row[0]), new Role(normal(row[0]), gender(row[1]), kind));
    }
    roles.keySet().forEach(this::noteRole);
    ABBREVIATED.keySet().forEach(this::noteRole);
    rows("places.txt").forEach(row -> places.add(lower(row[0])));
    rows("government-places.txt").forEach(row -> governmentPlaces.add(lower(row[0])));
    rows("organisation-words.txt")
        .forEach(
            row ->
                (row[0].length() <= SHORT ? shortOrganisationWords : organisationWords)
                    .add(row[0].length() <= SHORT ? row[0] : lower(row[0])));
    rows("organisations.txt").forEach(row -> organisations.add(row[0]));
    rows("party-words.txt").forEach(row -> partyWords.add(row[0]));
    rows("trades.txt").forEach(row -> trades.add(row[0]));
    rows("civil-bodies.txt").forEach(row -> civilBodies.add(row[0]));
    rows("nationalities.txt").forEach(row -> nationalities.add(lower(row[0])));
  }

  /** Notes a role under every spelling of its first word that {@link #normal} makes one. */
  private void noteRole(String role) {
    noteLength(role, longestRoles);
    noteLength(role.replace("defense", "defence"), longestRoles);
    noteLength(role.replace("counselor", "counsellor"), longestRoles);
  }

  private static void noteLength(String words, Map<String, Integer> longest) {
    String[] parts = words.split(" ");
    longest.merge(parts[0], parts.length, Math::max);
  }

  /**
   * How many words the longest role has that begins with a word; 0 where none does.
   *
   * @param plain in small letters, with straight apostrophes
   */
  int longestRole(String plain) {
    return longestRoles.getOrDefault(plain, 0);
  }

  /** The same of titles. */
  public int longestTitle(String plain) {
    return longestTitles.getOrDefault(plain, 0);
  }

  public boolean isGivenName(String word) {
    return givenNames.containsKey(lower(word));
  }

  /** Whether a given name is an ordinary word, place or month as well. */
  public boolean isWordToo(String givenName) {
    return wordNames.contains(lower(givenName));
  }

  public Gender genderOfGivenName(String word) {
    return givenNames.getOrDefault(lower(word), Gender.UNKNOWN);
  }

  /** The gender that a title gives away; empty where the words are no title. */
  public Optional<Gender> title(String words) {
    return Optional.ofNullable(titles.get(lower(words)));
  }

  /**
   * The role that these words name; plural, British and American spellings are one, and what stands
   * abbreviated before a name, "Sen.", is the office.
   */
  public Optional<Role> role(String words) {
    String normal = normal(words);
    return Optional.ofNullable(roles.get(ABBREVIATED.getOrDefault(normal, normal)));
  }

  /** Whether a party's name is one word that means more than the party: Labour, Green, Congress. */
  public boolean isPartyWord(String name) {
    return partyWords.contains(lower(name));
  }

  /** Whether somebody who is called so is hardly in politics, by the last word of the role. */
  public boolean isTrade(String roleWord) {
    return trades.contains(roleWord);
  }

  /** Whether a word, in lower case, is of a body outside politics: police, university. */
  public boolean isCivilBody(String word) {
    return civilBodies.contains(word);
  }

  public boolean isPlace(String words) {
    return places.contains(lower(words)) || governmentPlaces.contains(lower(words));
  }

  public boolean isGovernmentPlace(String words) {
    return governmentPlaces.contains(lower(words));
  }

  public boolean isOrganisationWord(String word) {
    return word.length() <= SHORT
        ? shortOrganisationWords.contains(word)
        : organisationWords.contains(lower(word));
  }

  /** Whether this is the name of a well-known body and nobody's: Reuters, Al Jazeera. */
  public boolean isOrganisation(String word) {
    return organisations.contains(word);
  }

  public boolean isNationality(String word) {
    return nationalities.contains(lower(word));
  }

  /**
   * @param word in lower case
   */
  public static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
  }

  public static String lower(String words) {
    return words.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** Whether a token is the mark of a possessive. */
  public static boolean isPossessive(String token) {
    return token.equals("'s") || token.equals("’s") || token.equals("'") || token.equals("’");
  }

  private static String normal(String words) {
    return lower(words).replace("defence", "defense").replace("counsellor", "counselor");
  }

  private static Gender gender(String letter) {
    return switch (letter) {
      case "F" -> Gender.FEMALE;
      case "M" -> Gender.MALE;
      default -> Gender.UNKNOWN;
    };
  }

  /** The rows of a table, cut at tabs, without blank lines and comments. */
  public static List<String[]> rows(String resource) {
    try (InputStream in = Lexicon.class.getResourceAsStream(FOLDER + resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
