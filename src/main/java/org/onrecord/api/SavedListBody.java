package org.onrecord.api;

import java.util.List;

/** Saved searches, the earliest first. */
public record SavedListBody(long total, List<SavedBody> saved) {
  public SavedListBody {
    saved = List.copyOf(saved);
  }
}
