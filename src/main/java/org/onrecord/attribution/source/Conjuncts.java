package org.onrecord.attribution.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.attribution.words.OrganisationSigns;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** The several of whom a phrase speaks: "Ruth Alder, Tom Hale and the Harbour Board". */
final class Conjuncts {
  private static final Set<String> JOINTS = Set.of("and");
  private static final Set<String> APPOSITIONS = Set.of("a", "an", "who", "the", "which", "whose");

  private Conjuncts() {}

  /**
   * Everybody named, in order; fewer than two where the phrase is no list of names.
   *
   * @param inside the names in it, in order
   */
  static List<Source> of(
      Paragraph paragraph, int first, int end, List<NameMention> inside, SourceResolver resolver) {
    List<Token> tokens = paragraph.tokens();
    List<Source> all = new ArrayList<>();
    int joint = lastJoint(tokens, first, end, inside);
    if (joint < 0 || inside.size() < 2) {
      return all;
    }
    int from = first;
    for (int i = first; i <= joint; i++) {
      boolean parts = (i == joint || tokens.get(i).text().equals(",")) && at(inside, i) == null;
      if (parts) {
        boolean closed = i == joint && i > first && tokens.get(i - 1).text().equals(",");
        int to = closed ? i - 1 : i;
        Source one = from < to ? item(paragraph, from, to, inside, resolver) : null;
        boolean apposition =
            !all.isEmpty() && from < to && APPOSITIONS.contains(tokens.get(from).lower());
        if (one == null && from < to && !apposition) {
          return List.of();
        }
        add(all, apposition ? null : one);
        from = i + 1;
      }
    }
    Source last = resolver.phrase(paragraph, joint + 1, end);
    if (all.isEmpty()) {
      return all;
    }
    boolean governed = isGoverned(tokens, joint + 1, end, inside);
    boolean apart =
        last.body() != null
            || all.getFirst().body() == null
            || tokens.get(joint + 1).isCapitalised() && !opensWithBody(inside, joint + 1);
    if (governed || !apart || !last.attribution().isNamed()) {
      return List.of();
    }
    add(all, last);
    return all;
  }

  private static boolean opensWithBody(List<NameMention> inside, int first) {
    NameMention name = at(inside, first);
    return name != null && name.kind() != NameMention.Kind.PERSON;
  }

  private static int lastJoint(List<Token> tokens, int first, int end, List<NameMention> inside) {
    for (int i = end - 2; i > first; i--) {
      if (JOINTS.contains(tokens.get(i).text()) && at(inside, i) == null) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable NameMention at(List<NameMention> inside, int token) {
    for (NameMention name : inside) {
      if (name.first() <= token && token < name.end()) {
        return name;
      }
    }
    return null;
  }

  /** Somebody whose name ends one of the phrases; null where none does, or a preposition leads. */
  private static @Nullable Source item(
      Paragraph paragraph, int first, int end, List<NameMention> all, SourceResolver resolver) {
    List<NameMention> inside = NameMention.touching(all, first, end);
    if (inside.isEmpty() || inside.getLast().end() != end || inside.getLast().possessive()) {
      return null;
    }
    if (isGoverned(paragraph.tokens(), first, end, inside)) {
      return null;
    }
    Source found = resolver.segment(paragraph, first, end, inside);
    boolean plain =
        found != null
            && (found.body() == null
                ? ends(found, inside.getLast())
                : isWholeName(paragraph.tokens(), inside.getLast()));
    return found != null && plain && found.attribution().isNamed() ? found : null;
  }

  /** Whether a name is the one of whom was found, and not of something of theirs. */
  private static boolean ends(Source found, NameMention name) {
    return NameForm.fold(String.valueOf(found.attribution().speakerName()))
        .endsWith(NameForm.fold(name.last()));
  }

  /** Whether a body's name is sure to be whole: "Food" and Drug Administration is not. */
  private static boolean isWholeName(List<Token> tokens, NameMention name) {
    return name.words().size() > 1
        || name.kind() == NameMention.Kind.PLACE
        || OrganisationSigns.isAbbreviation(tokens.get(name.first()).text());
  }

  /** Whether a preposition stands before the first name, or after it before the end. */
  private static boolean isGoverned(
      List<Token> tokens, int first, int end, List<NameMention> inside) {
    List<NameMention> here = NameMention.touching(inside, first, end);
    int until = here.isEmpty() ? end : here.getLast().first();
    for (int i = first; i < until; i++) {
      String lower = Lexicon.lower(tokens.get(i).text());
      boolean office = lower.equals("of") || lower.equals("for");
      if (Lexicon.isPreposition(lower) && !office && at(inside, i) == null) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<Source> all, @Nullable Source one) {
    if (one != null
        && all.stream()
            .noneMatch(
                other ->
                    Objects.equals(
                        other.attribution().speakerName(), one.attribution().speakerName()))) {
      all.add(one);
    }
  }
}
