package org.onrecord.backend.lucene.names;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.PersonTerm;
import org.onrecord.people.ArticleCondition;
import org.onrecord.people.Names;
import org.onrecord.schema.Facet;

/**
 * Works out which documents of a view have other values than lie there, from the postings of those
 * ids that something was decided about: no document is read but those of speakers of whom something
 * is known and who are nobody now, or somebody else. For one thread.
 */
final class NamesInView {
  private final Names names;
  private final ViewPostings view;
  private final SpeakerFacets speakers;

  NamesInView(IndexReader reader, Names names) {
    this.names = names;
    this.view = new ViewPostings(reader);
    this.speakers = new SpeakerFacets(reader, names);
  }

  /** The values of people. */
  FacetNames facet(Facet facet) throws IOException {
    FacetChanges changes = new FacetChanges(facet);
    TermsEnum each = view.terms(FacetFields.idField(facet));
    for (String id : names.ids()) {
      List<PersonTerm> found = PersonTerm.of(each, id);
      if (!found.isEmpty()) {
        List<Names.Reading> readings = names.readings(id);
        for (PersonTerm term : found) {
          use(facet, changes, term, readings);
        }
      }
    }
    return changes.in(view, key -> othersCalled(facet, key));
  }

  private void use(
      Facet facet, FacetChanges changes, PersonTerm person, List<Names.Reading> readings)
      throws IOException {
    Term term = new Term(FacetFields.idField(facet), person.term());
    String key = FacetFields.fold(person.name());
    Map<ArticleCondition, int[]> meeting = meeting(term, readings);
    for (int doc : view.docs(term)) {
      Names.Reading reading = reading(readings, meeting, doc);
      if (reading.itself()) {
        changes.stays(key, doc);
        continue;
      }
      if (facet == Facet.SPEAKER) {
        speakers.note(doc, person, reading.who());
      }
      String target = reading.who().map(who -> FacetFields.fold(who.name())).orElse("");
      reading.who().ifPresent(who -> changes.label(target, who.name()));
      if (target.equals(key)) {
        changes.stays(key, doc);
        continue;
      }
      boolean parted = !reading.in().isEmpty();
      changes.becomes(key, target, doc, !target.isEmpty() && !parted);
    }
  }

  /** The documents of a person that meet each condition of the readings. */
  private Map<ArticleCondition, int[]> meeting(Term person, List<Names.Reading> readings)
      throws IOException {
    Map<ArticleCondition, int[]> meeting = new HashMap<>();
    for (Names.Reading reading : readings) {
      for (ArticleCondition condition :
          Stream.concat(reading.in().stream(), reading.notIn().stream()).toList()) {
        if (!meeting.containsKey(condition)) {
          meeting.put(condition, view.meeting(person, condition));
        }
      }
    }
    return meeting;
  }

  private static Names.Reading reading(
      List<Names.Reading> readings, Map<ArticleCondition, int[]> meeting, int doc) {
    for (Names.Reading reading : readings) {
      if (reading.in().stream().allMatch(one -> DocList.contains(docs(meeting, one), doc))
          && reading.notIn().stream().noneMatch(one -> DocList.contains(docs(meeting, one), doc))) {
        return reading;
      }
    }
    throw new IllegalStateException("no reading holds");
  }

  private static int[] docs(Map<ArticleCondition, int[]> meeting, ArticleCondition condition) {
    return meeting.getOrDefault(condition, new int[0]);
  }

  /** Where somebody of this name is meant about whom nothing was decided. */
  private int[] othersCalled(Facet facet, String key) throws IOException {
    String field = FacetFields.idField(facet);
    DocList docs = new DocList();
    TermsEnum each = view.terms(field);
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      PersonTerm person = PersonTerm.of(term);
      if (!names.ids().contains(person.id()) && FacetFields.fold(person.name()).equals(key)) {
        for (int doc : view.docs(new Term(field, BytesRef.deepCopyOf(term)))) {
          docs.add(doc);
        }
      }
    }
    return docs.sorted();
  }

  /**
   * What is known of speakers, where that is another since they are nobody, or somebody else; asked
   * after the speakers.
   */
  Map<Facet, FacetNames> ofSpeakers(DocumentCodec codec) throws IOException {
    return speakers.read(codec);
  }
}
