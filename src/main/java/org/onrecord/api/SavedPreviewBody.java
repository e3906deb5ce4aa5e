package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Hit;

/**
 * What a search would have sent.
 *
 * @param search as it would be saved
 * @param explained the search in words
 * @param from the first of the days that were looked at; null where the archive is empty
 * @param to the last of them: today, or that of the newest article where the archive ends before
 * @param messages how many there would have been at the most
 * @param passages how many passages there are in them
 * @param articles in how many articles
 * @param newest some of them, the newest first
 */
public record SavedPreviewBody(
    String search,
    String explained,
    @Nullable String from,
    @Nullable String to,
    long messages,
    long passages,
    long articles,
    List<HitBody> newest) {
  public SavedPreviewBody {
    newest = List.copyOf(newest);
  }

  public static List<HitBody> bodies(List<Hit> hits) {
    return hits.stream().map(HitBody::of).toList();
  }
}
