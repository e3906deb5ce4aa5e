package org.onrecord.backend.lucene.names;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.people.NamedDocuments;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.Facet;

/**
 * What editors decided about names, in one view of the index. Safe for use by several threads.
 *
 * @param facets of every facet that is changed by it
 * @param words which documents are found by which words of names
 */
public record AppliedNames(Names names, Map<Facet, FacetNames> facets, NameWords words) {
  public static final AppliedNames NONE = new AppliedNames(Names.NONE, Map.of(), NameWords.NONE);

  public AppliedNames {
    facets = Map.copyOf(facets);
  }

  public static AppliedNames of(IndexReader reader, Names names, DocumentCodec codec)
      throws IOException {
    if (names.isEmpty()) {
      return NONE;
    }
    NamesInView view = new NamesInView(reader, names);
    Map<Facet, FacetNames> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.OF_PEOPLE) {
      facets.put(facet, view.facet(facet));
    }
    facets.putAll(view.ofSpeakers(codec));
    return new AppliedNames(names, facets, NameWords.of(reader, facets));
  }

  public FacetNames of(Facet facet) {
    FacetNames names = facets.get(facet);
    return names == null ? FacetNames.none(facet) : names;
  }

  /** The document as it is to be read. */
  public <D extends ArchiveDocument> D read(D document) {
    return NamedDocuments.of(document, names);
  }

  /** The name that one stands for in the whole archive; itself where nothing was decided. */
  public String called(Facet facet, String value) {
    return of(facet)
        .standsFor(value)
        .or(() -> facets.values().stream().flatMap(f -> f.standsFor(value).stream()).findFirst())
        .orElse(value);
  }
}
