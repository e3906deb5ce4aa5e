package org.onrecord.backend.lucene.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.schema.Facet;

/**
 * Which documents are found by the words of names that editors gave them, and are not by those that
 * they took from them. Safe for use by several threads.
 */
public final class NameWords {
  static final NameWords NONE = new NameWords(null, Map.of(), Map.of());

  /** What a match in a name that an editor gave is worth. */
  private static final float WORTH = 3;

  private final @Nullable IndexReader reader;
  private final Map<Facet, FacetNames> facets;
  private final Map<String, List<String>> terms;

  private NameWords(
      @Nullable IndexReader reader,
      Map<Facet, FacetNames> facets,
      Map<String, List<String>> terms) {
    this.reader = reader;
    this.facets = Map.copyOf(facets);
    this.terms = Map.copyOf(terms);
  }

  static NameWords of(IndexReader reader, Map<Facet, FacetNames> facets) {
    Map<String, List<String>> terms = new HashMap<>();
    try (Analyzer analyzer = NewsAnalyzer.create()) {
      facets.forEach(
          (facet, names) -> {
            if (facet.isOfPeople()) {
              for (Set<String> keys : List.of(names.gained().keySet(), names.disowned().keySet())) {
                for (String key : keys) {
                  terms.computeIfAbsent(
                      key, _ -> NewsAnalyzer.terms(analyzer, Fields.SPEAKER, key));
                }
              }
            }
          });
    }
    return new NameWords(reader, facets, terms);
  }

  /**
   * A query for words in names, as editors have them.
   *
   * @param lying finds the words as they lie in the index
   * @param inText finds them elsewhere than in names; null where they are looked for in names alone
   * @param in the facets in whose names they are looked for
   * @param wanted the words, as the analyzer cuts them
   * @param alike whether the last of them is a word of a name; the others are to be the same
   */
  public Query around(
      Query lying,
      @Nullable Query inText,
      List<Facet> in,
      List<String> wanted,
      BiPredicate<String, String> alike)
      throws IOException {
    if (terms.isEmpty() || wanted.isEmpty()) {
      return lying;
    }
    List<Query> given = new ArrayList<>();
    DocList taken = new DocList();
    for (Facet facet : in) {
      FacetNames names = facets.getOrDefault(facet, FacetNames.none(facet));
      for (Map.Entry<String, int[]> each : names.gained().entrySet()) {
        if (has(each.getKey(), wanted, alike)) {
          given.add(new DocsQuery(each.getValue()));
        }
      }
      for (Map.Entry<String, int[]> each : names.disowned().entrySet()) {
        if (has(each.getKey(), wanted, alike)) {
          for (int doc : each.getValue()) {
            taken.add(doc);
          }
        }
      }
    }
    return with(without(lying, inText, unnamed(taken.sorted(), in, wanted, alike)), given);
  }

  private static Query without(Query lying, @Nullable Query inText, int[] unnamed) {
    if (unnamed.length == 0) {
      return lying;
    }
    BooleanQuery.Builder wrong =
        new BooleanQuery.Builder().add(new DocsQuery(unnamed), Occur.FILTER);
    if (inText != null) {
      wrong.add(inText, Occur.MUST_NOT);
    }
    return new BooleanQuery.Builder()
        .add(lying, Occur.MUST)
        .add(wrong.build(), Occur.MUST_NOT)
        .build();
  }

  private static Query with(Query lying, List<Query> given) {
    if (given.isEmpty()) {
      return lying;
    }
    List<Query> all = new ArrayList<>(List.of(lying));
    given.forEach(docs -> all.add(new BoostQuery(new ConstantScoreQuery(docs), WORTH)));
    return new DisjunctionMaxQuery(all, 0);
  }

  private boolean has(String key, List<String> wanted, BiPredicate<String, String> alike) {
    return has(terms.getOrDefault(key, List.of()), wanted, alike);
  }

  private static boolean has(
      List<String> name, List<String> wanted, BiPredicate<String, String> alike) {
    int last = wanted.size() - 1;
    for (int at = 0; at + last < name.size(); at++) {
      if (name.subList(at, at + last).equals(wanted.subList(0, last))
          && alike.test(name.get(at + last), wanted.get(last))) {
        return true;
      }
    }
    return false;
  }

  /** Those among the documents in which no name that is left has the words. */
  private int[] unnamed(
      int[] docs, List<Facet> in, List<String> wanted, BiPredicate<String, String> alike)
      throws IOException {
    if (docs.length == 0 || reader == null) {
      return docs;
    }
    Set<Integer> named = new HashSet<>();
    try (Analyzer analyzer = NewsAnalyzer.create()) {
      for (Facet facet : in) {
        SortedSetDocValues values =
            MultiDocValues.getSortedSetValues(reader, FacetFields.field(facet));
        if (values != null) {
          Map<Long, Boolean> known = new HashMap<>();
          for (int doc : docs) {
            if (leaves(facet, values, doc, known, analyzer, wanted, alike)) {
              named.add(doc);
            }
          }
        }
      }
    }
    return DocList.without(docs, named::contains);
  }

  private boolean leaves(
      Facet facet,
      SortedSetDocValues values,
      int doc,
      Map<Long, Boolean> known,
      Analyzer analyzer,
      List<String> wanted,
      BiPredicate<String, String> alike)
      throws IOException {
    FacetNames names = facets.getOrDefault(facet, FacetNames.none(facet));
    if (!values.advanceExact(doc)) {
      return false;
    }
    for (int i = values.docValueCount(); i > 0; i--) {
      long ord = values.nextOrd();
      String[] path = FacetsConfig.stringToPath(values.lookupOrd(ord).utf8ToString());
      if (path.length == 2) {
        Boolean has = known.get(ord);
        if (has == null) {
          has = has(NewsAnalyzer.terms(analyzer, Fields.SPEAKER, path[1]), wanted, alike);
          known.put(ord, has);
        }
        int[] gone = names.disowned().getOrDefault(path[1], new int[0]);
        if (has && !DocList.contains(gone, doc)) {
          return true;
        }
      }
    }
    return false;
  }
}
