package org.onrecord.backend.lucene.names;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.onrecord.article.SpeakerGender;
import org.onrecord.article.SpeakerRef;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.PersonTerm;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.people.NamedDocuments;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;

/**
 * The values that documents have by what is known of their speakers, as they are once editors made
 * somebody else of these. Only documents of which something is known are read. For one thread.
 */
final class SpeakerFacets {
  private final IndexReader reader;
  private final Names names;
  private final Map<Facet, FacetChanges> changes = new EnumMap<>(Facet.class);

  /** Where a speaker is nobody, where a person is an organisation, or the other way round. */
  private final DocList struck = new DocList();

  private final DocList retyped = new DocList();

  /** Where one is another. */
  private final DocList replaced = new DocList();

  SpeakerFacets(IndexReader reader, Names names) {
    this.reader = reader;
    this.names = names;
    Facet.OF_SPEAKERS.forEach(facet -> changes.put(facet, new FacetChanges(facet)));
  }

  /** Notes for whom somebody stands who speaks in a document; nobody where struck. */
  void note(int doc, PersonTerm person, Optional<SpeakerRef> who) {
    if (who.isEmpty()) {
      struck.add(doc);
    } else if (who.get().type() != person.type()) {
      retyped.add(doc);
    } else if (!person.id().equals(who.get().id())) {
      replaced.add(doc);
    }
  }

  /** What differs from what lies in the index, of each such facet. */
  Map<Facet, FacetNames> read(DocumentCodec codec) throws IOException {
    Map<Facet, SortedSetDocValues> lying = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.OF_SPEAKERS) {
      SortedSetDocValues values =
          MultiDocValues.getSortedSetValues(reader, FacetFields.field(facet));
      if (values != null) {
        lying.put(facet, values);
      }
    }
    StoredFields stored = reader.storedFields();
    for (int doc : reread(lying)) {
      compare(doc, StoredRecords.read(codec, stored, doc));
    }
    Map<Facet, FacetNames> names = new EnumMap<>(Facet.class);
    changes.forEach((facet, found) -> names.put(facet, found.told()));
    return names;
  }

  /** The documents whose values may be others. */
  private int[] reread(Map<Facet, SortedSetDocValues> lying) throws IOException {
    Map<Integer, Boolean> known = new TreeMap<>();
    for (int doc : replaced.sorted()) {
      known.put(doc, false);
    }
    for (int doc : struck.sorted()) {
      known.put(doc, true);
    }
    DocList docs = new DocList();
    for (int doc : retyped.sorted()) {
      docs.add(doc);
    }
    for (Map.Entry<Integer, Boolean> each : known.entrySet()) {
      if (isKnown(lying, each.getKey(), each.getValue())) {
        docs.add(each.getKey());
      }
    }
    return docs.sorted();
  }

  /**
   * Whether anything is known of a document's speakers.
   *
   * @param people whether it counts that they are people
   */
  private static boolean isKnown(Map<Facet, SortedSetDocValues> lying, int doc, boolean people)
      throws IOException {
    boolean known = false;
    for (Map.Entry<Facet, SortedSetDocValues> each : lying.entrySet()) {
      SortedSetDocValues values = each.getValue();
      if (values.advanceExact(doc)) {
        known |= people || each.getKey() != Facet.GENDER || isTold(values);
      }
    }
    return known;
  }

  private static boolean isTold(SortedSetDocValues genders) throws IOException {
    for (int i = genders.docValueCount(); i > 0; i--) {
      BytesRef value = genders.lookupOrd(genders.nextOrd());
      String[] path = FacetsConfig.stringToPath(value.utf8ToString());
      if (path.length > 1 && !path[1].equals(SpeakerGender.UNKNOWN.label())) {
        return true;
      }
    }
    return false;
  }

  private void compare(int doc, ArchiveDocument document) {
    ArchiveDocument now = NamedDocuments.of(document, names);
    changes.forEach(
        (facet, found) -> {
          Set<String> before = keys(facet, document);
          Set<String> left = keys(facet, now);
          before.stream().filter(left::contains).forEach(key -> found.stays(key, doc));
          before.stream().filter(key -> !left.contains(key)).forEach(k -> found.leaves(k, doc));
          left.stream().filter(key -> !before.contains(key)).forEach(key -> found.comes(key, doc));
        });
  }

  private static Set<String> keys(Facet facet, ArchiveDocument document) {
    Set<String> keys = new LinkedHashSet<>();
    DocumentFacets.values(facet, document)
        .forEach(value -> keys.add(FacetFields.key(facet, value.key())));
    return keys;
  }
}
