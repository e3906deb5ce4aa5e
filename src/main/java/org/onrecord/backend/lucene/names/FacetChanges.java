package org.onrecord.backend.lucene.names;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.Facet;

/**
 * Collects for one facet which documents a value leaves, stays at and comes to, and compares that
 * with what lies in the index. Values are keys of names.
 */
final class FacetChanges {
  private final Facet facet;
  private final Map<String, DocList> leaving = new HashMap<>();
  private final Map<String, DocList> staying = new HashMap<>();
  private final Map<String, DocList> coming = new HashMap<>();
  private final Map<String, DocList> disowned = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, Set<String>> targets = new HashMap<>();

  FacetChanges(Facet facet) {
    this.facet = facet;
  }

  void stays(String key, int doc) {
    add(staying, key, doc);
  }

  void leaves(String key, int doc) {
    add(leaving, key, doc);
  }

  void comes(String key, int doc) {
    add(coming, key, doc);
  }

  /**
   * Notes that a document has another value, or none, in a value's place.
   *
   * @param target the other one; empty for none
   * @param found whether the document is still to be found by the name that it leaves
   */
  void becomes(String key, String target, int doc, boolean found) {
    leaves(key, doc);
    targets.computeIfAbsent(key, _ -> new HashSet<>()).add(target);
    if (!found) {
      add(disowned, key, doc);
    }
    if (!target.isEmpty()) {
      add(coming, target, doc);
    }
  }

  /** Says how a value is shown. */
  void label(String key, String shown) {
    labels.put(key, shown);
  }

  private static void add(Map<String, DocList> lists, String key, int doc) {
    lists.computeIfAbsent(key, _ -> new DocList()).add(doc);
  }

  private static int[] sorted(Map<String, DocList> lists, String key) {
    DocList list = lists.get(key);
    return list == null ? new int[0] : list.sorted();
  }

  /** Where somebody of a name is meant about whom nothing was decided. */
  @FunctionalInterface
  interface Others {
    int[] called(String key) throws IOException;
  }

  /** What differs from what lies in a view. */
  FacetNames in(ViewPostings view, Others undecided) throws IOException {
    Map<String, int[]> lost = new HashMap<>();
    Map<String, int[]> gained = new HashMap<>();
    Map<String, int[]> hidden = new HashMap<>();
    Map<String, String> wholly = new HashMap<>();
    for (String key : leaving.keySet()) {
      int[] lying = view.docs(value(key));
      int[] left = sorted(leaving, key);
      int[] stayed = sorted(staying, key);
      int[] came = sorted(coming, key);
      boolean shared = left.length + stayed.length < lying.length;
      int[] others = shared ? undecided.called(key) : new int[0];
      int[] gone =
          DocList.without(
              left,
              doc ->
                  DocList.contains(stayed, doc)
                      || DocList.contains(came, doc)
                      || DocList.contains(others, doc));
      put(lost, key, gone);
      put(hidden, key, DocList.without(sorted(disowned, key), doc -> !DocList.contains(gone, doc)));
      Set<String> becomes = targets.getOrDefault(key, Set.of());
      if (gone.length == lying.length && becomes.size() == 1 && !becomes.contains("")) {
        wholly.put(key, becomes.iterator().next());
      }
    }
    for (String key : coming.keySet()) {
      int[] lying = view.docs(value(key));
      put(gained, key, DocList.without(sorted(coming, key), doc -> DocList.contains(lying, doc)));
    }
    return new FacetNames(facet, lost, gained, hidden, labels, wholly);
  }

  /** What leaves and does not stay, and what comes, as it was told. */
  FacetNames told() {
    Map<String, int[]> lost = new HashMap<>();
    Map<String, int[]> gained = new HashMap<>();
    coming.keySet().forEach(key -> put(gained, key, sorted(coming, key)));
    for (String key : leaving.keySet()) {
      int[] stayed = sorted(staying, key);
      put(lost, key, DocList.without(sorted(leaving, key), doc -> DocList.contains(stayed, doc)));
    }
    return new FacetNames(facet, lost, gained, Map.of(), Map.of(), Map.of());
  }

  private static void put(Map<String, int[]> lists, String key, int[] docs) {
    if (docs.length > 0) {
      lists.put(key, docs);
    }
  }

  private Term value(String key) {
    return new Term(
        FacetFields.field(facet), FacetsConfig.pathToString(facet.label(), new String[] {key}));
  }
}
