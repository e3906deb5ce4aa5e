package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The forms of English verbs. */
final class VerbForms {
  private static final String VOWELS = "aeiou";

  private static final Map<String, List<String>> IRREGULAR =
      Map.ofEntries(
          Map.entry("say", List.of("said")),
          Map.entry("tell", List.of("told")),
          Map.entry("write", List.of("wrote", "written")),
          Map.entry("swear", List.of("swore", "sworn")),
          Map.entry("forecast", List.of("forecast")),
          Map.entry("quote", List.of("quoted")),
          Map.entry("read", List.of("read")),
          Map.entry("think", List.of("thought")),
          Map.entry("feel", List.of("felt")),
          Map.entry("know", List.of("knew", "known")),
          Map.entry("mean", List.of("meant")),
          Map.entry("understand", List.of("understood")),
          Map.entry("find", List.of("found")),
          Map.entry("show", List.of("shown")),
          Map.entry("undertake", List.of("undertook", "undertaken")),
          Map.entry("beg", List.of("begged")),
          Map.entry("plead", List.of("pled")),
          Map.entry("beseech", List.of("besought")),
          Map.entry("seek", List.of("sought")),
          Map.entry("admit", List.of("admitted", "admitting")),
          Map.entry("commit", List.of("committed", "committing")),
          Map.entry("quip", List.of("quipped", "quipping")),
          Map.entry("rebut", List.of("rebutted", "rebutting")),
          Map.entry("refer", List.of("referred", "referring")),
          Map.entry("prefer", List.of("preferred", "preferring")),
          Map.entry("snap", List.of("snapped", "snapping")),
          Map.entry("blog", List.of("blogged", "blogging")),
          Map.entry("slam", List.of("slammed", "slamming")),
          Map.entry("pan", List.of("panned", "panning")),
          Map.entry("rip", List.of("ripped", "ripping")),
          Map.entry("dub", List.of("dubbed", "dubbing")),
          Map.entry("plan", List.of("planned", "planning")),
          Map.entry("blurt", List.of("blurted")));

  private VerbForms() {}

  /** The forms of a verb: base, third person, past, participles. */
  static List<String> of(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    char last = base.charAt(base.length() - 1);
    char before = base.length() > 1 ? base.charAt(base.length() - 2) : ' ';
    boolean consonantY = last == 'y' && VOWELS.indexOf(before) < 0;
    if (consonantY) {
      String stem = base.substring(0, base.length() - 1);
      forms.add(stem + "ies");
      forms.add(stem + "ied");
      forms.add(base + "ing");
    } else if (last == 'e') {
      String stem = base.substring(0, base.length() - 1);
      forms.add(base + "s");
      forms.add(base + "d");
      forms.add((before == 'e' ? base : stem) + "ing");
    } else {
      boolean sibilant = last == 's' || last == 'x' || base.endsWith("ch") || base.endsWith("sh");
      forms.add(base + (sibilant ? "es" : "s"));
      forms.add(base + "ed");
      forms.add(base + "ing");
    }
    forms.addAll(IRREGULAR.getOrDefault(base, List.of()));
    return forms;
  }
}
