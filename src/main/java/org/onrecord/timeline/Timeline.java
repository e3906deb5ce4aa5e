package org.onrecord.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.PartyLabels;
import org.onrecord.search.SearchRequest;

/**
 * What one person said on one subject.
 *
 * @param request with canonical values
 * @param speaker whose it is, as the archive calls them
 * @param speakerId the id of their page; null where they have none
 * @param explained how words, filters and days were understood
 * @param total how many statements there are, copies folded
 * @param statements the earliest of them, at most {@link Timelines#MOST}, the earliest first
 * @param dates how many there are over time; null where there are none
 * @param anyWords whether all of the words are in nothing, and some of them in something
 */
public record Timeline(
    SearchRequest request,
    String speaker,
    @Nullable String speakerId,
    String explained,
    long total,
    List<Statement> statements,
    FacetCounts.@Nullable Dates dates,
    PartyLabels parties,
    boolean anyWords,
    long tookMillis) {
  public Timeline {
    statements = List.copyOf(statements);
  }

  /** Those that differ from an earlier one. */
  public List<Statement> marked() {
    return statements.stream().filter(one -> !one.marks().isEmpty()).toList();
  }
}
