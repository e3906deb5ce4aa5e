package org.onrecord.backend.lucene.highlight;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.matchhighlight.MatchRegionRetriever.FieldValueProvider;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;

/** Where words stand in the fields of one document, worked out for those that are asked for. */
final class DocumentPlaces implements FieldValueProvider {
  private final ArchiveDocument document;
  private final String text;
  private final Map<String, WordPlaces> known = new HashMap<>();

  /**
   * The places of a document.
   *
   * @param text what is searched as its text
   */
  DocumentPlaces(ArchiveDocument document, String text) {
    this.document = document;
    this.text = text;
  }

  /** Those of a field; of a text, and of a headline, the same by whichever words. */
  WordPlaces of(String field) throws IOException {
    String one =
        switch (field) {
          case Fields.EXACT -> Fields.TEXT;
          case Fields.TITLE_EXACT -> Fields.TITLE;
          default -> field;
        };
    WordPlaces places = known.get(one);
    if (places == null) {
      places = WordPlaces.of(values(one));
      known.put(one, places);
    }
    return places;
  }

  private List<String> values(String field) {
    String title = document.article().title();
    return switch (field) {
      case Fields.TEXT -> List.of(text);
      case Fields.TITLE -> title == null ? List.of() : List.of(title);
      case Fields.SPEAKER -> DocumentFacets.names(Facet.SPEAKER, document);
      case Fields.MENTION -> DocumentFacets.names(Facet.MENTION, document);
      default -> throw new IllegalArgumentException("no words of " + field + " are marked");
    };
  }

  /** No field's text is needed to find its matches. */
  @Override
  public @Nullable List<String> getValues(String field) {
    return List.of();
  }

  @Override
  public Iterator<String> iterator() {
    return Collections.emptyIterator();
  }
}
