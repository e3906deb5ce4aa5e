package org.onrecord.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether two names are one: without regard to case, accents, titles, middle names, Jr and Sr, a
 * leading article and a possessive; common short forms count as the given name.
 */
final class SpeakerNames {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms miss dr sen senator rep representative gov governor president vice secretary"
               + " prof professor rev reverend sir lady lord mayor judge justice gen general col"
               + " colonel lt capt captain sgt chief minister prime congressman congresswoman"
               + " chairman chairwoman chair leader coach director spokesman spokeswoman lawmaker"
               + " attorney mp mla mpp chancellor king queen prince princess pope")
              .split(" "));
  private static final Map<String, String> SHORT_FORMS =
      NameTable.of(
          "bernie: bernard; tom: thomas; bob: robert rob bobby; mike: michael; ed: edward eddie;"
              + " bill: william; jim: james jimmy; joe: joseph; rick: richard dick;"
              + " chuck: charles; chris: christopher; tim: timothy; don: donald; dan: daniel;"
              + " dave: david; steve: stephen steven; tony: anthony; ben: benjamin; ken: kenneth;"
              + " ron: ronald; greg: gregory; jeff: jeffrey; matt: matthew; sam: samuel;"
              + " andy: andrew; liz: elizabeth; kate: katherine; debbie: deborah; jen: jennifer;"
              + " ted: rafael theodore; larry: lawrence; rudy: rudolph");

  private static final Pattern POSSESSIVE =
      Pattern.compile("'s(?!" + ScoreTokens.WORD + ")|s'(?=[\\s\\p{Z}\\x1c-\\x1f\\x85]|$)");
  private static final Pattern NAME_WORD = Pattern.compile("[\\p{L}\\p{N}_'-]+");

  private SpeakerNames() {}

  /** The same name: first and last words alike, or all of them. */
  static boolean same(String a, @Nullable String b) {
    List<String> x = words(a);
    List<String> y = words(b);
    if (x.isEmpty() || y.isEmpty()) {
      return false;
    }
    if (x.equals(y)) {
      return true;
    }
    return x.size() > 1
        && y.size() > 1
        && x.getLast().equals(y.getLast())
        && givenName(x).equals(givenName(y));
  }

  /** The same last word. */
  static boolean sameSurname(String a, @Nullable String b) {
    List<String> x = words(a);
    List<String> y = words(b);
    return !x.isEmpty() && !y.isEmpty() && x.getLast().equals(y.getLast());
  }

  private static String givenName(List<String> words) {
    return SHORT_FORMS.getOrDefault(words.getFirst(), words.getFirst());
  }

  private static List<String> words(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return List.of();
    }
    String plain =
        POSSESSIVE
            .matcher(PlainWords.fold(name))
            .replaceAll(found -> found.group().equals("s'") ? "s" : "")
            .replace('.', ' ');
    List<String> words = NAME_WORD.matcher(plain).results().map(MatchResult::group).toList();
    while (!words.isEmpty() && ARTICLES.contains(words.getFirst())) {
      words = words.subList(1, words.size());
    }
    while (words.size() > 1 && TITLES.contains(words.getFirst())) {
      words = words.subList(1, words.size());
    }
    while (words.size() > 1 && SUFFIXES.contains(words.getLast())) {
      words = words.subList(0, words.size() - 1);
    }
    return words;
  }
}
