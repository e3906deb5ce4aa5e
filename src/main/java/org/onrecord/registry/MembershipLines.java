package org.onrecord.registry;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's memberships in the shipped registry, read when they are first asked for: of its many
 * people an archive speaks of few. Immutable to whoever sees it, and safe for several threads. That
 * the lines can be read is known, since the registry is tested before it is shipped.
 */
final class MembershipLines extends AbstractList<Membership> {
  private final byte[] file;
  private final int from;
  private final int end;
  private volatile @Nullable List<Membership> read;

  /** The lines from one place of a file to before another. */
  MembershipLines(byte[] file, int from, int end) {
    this.file = file;
    this.from = from;
    this.end = end;
  }

  @Override
  public Membership get(int index) {
    return memberships().get(index);
  }

  @Override
  public int size() {
    return memberships().size();
  }

  private List<Membership> memberships() {
    List<Membership> known = read;
    if (known == null) {
      known = read(new TsvBytes(file, from, end));
      read = known;
    }
    return known;
  }

  private static List<Membership> read(TsvBytes row) {
    List<Membership> memberships = new ArrayList<>();
    while (row.next()) {
      memberships.add(
          new Membership(
              row.text(1), row.textOrNull(2), period(row, 3), row.firstDay(5), row.textOrNull(6)));
    }
    return List.copyOf(memberships);
  }

  /** The period that begins in a column and ends in the next. */
  static DatePeriod period(TsvBytes row, int column) {
    LocalDate start = row.firstDay(column);
    LocalDate end = row.lastDay(column + 1);
    return start == null && end == null ? DatePeriod.ALWAYS : new DatePeriod(start, end);
  }
}
