package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.onrecord.schema.Facet;

/**
 * How facet values lie in the index. A value is kept folded, so that values which differ in case
 * alone are one, and beside it every way of writing it ({@code pti␟PTI}), of which the most
 * frequent is shown.
 */
final class FacetFields {
  /** What of a value is kept; the rest of a longer one is cut off. */
  private static final int MAX_LENGTH = 500;

  static final char SEPARATOR = '\u001F';
  private static final Set<Facet> SINGLE = Set.of(Facet.TYPE, Facet.OUTLET, Facet.SECTION);

  private final FacetsConfig config = new FacetsConfig();

  FacetFields() {
    for (Facet facet : Facet.values()) {
      config.setIndexFieldName(facet.label(), field(facet));
      if (!SINGLE.contains(facet)) {
        config.setMultiValued(facet.label(), true);
        config.setRequireDimCount(facet.label(), true);
      }
    }
  }

  FacetsConfig config() {
    return config;
  }

  static String field(Facet facet) {
    return "facet." + facet.label();
  }

  static String writtenField(Facet facet) {
    return "written." + facet.label();
  }

  /** The form in which values are compared. */
  static String fold(String value) {
    return tidy(value).toLowerCase(Locale.ROOT);
  }

  private static String tidy(String value) {
    String tidy = value.replace(SEPARATOR, ' ').strip();
    return tidy.length() <= MAX_LENGTH ? tidy : tidy.substring(0, MAX_LENGTH);
  }

  /** Adds the values; blank ones are none. */
  static void add(Document document, Facet facet, Collection<String> values) {
    for (String value : Set.copyOf(values)) {
      String tidy = tidy(value);
      if (!tidy.isEmpty()) {
        String folded = fold(tidy);
        document.add(new SortedSetDocValuesFacetField(facet.label(), folded));
        document.add(
            new StringField(writtenField(facet), folded + SEPARATOR + tidy, Field.Store.NO));
      }
    }
  }

  /** The document as Lucene takes it. */
  Document build(Document document) throws IOException {
    return config.build(document);
  }

  /** Finds what has a value that begins so, in any case. */
  static Query startingWith(Facet facet, String start) {
    String folded = start.toLowerCase(Locale.ROOT);
    return new PrefixQuery(
        new Term(field(facet), FacetsConfig.pathToString(facet.label(), new String[] {folded})));
  }

  /** Finds what has at least one of the values, in any case. */
  static Query anyOf(Facet facet, Collection<String> values) {
    List<BytesRef> terms = new ArrayList<>();
    for (String value : values) {
      String folded = fold(value);
      if (!folded.isEmpty()) {
        terms.add(new BytesRef(FacetsConfig.pathToString(facet.label(), new String[] {folded})));
      }
    }
    return new TermInSetQuery(field(facet), terms);
  }
}
