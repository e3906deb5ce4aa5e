package org.onrecord.segment;

import java.util.Locale;
import java.util.Set;

/** Words that end in a dot of their own. */
final class Abbreviations {
  /** Titles and the like, after which a sentence goes on. */
  private static final Set<String> NEVER_LAST =
      Set.of(
          ("mr mrs ms dr prof rev hon sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt"
               + " cpl pvt supt insp det st mt ft pres amb atty vs messrs mx fr msgr asst dist no"
               + " nos fig vol op al cf ca approx")
              .split(" "));

  /** Words after which a sentence may end or go on. */
  private static final Set<String> EITHER =
      Set.of(
          ("jr sr inc ltd corp co bros plc llc etc jan feb mar apr jun jul aug sep sept oct nov dec"
               + " mon tue tues wed thu thur thurs fri sat sun ave blvd rd dept univ assn est min"
               + " max e.g i.e a.m p.m ph.d m.d d.c u.s u.k ala ariz ark calif colo conn del fla ga"
               + " ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt"
               + " va wash wis wyo ont que alta sask man r.i n.h n.j n.m n.y n.c n.d s.c s.d")
              .split(" "));

  private Abbreviations() {}

  /** Whether a dot after this word, or after its part behind a hyphen, belongs to it. */
  static boolean keepsDot(String whole) {
    String word = afterHyphen(whole);
    String lower = word.toLowerCase(Locale.ROOT);
    return NEVER_LAST.contains(lower) && isLikelyAbbreviation(word, lower)
        || EITHER.contains(lower) && isLikelyAbbreviation(word, lower)
        || word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I")
        || word.indexOf('.') > 0 && word.length() <= 9 && Character.isLetter(word.charAt(0));
  }

  /** "Miss." and "Sat." abbreviate only with a capital; "no." and "man." rarely do at all. */
  private static boolean isLikelyAbbreviation(String word, String lower) {
    boolean alwaysSo = Set.of("etc", "vs", "e.g", "i.e", "a.m", "p.m", "approx").contains(lower);
    return alwaysSo || Character.isUpperCase(word.charAt(0)) && !word.equals("No");
  }

  /** Whether a sentence never ends after this token, dot included. */
  static boolean neverLast(String token) {
    String word = afterHyphen(token.substring(0, token.length() - 1));
    return NEVER_LAST.contains(word.toLowerCase(Locale.ROOT)) || token.length() == 2;
  }

  /** "Gov" of ex-Gov, "Ill" of D-Ill; a single letter is not cut off. */
  private static String afterHyphen(String word) {
    int hyphen = word.lastIndexOf('-');
    return hyphen < 0 || hyphen >= word.length() - 2 ? word : word.substring(hyphen + 1);
  }
}
