package org.onrecord.backend.lucene.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.Facet;

/**
 * How the values of one facet differ, in one view of the index, from what lies there, by what
 * editors decided about names. Immutable, safe for use by several threads.
 */
public final class FacetNames {
  private static final int[] NONE = {};

  private final Facet facet;
  private final Map<String, int[]> lost;
  private final Map<String, int[]> gained;
  private final Map<String, int[]> disowned;
  private final Map<String, String> labels;
  private final Map<String, String> wholly;
  private final List<String> keys;

  /** Each change as a document and, below it, the place of a key and whether that is gained. */
  private final long[] changes;

  /**
   * Values.
   *
   * @param lost by a value's key, the documents that do not have it any more, in ascending order
   * @param gained by a value's key, the documents that have it though it does not lie there
   * @param disowned of those lost, the ones that are not to be found by its name either
   * @param labels by key, how a value is shown
   * @param wholly the keys of names that stand for others everywhere, with those
   */
  FacetNames(
      Facet facet,
      Map<String, int[]> lost,
      Map<String, int[]> gained,
      Map<String, int[]> disowned,
      Map<String, String> labels,
      Map<String, String> wholly) {
    this.facet = facet;
    this.lost = Map.copyOf(lost);
    this.gained = Map.copyOf(gained);
    this.disowned = Map.copyOf(disowned);
    this.labels = Map.copyOf(labels);
    this.wholly = Map.copyOf(wholly);
    this.keys = new ArrayList<>();
    List<long[]> parts = new ArrayList<>();
    new TreeMap<>(lost).forEach((key, docs) -> parts.add(changes(key, docs, 0)));
    new TreeMap<>(gained).forEach((key, docs) -> parts.add(changes(key, docs, 1)));
    this.changes = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  private long[] changes(String key, int[] docs, int isGain) {
    int place = keys.size();
    keys.add(key);
    return Arrays.stream(docs)
        .mapToLong(doc -> (long) doc << 32 | (long) place << 1 | isGain)
        .toArray();
  }

  static FacetNames none(Facet facet) {
    return new FacetNames(facet, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  public Facet facet() {
    return facet;
  }

  boolean isEmpty() {
    return changes.length == 0 && labels.isEmpty();
  }

  /** How a value is shown, if editors had to do with it. */
  public Optional<String> label(String key) {
    return Optional.ofNullable(labels.get(key));
  }

  /** The name that one stands for everywhere; empty where it is still one itself. */
  Optional<String> standsFor(String value) {
    return Optional.ofNullable(wholly.get(FacetFields.key(facet, value)))
        .map(key -> labels.getOrDefault(key, key));
  }

  /** The documents that do not have a value any more. */
  int[] lost(String key) {
    return lost.getOrDefault(key, NONE);
  }

  public Map<String, int[]> gained() {
    return gained;
  }

  Map<String, int[]> disowned() {
    return disowned;
  }

  /** Finds what has at least one of the values: ids as they are, names in any case. */
  public Query anyOf(Collection<String> values) {
    Query lying = FacetFields.anyOf(facet, values);
    if (changes.length == 0) {
      return lying;
    }
    List<String> plain = new ArrayList<>();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String value : values) {
      String key = FacetFields.key(facet, value);
      if (lost.containsKey(key)) {
        any.add(
            new BooleanQuery.Builder()
                .add(FacetFields.anyOf(facet, List.of(value)), Occur.FILTER)
                .add(new DocsQuery(lost(key)), Occur.MUST_NOT)
                .build(),
            Occur.SHOULD);
      } else {
        plain.add(value);
      }
      if (gained.containsKey(key)) {
        any.add(new DocsQuery(gained.getOrDefault(key, NONE)), Occur.SHOULD);
      }
    }
    if (plain.size() == values.size() && plain.stream().noneMatch(this::gains)) {
      return lying;
    }
    return any.add(FacetFields.anyOf(facet, plain), Occur.SHOULD).build();
  }

  private boolean gains(String value) {
    return gained.containsKey(FacetFields.key(facet, value));
  }

  /** The keys of the values that changes are about; a key may be there twice. */
  public List<String> keys() {
    return keys;
  }

  /** Where the changes of documents from this one on begin. */
  public int from(int doc) {
    int found = Arrays.binarySearch(changes, (long) doc << 32);
    return found < 0 ? -found - 1 : found;
  }

  public int size() {
    return changes.length;
  }

  /** The document of a change. */
  public int doc(int change) {
    return (int) (changes[change] >> 32);
  }

  /** The place among the keys of what a change is about. */
  public int key(int change) {
    return (int) (changes[change] & 0xFFFF_FFFFL) >>> 1;
  }

  public boolean isGain(int change) {
    return (changes[change] & 1) == 1;
  }
}
