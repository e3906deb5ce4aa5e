package org.onrecord.mcp;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.verify.ArchiveSpan;

/** What the archive covers, which is all that an answer can be about. */
record ArchiveTold(
    @Described("day of the earliest article") @Nullable LocalDate from,
    @Described("day of the newest article") @Nullable LocalDate to,
    @Described("how many articles there are") long articles) {

  static ArchiveTold of(ArchiveSpan span) {
    return new ArchiveTold(span.from(), span.to(), span.articles());
  }

  /** That nothing was found, and what that means. */
  String nothing() {
    return from == null
        ? "The archive is empty, so it can tell nothing."
        : String.format(
            Locale.ROOT,
            "Nothing was found. That says only that this archive, %,d articles of %s to %s, has"
                + " nothing; not that it was never said.",
            articles,
            from,
            to);
  }
}
