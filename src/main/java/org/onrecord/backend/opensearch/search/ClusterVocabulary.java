package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.search.Completion;

/** Answers what one view of an archive on a cluster is asked about words and names. */
public final class ClusterVocabulary {
  private final IndexView view;
  private final CompiledQuery.Reading reading;

  ClusterVocabulary(IndexView view, CompiledQuery.Reading reading) {
    this.view = view;
    this.reading = reading;
  }

  private ViewCache.Known known() {
    return reading.cache().of(view);
  }

  /** As {@link org.onrecord.search.SearchBackend#similarWords} says. */
  public List<String> similarWords(String word) throws IOException {
    return known().similar(word, () -> new SpelledLike(view, reading).to(word));
  }

  /** As {@link org.onrecord.search.SearchBackend#isName} says. */
  public boolean isName(String word) throws IOException {
    return known().isName(word, () -> new SpelledLike(view, reading).isName(word));
  }

  /** As {@link org.onrecord.search.SearchBackend#complete} says. */
  public List<Completion> complete(String typed, int size) throws IOException {
    return new Completing(view, reading.ofDocuments(), parties()).of(typed, size);
  }

  /** As {@link org.onrecord.search.SearchBackend#parties} says. */
  public List<PartyRef> parties() throws IOException {
    return known().parties(new HeldNames(view)::parties);
  }

  /** As {@link org.onrecord.search.SearchBackend#people} says. */
  public List<ArchivedPerson> people() throws IOException {
    return new HeldNames(view).people();
  }

  /** Who bears an id, under the most frequent name; empty where nobody does. */
  public Optional<SpeakerRef> person(String id) throws IOException {
    return new HeldNames(view).person(id);
  }

  /** As {@link org.onrecord.search.SearchBackend#articlesWithBoth} says. */
  public long articlesWithBoth(String id, String other) throws IOException {
    return new HeldNames(view).articlesWithBoth(id, other);
  }
}
