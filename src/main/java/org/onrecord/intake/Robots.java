package org.onrecord.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a site's {@code robots.txt} lets us ask for, as <a
 * href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a> has it: the group that names us, else
 * that for all; of its rules the longest that matches, of two as long the one that allows.
 */
record Robots(List<Rule> rules) {
  /** Everything is allowed. */
  static final Robots NONE = new Robots(List.of());

  private static final int MOST_RULES = 5_000;

  /**
   * A rule.
   *
   * @param path its beginning, with {@code *} for anything and {@code $} for the end
   */
  record Rule(boolean allows, String path) {

    /** Each piece between two stars is looked for behind the one before it. */
    boolean matches(String asked) {
      boolean whole = path.endsWith("$");
      String[] pieces = (whole ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
      if (!asked.startsWith(pieces[0])) {
        return false;
      }
      int at = pieces[0].length();
      for (int i = 1; i < pieces.length; i++) {
        boolean last = whole && i == pieces.length - 1;
        int found =
            last && !pieces[i].isEmpty()
                ? asked.length() - pieces[i].length()
                : asked.indexOf(pieces[i], at);
        if (found < at || !asked.startsWith(pieces[i], found)) {
          return false;
        }
        at = found + pieces[i].length();
      }
      return !whole || at == asked.length() || path.endsWith("*$");
    }
  }

  Robots {
    rules = List.copyOf(rules);
  }

  /**
   * Reads it.
   *
   * @param agent what we call ourselves, in lower case
   */
  static Robots of(String text, String agent) {
    List<Rule> ours = new ArrayList<>();
    List<Rule> all = new ArrayList<>();
    boolean named = false;
    boolean forUs = false;
    boolean forAll = false;
    boolean inRules = true;
    for (String line : text.lines().toList()) {
      String[] parts = line.replaceFirst("#.*", "").split(":", 2);
      if (parts.length < 2 || ours.size() + all.size() > MOST_RULES) {
        continue;
      }
      String value = parts[1].strip();
      switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
        case "user-agent" -> {
          String name = value.toLowerCase(Locale.ROOT);
          forUs = name.equals(agent) || !inRules && forUs;
          forAll = name.equals("*") || !inRules && forAll;
          named |= name.equals(agent);
          inRules = false;
        }
        case "allow", "disallow" -> {
          inRules = true;
          Rule rule = new Rule(parts[0].strip().equalsIgnoreCase("allow"), value);
          if (!value.isEmpty() && value.length() < 1_000) {
            if (forUs) {
              ours.add(rule);
            }
            if (forAll) {
              all.add(rule);
            }
          }
        }
        default -> {}
      }
    }
    return new Robots(named ? ours : all);
  }

  /** Whether a path, with its query, may be asked for. */
  boolean allows(String path) {
    Rule best = null;
    for (Rule rule : rules) {
      if (rule.matches(path)
          && (best == null
              || rule.path.length() > best.path.length()
              || rule.path.length() == best.path.length() && rule.allows)) {
        best = rule;
      }
    }
    return best == null || best.allows;
  }
}
