package org.onrecord.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.FormerAddress;

/**
 * Who else reports what a quotation reports.
 *
 * @param reports one of each other article, the earliest first
 * @param first the earliest of them and the quotation itself; null where nobody was asked
 * @param corrected what the quotation's article had in its place before, the latest first
 */
public record Reports(List<Report> reports, @Nullable FirstSeen first, List<Corrected> corrected) {
  /** Nobody else does, or nobody was asked. */
  public static final Reports NONE = new Reports(List.of(), null, List.of());

  public Reports {
    reports = List.copyOf(reports);
    corrected = List.copyOf(corrected);
  }

  /**
   * The earliest report: of several of a day that whose time is the earliest, else the quotation
   * itself, else the first by id.
   *
   * @param time when on its day, where that is known
   */
  public record FirstSeen(String id, ArticleHeader article, @Nullable Instant time) {}

  /**
   * Words that were corrected, and how far they have reached.
   *
   * @param carriedBy the reports that have them now, or a piece of them, the earliest first
   */
  public record Corrected(FormerAddress was, List<Report> carriedBy) {
    public Corrected {
      carriedBy = List.copyOf(carriedBy);
    }

    boolean isCarriedBy(Report report) {
      return carriedBy.stream()
          .anyMatch(one -> one.quotation().id().equals(report.quotation().id()));
    }
  }

  /** The correction whose older words a report has, if it is one. */
  public Optional<Corrected> carried(Report report) {
    return report.wording() == Report.Wording.SAME
        ? Optional.empty()
        : corrected.stream().filter(one -> one.isCarriedBy(report)).findFirst();
  }
}
