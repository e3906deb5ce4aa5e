package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SentenceStarts;

/**
 * Finds places in the documents of one segment, each after the one before. Every pair of places
 * counts, not only the narrowest, so that NEAR within NEAR finds what it says. For one thread.
 */
final class ProximityMatcher {
  /** How many places of a word are followed in one document. */
  static final int MAX_WORDS = 10_000;

  /** How many places of words near each other are followed in one document. */
  static final int MAX_JOINED = 2_000;

  private final LeafReader reader;
  private final Map<Term, PostingsEnum> postings = new HashMap<>();
  private final Set<Term> absent = new HashSet<>();
  private int doc = -1;

  ProximityMatcher(LeafReader reader) {
    this.reader = reader;
  }

  /**
   * A place.
   *
   * @param first the position of its first word
   * @param last the position of its last
   * @param marks the positions of its parts, of each the first word and the last
   */
  record Place(int first, int last, List<TextSpan> marks) {
    private long key() {
      return ProximityMatcher.key(first, last);
    }
  }

  /** By which places are told apart and put in order. */
  private static long key(int first, int last) {
    return (long) first << 32 | last;
  }

  /** The places in a document, which does not come before the last one asked for, in order. */
  Collection<Place> in(int document, ProximityPattern places) throws IOException {
    doc = document;
    return switch (places) {
      case ProximityPattern.Words words -> words(words);
      case ProximityPattern.Either(List<ProximityPattern> alternatives) -> {
        TreeMap<Long, Place> found = new TreeMap<>();
        for (ProximityPattern alternative : alternatives) {
          for (Place place : in(document, alternative)) {
            if (found.size() < MAX_WORDS) {
              found.putIfAbsent(place.key(), place);
            }
          }
        }
        yield found.values();
      }
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int distance) -> {
        TreeMap<Long, Place> found = new TreeMap<>();
        Collection<Place> lefts = in(document, left);
        Collection<Place> rights = lefts.isEmpty() ? List.of() : in(document, right);
        join(lefts, rights, distance, _ -> 0, found);
        join(rights, lefts, distance, _ -> 0, found);
        yield found.values();
      }
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) -> {
        TreeMap<Long, Place> found = new TreeMap<>();
        Collection<Place> lefts = in(document, left);
        Collection<Place> rights = lefts.isEmpty() ? List.of() : in(document, right);
        if (!rights.isEmpty()) {
          int[] starts = sentenceStarts();
          join(lefts, rights, Integer.MAX_VALUE, p -> sentence(starts, p), found);
          join(rights, lefts, Integer.MAX_VALUE, p -> sentence(starts, p), found);
        }
        yield found.values();
      }
    };
  }

  /** Which sentence a position is in. */
  @FunctionalInterface
  private interface Sentences {
    int of(int position);
  }

  /** Adds each pair whose first part ends before the second begins. */
  private static void join(
      Collection<Place> before,
      Collection<Place> after,
      int distance,
      Sentences sentences,
      TreeMap<Long, Place> found) {
    List<Place> inOrder = List.copyOf(after);
    for (Place a : before) {
      int sentence = sentences.of(a.first());
      for (int i = firstAfter(a.last(), inOrder); i < inOrder.size(); i++) {
        Place b = inOrder.get(i);
        if ((long) b.first() - a.last() - 1 > distance || sentences.of(b.first()) > sentence) {
          break;
        }
        boolean known = found.containsKey(key(a.first(), b.last()));
        if (!known && sentences.of(b.last()) == sentence) {
          List<TextSpan> marks = new ArrayList<>(a.marks());
          marks.addAll(b.marks());
          Place joined = new Place(a.first(), b.last(), marks);
          found.put(joined.key(), joined);
        }
        if (found.size() >= MAX_JOINED) {
          return;
        }
      }
    }
  }

  /** The number of the first place that begins after a position. */
  private static int firstAfter(int position, List<Place> places) {
    int low = 0;
    int high = places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).first() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int[] sentenceStarts() throws IOException {
    PostingsEnum starts = at(new Term(Fields.SENTENCE, SentenceStarts.TERM));
    if (starts == null) {
      return new int[0];
    }
    int[] positions = new int[starts.freq()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = starts.nextPosition();
    }
    return positions;
  }

  private static int sentence(int[] starts, int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  private List<Place> words(ProximityPattern.Words sought) throws IOException {
    List<Place> places = List.of();
    for (int i = 0; i < sought.words().size(); i++) {
      TreeMap<Long, Place> here = new TreeMap<>();
      for (String word : sought.words().get(i)) {
        occurrences(new Term(sought.field(), word), here);
      }
      places = i == 0 ? List.copyOf(here.values()) : continued(places, here);
      if (places.isEmpty()) {
        return places;
      }
    }
    return places;
  }

  /** The places after each of which one of the words follows at once. */
  private static List<Place> continued(List<Place> places, TreeMap<Long, Place> next) {
    List<Place> longer = new ArrayList<>();
    for (Place place : places) {
      Place word = next.get(key(place.last() + 1, place.last() + 1));
      if (word != null) {
        TextSpan mark =
            new TextSpan(place.marks().getFirst().start(), word.marks().getFirst().end());
        longer.add(new Place(place.first(), word.last(), List.of(mark)));
      }
    }
    return longer;
  }

  private void occurrences(Term term, TreeMap<Long, Place> found) throws IOException {
    PostingsEnum at = at(term);
    if (at == null) {
      return;
    }
    int frequency = at.freq();
    for (int i = 0; i < frequency && found.size() < MAX_WORDS; i++) {
      int position = at.nextPosition();
      TextSpan mark = new TextSpan(position, position);
      Place place = new Place(position, position, List.of(mark));
      found.putIfAbsent(place.key(), place);
    }
  }

  /**
   * The term's places in the document; null where it has none. They are read once: a term that
   * stands in several parts of a query is opened anew.
   */
  private @Nullable PostingsEnum at(Term term) throws IOException {
    PostingsEnum known = postings.get(term);
    if ((known == null || known.docID() == doc) && !absent.contains(term)) {
      known = reader.postings(term, PostingsEnum.POSITIONS);
      if (known == null) {
        absent.add(term);
      } else {
        postings.put(term, known);
      }
    }
    return known != null && known.docID() < doc && known.advance(doc) == doc ? known : null;
  }
}
