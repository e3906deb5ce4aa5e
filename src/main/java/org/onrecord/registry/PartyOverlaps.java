package org.onrecord.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a file has somebody in two parties at the same time. It may be so, as where a member
 * of one is elected for another, so that both are kept; more often a date is missing.
 */
final class PartyOverlaps {
  /** Who leaves in the morning and joins in the evening is in both for a day or two. */
  private static final long SOME_DAYS = 2;

  private PartyOverlaps() {}

  /**
   * Tells each two parties once.
   *
   * @param partyName the name of the party of an id; null for what is no party
   * @param teller takes the place of the later membership in the list, and the sentence
   */
  static void tell(
      String person,
      List<Membership> memberships,
      Function<String, @Nullable String> partyName,
      BiConsumer<Integer, String> teller) {
    Set<Set<String>> told = new HashSet<>();
    for (int later = 1; later < memberships.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Membership one = memberships.get(earlier);
        Membership other = memberships.get(later);
        String name = partyName.apply(one.organisationId());
        String otherName = partyName.apply(other.organisationId());
        boolean two =
            name != null
                && otherName != null
                && !one.organisationId().equals(other.organisationId());
        if (two
            && overlaps(one.period(), other.period())
            && told.add(Set.of(one.organisationId(), other.organisationId()))) {
          String when = when(one.period(), other.period());
          teller.accept(
              later,
              String.format(
                  Locale.ROOT,
                  "%s is in %s and in %s%s; both kept",
                  person,
                  name,
                  otherName,
                  when));
        }
      }
    }
  }

  private static boolean overlaps(DatePeriod one, DatePeriod other) {
    if (!one.overlaps(other)) {
      return false;
    }
    LocalDate start = start(one, other);
    LocalDate end = end(one, other);
    return start == null
        || end == null
        || (ChronoUnit.DAYS.between(start, end) >= SOME_DAYS && !isOnePartialDate(start, end));
  }

  /** Left in 2022-03 and joined in 2022-03: no overlap, but nobody says the day. */
  private static boolean isOnePartialDate(LocalDate start, LocalDate end) {
    boolean month = start.getDayOfMonth() == 1 && end.equals(start.plusMonths(1).minusDays(1));
    boolean year = start.getDayOfYear() == 1 && end.equals(start.plusYears(1).minusDays(1));
    return month || year;
  }

  private static String when(DatePeriod one, DatePeriod other) {
    LocalDate start = start(one, other);
    LocalDate end = end(one, other);
    return (start == null ? "" : " from " + start) + (end == null ? "" : " to " + end);
  }

  private static @Nullable LocalDate start(DatePeriod one, DatePeriod other) {
    LocalDate a = one.start();
    LocalDate b = other.start();
    return a == null || b != null && b.isAfter(a) ? b : a;
  }

  private static @Nullable LocalDate end(DatePeriod one, DatePeriod other) {
    LocalDate a = one.end();
    LocalDate b = other.end();
    return a == null || b != null && b.isBefore(a) ? b : a;
  }
}
