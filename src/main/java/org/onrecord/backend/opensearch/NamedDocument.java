package org.onrecord.backend.opensearch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.article.SpeakerRef;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as it is found under the names that editors decided on. Its record, and the ids of its
 * people, are as they were worked out.
 */
record NamedDocument(ArchiveDocument document, Names names) {

  /** Whether anything was decided about somebody in it. */
  boolean isDecided() {
    return !(document instanceof ArticleDocument)
        && Facet.OF_PEOPLE.stream()
            .flatMap(facet -> DocumentFacets.people(facet, document).stream())
            .anyMatch(who -> who.id() != null && names.ids().contains(who.id()));
  }

  /**
   * What lies there, with the values and words of its names.
   *
   * @param lying the document as it was worked out
   * @param named what is made of it where names are read as they were decided
   */
  ObjectNode of(ObjectNode lying, ObjectNode named) {
    ObjectNode all = lying.deepCopy();
    for (Facet facet : Facet.values()) {
      replace(all, named, ClusterFields.of(FacetFields.field(facet)));
      replace(all, named, ClusterFields.of(FacetFields.writtenField(facet)));
    }
    words(all, lying, named, Fields.SPEAKER, Facet.SPEAKER);
    words(all, lying, named, Fields.MENTION, Facet.MENTION);
    return all;
  }

  private static void replace(ObjectNode all, ObjectNode named, String field) {
    all.remove(field);
    if (named.has(field)) {
      all.set(field, named.get(field));
    }
  }

  /** The names that it has, and those that it had and is still found by. */
  private void words(
      ObjectNode all, ObjectNode lying, ObjectNode named, String field, Facet facet) {
    Set<JsonNode> texts = new LinkedHashSet<>(each(named.path(field)));
    List<JsonNode> before = each(lying.path(field));
    int place = 0;
    for (String name : DocumentFacets.names(facet, document)) {
      if (isFoundAs(name, facet)) {
        texts.add(before.get(place));
      }
      place++;
    }
    all.remove(field);
    if (!texts.isEmpty()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      texts.forEach(array::add);
      all.set(field, array.size() == 1 ? array.get(0) : array);
    }
  }

  private boolean isFoundAs(String name, Facet facet) {
    return DocumentFacets.people(facet, document).stream()
        .filter(who -> who.name().equals(name))
        .map(this::isFound)
        .reduce(Boolean::logicalOr)
        .orElse(true);
  }

  private boolean isFound(SpeakerRef who) {
    return names.isFoundAs(who, document.article());
  }

  private static List<JsonNode> each(JsonNode field) {
    if (field.isArray()) {
      return field.valueStream().toList();
    }
    return field.isMissingNode() ? List.of() : List.of(field);
  }
}
