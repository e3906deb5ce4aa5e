package org.onrecord.page.part;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.MembershipBody;
import org.onrecord.api.Pages;
import org.onrecord.page.Wording;

/**
 * For which party somebody spoke, by date: what the registry knows, and what the archive has. A
 * stretch of which nobody knows stays empty.
 *
 * @param labels the years below, from the first to the last
 * @param told the same in words
 */
public record PartyLanes(List<Lane> lanes, List<String> labels, List<String> told) {
  private static final int WIDTH = 1000;
  private static final int LEAST = 4;
  private static final Comparator<MembershipBody> BY_START =
      Comparator.comparing(
          MembershipBody::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

  /** Those that began last first. */
  public static final Comparator<MembershipBody> NEWEST_FIRST = BY_START.reversed();

  public PartyLanes {
    lanes = List.copyOf(lanes);
    labels = List.copyOf(labels);
    told = List.copyOf(told);
  }

  /**
   * A party's lane.
   *
   * @param member when the registry has them as a member
   * @param spoke the months in which the archive has them speak for it
   */
  public record Lane(String name, String href, List<Stretch> member, List<Stretch> spoke) {}

  /** A stretch of the drawing, which is 1000 wide. */
  public record Stretch(String x, String width) {}

  /**
   * The months in which somebody is quoted for a party.
   *
   * @param id the party's
   * @param party what it is called
   * @param months their first days
   */
  public record Spoke(String id, String party, List<LocalDate> months) {}

  private record Period(LocalDate from, LocalDate to) {
    double at(LocalDate day) {
      return (double) WIDTH
          * ChronoUnit.DAYS.between(from, day)
          / Math.max(1, ChronoUnit.DAYS.between(from, to));
    }

    Stretch stretch(LocalDate first, LocalDate last) {
      double x = at(first);
      return new Stretch(
          Wording.decimal(Math.min(x, WIDTH - LEAST)),
          Wording.decimal(Math.max(LEAST, at(last) - x)));
    }
  }

  /** The lanes; none where neither registry nor archive knows of a party. */
  public static PartyLanes of(List<MembershipBody> memberships, List<Spoke> spoken) {
    List<MembershipBody> parties = memberships.stream().filter(MembershipBody::party).toList();
    Map<String, Lane> lanes = new LinkedHashMap<>();
    Period axis = axis(parties, spoken);
    for (MembershipBody membership : parties) {
      Lane lane =
          lanes.computeIfAbsent(
              membership.organisation(),
              id ->
                  new Lane(
                      membership.name(), Pages.party(id), new ArrayList<>(), new ArrayList<>()));
      if (membership.from() != null) {
        LocalDate last = Objects.requireNonNullElse(lastDay(membership), axis.to());
        lane.member().add(axis.stretch(membership.from(), last));
      }
    }
    for (Spoke spoke : spoken) {
      Lane lane =
          lanes.computeIfAbsent(
              spoke.id(),
              id -> new Lane(spoke.party(), Pages.party(id), new ArrayList<>(), new ArrayList<>()));
      for (LocalDate month : spoke.months()) {
        lane.spoke().add(axis.stretch(month, YearMonth.from(month).atEndOfMonth()));
      }
    }
    return new PartyLanes(List.copyOf(lanes.values()), labels(axis), told(memberships, spoken));
  }

  /** The last day on which they are known to be a member; null where that has no end. */
  private static @Nullable LocalDate lastDay(MembershipBody membership) {
    return membership.to() == null ? membership.lastKnown() : membership.to();
  }

  private static Period axis(List<MembershipBody> parties, List<Spoke> spoken) {
    List<LocalDate> days =
        Stream.concat(
                parties.stream().flatMap(m -> Stream.of(m.from(), lastDay(m))),
                spoken.stream().map(Spoke::months).flatMap(Collection::stream))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    LocalDate first = days.isEmpty() ? LocalDate.EPOCH : days.getFirst();
    LocalDate last = days.isEmpty() ? LocalDate.EPOCH : days.getLast();
    return new Period(first.withDayOfYear(1), last.plusYears(1).withDayOfYear(1));
  }

  private static List<String> labels(Period axis) {
    int first = axis.from().getYear();
    int end = axis.to().getYear();
    int middle = (first + end) / 2;
    return middle == first
        ? List.of(String.valueOf(first), String.valueOf(end))
        : List.of(String.valueOf(first), String.valueOf(middle), String.valueOf(end));
  }

  private static List<String> told(List<MembershipBody> memberships, List<Spoke> spoken) {
    Stream<String> known = memberships.stream().sorted(BY_START).map(PartyLanes::told);
    Stream<String> heard =
        spoken.stream()
            .filter(spoke -> !spoke.months().isEmpty())
            .map(
                spoke ->
                    "quoted for "
                        + spoke.party()
                        + months(spoke.months().getFirst(), spoke.months().getLast()));
    return Stream.concat(known, heard).toList();
  }

  /** "founder of PTI since 25 Apr 1996"; "Fianna Fáil since 9 Mar 2011, last known in 2015". */
  public static String told(MembershipBody membership) {
    String role = membership.role();
    return (role == null ? membership.name() : role) + period(membership);
  }

  private static String period(MembershipBody membership) {
    LocalDate from = membership.from();
    LocalDate to = membership.to();
    LocalDate known = membership.lastKnown();
    String open = known == null ? "" : ", last known in " + known.getYear();
    if (from == null) {
      String unknown = open.isEmpty() ? ", dates not known" : open;
      return to == null ? unknown : " until " + Wording.day(to);
    }
    return to == null
        ? " since " + Wording.day(from) + open
        : ", " + Wording.day(from) + " to " + Wording.day(to);
  }

  private static String months(LocalDate first, LocalDate last) {
    return first.equals(last)
        ? " in " + Wording.month(first)
        : ", " + Wording.month(first) + " to " + Wording.month(last);
  }

  public boolean known() {
    return !lanes.isEmpty();
  }

  public boolean anything() {
    return !told.isEmpty();
  }

  /** Everything in one sentence, for whoever does not see the drawing. */
  public String sentence() {
    return String.join("; ", told);
  }
}
