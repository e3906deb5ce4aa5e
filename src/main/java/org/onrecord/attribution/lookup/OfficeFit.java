package org.onrecord.attribution.lookup;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.attribution.words.Description;
import org.onrecord.attribution.words.Gazetteer;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.Lexicon.RoleKind;
import org.onrecord.registry.Office;

/** Whether what the text calls somebody is an office of the registry's, and how high that is. */
public final class OfficeFit {
  /** Nothing of the description is in the office. */
  static final int NONE = 0;

  /** The same kind of office: a senator, a minister. */
  static final int KIND = 1;

  /** The same office: the foreign minister, the senator of that state, the prime minister. */
  static final int SAME = 2;

  /** The rank of a head of state or government. */
  static final int HEAD = 5;

  /** The rank of a head's deputy, of who is elected head, and of who stands for it. */
  static final int NEXT = 4;

  /** The rank of a country's minister, and of a party's leader. */
  public static final int NATIONAL = 3;

  /** The rank of who governs a state, a province or a city. */
  static final int REGIONAL = 2;

  /** The rank of every other office. */
  static final int MEMBER = 1;

  /** What newspapers call an office by other words. */
  private static final Map<String, List<String>> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("lawmaker", List.of("member", "representative", "senator")),
          Map.entry("legislator", List.of("member", "representative", "senator")),
          Map.entry("parliamentarian", List.of("member", "senator")),
          Map.entry("mp", List.of("member")),
          Map.entry("mla", List.of("member")),
          Map.entry("mpa", List.of("member")),
          Map.entry("mna", List.of("member")),
          Map.entry("congressman", List.of("representative")),
          Map.entry("congresswoman", List.of("representative")),
          Map.entry("rep", List.of("representative")),
          Map.entry("premier", List.of("prime minister")),
          Map.entry("external affairs minister", List.of("foreign minister")),
          Map.entry("foreign minister", List.of("external affairs minister")),
          Map.entry("home minister", List.of("home affairs minister", "interior minister")),
          Map.entry("interior minister", List.of("home minister")),
          Map.entry("chief", List.of("president", "leader", "chairman", "chairperson")),
          Map.entry("leader", List.of("president", "chairman", "chairperson", "founder")),
          Map.entry("chairperson", List.of("chairman")),
          Map.entry("supremo", List.of("president", "leader", "founder")),
          Map.entry("spokesman", List.of("spokesperson")),
          Map.entry("spokeswoman", List.of("spokesperson")));

  private static final Set<String> HEADS =
      Set.of(
          "president",
          "prime minister",
          "premier",
          "chancellor",
          "taoiseach",
          "king",
          "queen",
          "emperor",
          "supreme leader",
          "chief executive",
          "emir",
          "sultan");

  /** The words of a role, cut once. */
  private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();

  private OfficeFit() {}

  /** How well a description means an office: {@link #NONE}, {@link #KIND} or {@link #SAME}. */
  static int of(Office office, Description asked) {
    if (asked.role().kind() == RoleKind.RELATION) {
      return NONE;
    }
    Set<String> words = words(office.role());
    String role = asked.role().name();
    boolean direct = words.containsAll(List.of(role.split(" ")));
    boolean other =
        OTHER_WORDS.getOrDefault(role, List.of()).stream()
            .anyMatch(word -> words.containsAll(List.of(word.split(" "))));
    if (!direct && !other) {
      return NONE;
    }
    boolean exact = role.contains(" ") || asked.modifiers().stream().anyMatch(words::contains);
    return exact ? SAME : KIND;
  }

  /**
   * Whether a word is the noun of an office: minister is one of the Chief Minister's, chief is
   * none.
   */
  public static boolean isHead(String word, Office office) {
    return isHead(word, office.role());
  }

  /** The same of an office by its words. */
  public static boolean isHead(String word, String office) {
    String role = Lexicon.lower(office).replace("defence", "defense");
    int of = role.indexOf(" of ");
    int joint = of < 0 ? role.indexOf(" for ") : of;
    String head = joint < 0 ? role : role.substring(0, joint);
    return head.equals(word) || head.endsWith(" " + word);
  }

  /** The rank of an office, from {@link #MEMBER} to {@link #HEAD}. */
  public static int rank(Office office) {
    String role = Lexicon.lower(office.role());
    String organisation = office.organisationId();
    if (role.contains("candidate for president") || role.contains("nominee for")) {
      return NEXT;
    }
    if (isOfGovernment(office)) {
      return governmentRank(role);
    }
    if (organisation.endsWith("-parliament") || organisation.endsWith("-congress")) {
      return role.contains("leader") || role.startsWith("speaker") ? NATIONAL : MEMBER;
    }
    boolean leads =
        role.startsWith("leader of")
            || role.startsWith("president of")
            || role.startsWith("chairman of")
            || role.startsWith("chairperson of")
            || role.startsWith("founder of")
            || role.startsWith("secretary-general of the united nations");
    if (leads && !role.contains(" in ")) {
      return NATIONAL;
    }
    boolean governs =
        role.startsWith("chief minister")
            || role.startsWith("governor")
            || role.startsWith("premier")
            || role.startsWith("first minister")
            || role.startsWith("mayor");
    return governs ? REGIONAL : MEMBER;
  }

  /** Whether it is an office in a country's government. */
  static boolean isOfGovernment(Office office) {
    return office.organisationId().endsWith("-government");
  }

  private static int governmentRank(String role) {
    int of = role.indexOf(" of ");
    String head = of > 0 ? role.substring(0, of) : role;
    if (of > 0 && !Gazetteer.ENGLISH.isCountry(role.substring(of + 4))) {
      return role.startsWith("president") ? MEMBER : NATIONAL;
    }
    if (HEADS.contains(head)) {
      return HEAD;
    }
    boolean deputy =
        head.endsWith("-elect")
            || head.equals("vice president")
            || head.equals("deputy prime minister")
            || head.equals("acting president")
            || head.equals("caretaker prime minister");
    return deputy ? NEXT : NATIONAL;
  }

  /** The words of a role in small letters, American spelling. */
  static Set<String> words(String role) {
    return WORDS.computeIfAbsent(
        role,
        text ->
            Set.copyOf(
                new HashSet<>(
                    List.of(
                        Lexicon.lower(text).replace("defence", "defense").split("[^\\p{L}]+")))));
  }
}
