package org.onrecord.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Hit;

/**
 * A quotation in a timeline.
 *
 * @param number from 1, the earliest
 * @param daysSince how many days after the statement before it; null for the first
 * @param marks in what it differs from an earlier one; mostly nothing
 */
public record Statement(int number, Hit.QuoteHit hit, @Nullable Long daysSince, List<Mark> marks) {
  public Statement {
    marks = List.copyOf(marks);
  }
}
