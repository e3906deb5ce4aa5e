package org.onrecord.correction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** What holds of the quotations of one article after everything that editors decided. */
public final class Standings {
  private final List<Standing> standings;
  private final List<OptionalInt> places;
  private final List<Correction> corrections;

  private Standings(
      List<Standing> standings, List<OptionalInt> places, List<Correction> corrections) {
    this.standings = standings;
    this.places = places;
    this.corrections = corrections;
  }

  /**
   * Finds the quotation of each correction.
   *
   * @param quotations every quotation of the article, those that editors struck too
   * @param corrections every correction of the article, the earliest first
   */
  public static Standings of(List<QuotationAnchor> quotations, List<Correction> corrections) {
    List<Standing> standings =
        new ArrayList<>(Collections.nCopies(quotations.size(), Standing.NONE));
    List<OptionalInt> places = new ArrayList<>();
    for (Correction correction : corrections) {
      OptionalInt place = correction.anchor().find(quotations);
      places.add(place);
      place.ifPresent(i -> standings.set(i, standings.get(i).after(correction)));
    }
    return new Standings(standings, places, List.copyOf(corrections));
  }

  /** What holds of a quotation, by its index among those given. */
  public Standing of(int quotation) {
    return standings.get(quotation);
  }

  /** The index of the quotation that a correction is about, if its words are still there. */
  public OptionalInt place(Correction correction) {
    int index = corrections.lastIndexOf(correction);
    return index < 0 ? OptionalInt.empty() : places.get(index);
  }

  /** What has become of a correction. */
  public Fate fate(Correction correction) {
    OptionalInt place = place(correction);
    if (place.isEmpty()) {
      return Fate.NO_LONGER_FOUND;
    }
    if (correction.decision() instanceof QuotationDecision.Withdrawn) {
      return Fate.DONE;
    }
    return of(place.getAsInt()).holds(correction) ? Fate.HOLDS : Fate.SUPERSEDED;
  }

  /** What can become of a correction. */
  public enum Fate {
    /** It is what the archive shows. */
    HOLDS,
    /** A later one took its place or withdrew it. */
    SUPERSEDED,
    /** It withdrew others, and there is nothing of its own to hold. */
    DONE,
    /** The article no longer has a quotation of these words. */
    NO_LONGER_FOUND
  }
}
