package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;

/**
 * How facet values lie in the index. A value is kept by its key, and beside it every way of writing
 * it ({@code harbour post␟Harbour Post}), of which the most frequent is shown. The key is the id
 * where the facet's values have one, else the value folded, so that values which differ in case
 * alone are one.
 */
public final class FacetFields {
  /** What of a value is kept; the rest of a longer one is cut off. */
  private static final int MAX_LENGTH = 500;

  public static final char SEPARATOR = '\u001F';

  private final FacetsConfig config = new FacetsConfig();

  public FacetFields() {
    for (Facet facet : Facet.values()) {
      config.setIndexFieldName(facet.label(), field(facet));
      if (!facet.isSingle()) {
        config.setMultiValued(facet.label(), true);
        config.setRequireDimCount(facet.label(), true);
      }
    }
  }

  public FacetsConfig config() {
    return config;
  }

  public static String field(Facet facet) {
    return "facet." + facet.label();
  }

  public static String writtenField(Facet facet) {
    return "written." + facet.label();
  }

  /** Where people lie by their ids, see {@link PersonTerm}. */
  public static String idField(Facet facet) {
    return "id." + facet.label();
  }

  /** The form in which values are compared. */
  public static String fold(String value) {
    return tidy(value).toLowerCase(Locale.ROOT);
  }

  /** By what a value is counted and found: its id as it is, or its folded name. */
  public static String key(Facet facet, String value) {
    return facet.isById() ? tidy(value) : fold(value);
  }

  static String tidy(String value) {
    String tidy = value.replace(SEPARATOR, ' ').strip();
    return tidy.length() <= MAX_LENGTH ? tidy : tidy.substring(0, MAX_LENGTH);
  }

  /** Adds the values; blank ones are none. */
  static void add(Document document, Facet facet, Collection<DocumentFacets.Value> values) {
    for (DocumentFacets.Value value : values) {
      String key = key(facet, value.key());
      String written = tidy(value.name());
      if (!key.isEmpty() && !written.isEmpty()) {
        document.add(new SortedSetDocValuesFacetField(facet.label(), key));
        document.add(
            new StringField(writtenField(facet), key + SEPARATOR + written, Field.Store.NO));
      }
    }
  }

  /** Adds who has an id, by it: no values, but by what values are told apart. */
  static void addIds(Document document, Facet facet, Collection<SpeakerRef> people) {
    people.stream()
        .filter(who -> who.id() != null && !fold(who.name()).isEmpty())
        .map(who -> PersonTerm.text(Objects.requireNonNull(who.id()), who))
        .distinct()
        .forEach(term -> document.add(new StringField(idField(facet), term, Field.Store.NO)));
  }

  /** The document as Lucene takes it. */
  Document build(Document document) throws IOException {
    return config.build(document);
  }

  /** Finds what has a value whose key begins so; a folded one in any case. */
  public static Query startingWith(Facet facet, String start) {
    String key = facet.isById() ? start : start.toLowerCase(Locale.ROOT);
    return new PrefixQuery(
        new Term(field(facet), FacetsConfig.pathToString(facet.label(), new String[] {key})));
  }

  /** What a document has in the index that has a value: ids as they are, names in any case. */
  public static Term term(Facet facet, String value) {
    return new Term(
        field(facet), FacetsConfig.pathToString(facet.label(), new String[] {key(facet, value)}));
  }

  /** Finds what has at least one of the values: ids as they are, names in any case. */
  public static Query anyOf(Facet facet, Collection<String> values) {
    List<BytesRef> terms = new ArrayList<>();
    for (String value : values) {
      String key = key(facet, value);
      if (!key.isEmpty()) {
        terms.add(new BytesRef(FacetsConfig.pathToString(facet.label(), new String[] {key})));
      }
    }
    return new TermInSetQuery(field(facet), terms);
  }
}
