package org.onrecord.backend.opensearch.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.schema.Facet;

/** How values of facets are written in the view that was asked last. Safe for several threads. */
final class FormCache {
  /** How many forms are kept. */
  private static final int MOST = 100_000;

  private volatile Kept kept = new Kept("", Map.of(), new ConcurrentHashMap<>());

  private record Kept(String index, Map<String, Object> live, Map<Value, String> forms) {
    boolean isOf(IndexView view) {
      return index.equals(view.index()) && live.equals(view.live());
    }
  }

  /** A value of a facet, by its key. */
  record Value(Facet facet, String key) {}

  /** The forms that are known of a view; what is put in is kept. */
  Map<Value, String> of(IndexView view) {
    Kept known = kept;
    if (!known.isOf(view) || known.forms().size() > MOST) {
      known = new Kept(view.index(), view.live(), new ConcurrentHashMap<>());
      kept = known;
    }
    return known.forms();
  }
}
