package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.quotation.Unit.Range;

/**
 * The stretches of a paragraph that could name a source: noun phrases and pronouns outside of
 * content.
 */
public final class SourceCandidates {
  private static final Set<String> PRONOUNS =
      Set.of(
          "he",
          "she",
          "they",
          "who",
          "it",
          "i",
          "we",
          "you",
          "one",
          "someone",
          "everyone",
          "nobody");
  private static final Set<String> TITLES =
      Set.of(
          "mr.", "mrs.", "ms.", "dr.", "sen.", "rep.", "gov.", "prof.", "gen.", "rev.", "lt.",
          "col.");

  private static final Set<String> EDGES =
      Set.of("“", "”", "\"", "''", "``", "‘", "«", "»", "„", ".", ";", ":", "?", "!");

  private SourceCandidates() {}

  public static List<Range> of(ParagraphView view, Label[] labels, List<Unit> units) {
    boolean[] content = new boolean[view.size];
    for (Unit unit : units) {
      java.util.Arrays.fill(content, unit.first(), unit.end(), true);
    }
    List<Range> candidates = new ArrayList<>();
    int i = Dateline.end(view);
    while (i < view.size) {
      if (content[i]) {
        i++;
      } else if (labels[i] == Label.SOURCE) {
        int end = labelled(view, labels, i);
        addLabelled(view, i, end, candidates);
        i = end;
      } else if (isPronoun(view, i)) {
        candidates.add(new Range(i, i + 1));
        i++;
      } else if (isNominal(view, i)) {
        i = nounPhrase(view, labels, content, i, candidates);
      } else {
        i++;
      }
    }
    return candidates;
  }

  /** Where the run of source labels that begins at i ends, at the latest with its sentence. */
  private static int labelled(ParagraphView view, Label[] labels, int i) {
    int end = i + 1;
    int limit = view.sentenceAt(i).end();
    while (end < limit && labels[end] == Label.SOURCE) {
      end++;
    }
    return end;
  }

  /** A labelled run without the marks and stops at its ends. */
  private static void addLabelled(ParagraphView view, int first, int end, List<Range> candidates) {
    int from = first;
    int to = end;
    while (from < to && isEdge(view.lower[from])) {
      from++;
    }
    while (to > from && isEdge(view.lower[to - 1])) {
      to--;
    }
    if (from < to) {
      candidates.add(new Range(from, to));
    }
  }

  private static boolean isEdge(String text) {
    return EDGES.contains(text);
  }

  private static boolean isPronoun(ParagraphView view, int i) {
    return PRONOUNS.contains(view.lower[i])
        && (view.pos[i].equals("PRON") || view.lower[i].length() <= 4);
  }

  private static boolean isNominal(ParagraphView view, int i) {
    return switch (view.pos[i]) {
      case "DET", "ADJ", "NOUN", "PROPN", "NUM" -> true;
      default -> TITLES.contains(view.lower[i]);
    };
  }

  /** A maximal run of nominal tokens that holds a noun; returns where it ends. */
  private static int nounPhrase(
      ParagraphView view, Label[] labels, boolean[] content, int start, List<Range> candidates) {
    int end = start;
    boolean noun = false;
    while (end < view.size
        && !content[end]
        && labels[end] != Label.SOURCE
        && (isNominal(view, end) || isInnerMark(view, start, end))) {
      noun |= view.pos[end].equals("NOUN") || view.pos[end].equals("PROPN");
      end++;
      if (end - start > 14) {
        break;
      }
    }
    while (end > start && !isNominal(view, end - 1)) {
      end--;
    }
    boolean day = end == start + 1 && CalendarWords.contains(view.lower[start]);
    if (noun && !day) {
      candidates.add(new Range(start, end));
    }
    return Math.max(end, start + 1);
  }

  /** A hyphen or an abbreviation's dot within a phrase; a possessive ends it. */
  private static boolean isInnerMark(ParagraphView view, int start, int i) {
    return i > start
        && (view.lower[i].equals("-") || view.lower[i].equals("."))
        && i + 1 < view.size
        && view.paragraph.tokens().get(i).start() == view.paragraph.tokens().get(i - 1).end()
        && view.paragraph.tokens().get(i + 1).start() == view.paragraph.tokens().get(i).end();
  }
}
