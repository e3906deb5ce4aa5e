package org.onrecord.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.QuotationKind;
import org.onrecord.search.Copies;

/** Puts candidates in order, and those that say the very same into one. */
final class Ranking {
  private static final double OTHER_SPEAKER = 0.15;
  private static final double POSSIBLE_SPEAKER = 0.03;

  /** More than another speaker, where the very same words have one. */
  private static final double UNKNOWN_SPEAKER = 0.16;

  private static final double OTHER_DATE = 0.1;
  private static final double IN_TEXT = 0.12;
  private static final double REPORTED = 0.04;
  private static final double PIECE = 0.02;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparingDouble(Ranking::worth)
          .reversed()
          .thenComparing(c -> heaviest(c).ordinal(), Comparator.reverseOrder())
          .thenComparing(Ranking::day)
          .thenComparing(c -> c.paragraph().id());

  private Ranking() {}

  /** The best first; of those that are the same the earliest, with the others as its copies. */
  static List<Candidate> of(List<Candidate> candidates) {
    Map<Object, List<Candidate>> same = new LinkedHashMap<>();
    candidates.stream()
        .sorted(ORDER)
        .forEach(c -> same.computeIfAbsent(sameness(c), _ -> new ArrayList<>()).add(c));
    return same.values().stream().map(Ranking::folded).toList();
  }

  private static double worth(Candidate candidate) {
    double worth = candidate.likeness();
    worth -=
        switch (candidate.saidBy()) {
          case ANYBODY, ASKED -> 0;
          case POSSIBLY -> POSSIBLE_SPEAKER;
          case UNKNOWN -> UNKNOWN_SPEAKER;
          case OTHER -> OTHER_SPEAKER;
        };
    worth -= candidate.withinDates() ? 0 : OTHER_DATE;
    worth -= candidate.quotation().isPresent() ? 0 : IN_TEXT;
    worth -=
        switch (candidate.wording()) {
          case REPORTED -> REPORTED;
          case PARTIAL, SPLICED -> PIECE;
          default -> 0;
        };
    return worth;
  }

  private static Difference.Weight heaviest(Candidate candidate) {
    return candidate.differences().isEmpty()
        ? Difference.Weight.LIGHT
        : candidate.differences().getFirst().weight();
  }

  private static LocalDate day(Candidate candidate) {
    LocalDate date = candidate.paragraph().article().date();
    return date == null ? LocalDate.MAX : date;
  }

  private static Object sameness(Candidate candidate) {
    return List.of(
        candidate.verdict(),
        candidate.wording(),
        SpokenWords.of(candidate.found().in(candidate.paragraph().text())).stream()
            .map(SpokenWord::key)
            .toList(),
        candidate.quotation().map(q -> q.speaker() == null ? "" : q.speaker().name()),
        candidate.quotation().map(q -> q.kind() == QuotationKind.INDIRECT));
  }

  private static Candidate folded(List<Candidate> same) {
    Candidate first = same.stream().min(Comparator.comparing(Ranking::day)).orElseThrow();
    List<Copies.Copy> others =
        same.stream()
            .filter(candidate -> candidate != first)
            .sorted(Comparator.comparing(Ranking::day))
            .map(Ranking::copy)
            .toList();
    return first.with(
        new Copies(others.size(), others.subList(0, Math.min(others.size(), Copies.MOST_SHOWN))));
  }

  private static Copies.Copy copy(Candidate candidate) {
    return new Copies.Copy(
        candidate.quotation().map(q -> q.id()).orElse(candidate.paragraph().id()),
        candidate.paragraph().ordinal(),
        candidate.paragraph().article());
  }
}
