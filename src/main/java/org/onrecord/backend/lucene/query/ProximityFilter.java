package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SentenceStarts;

/**
 * Whether documents of one segment have such places, each document after the one before; {@link
 * ProximityMatcher} tells where. Every pair of places counts, as there. The outermost pair is
 * looked for only until one is found. For one thread.
 */
final class ProximityFilter {
  private final LeafReader reader;

  /** For each word of each part; a part is told from an equal one, since both are read onwards. */
  private final Map<ProximityPattern.Words, AlternativePostings[]> postings =
      new IdentityHashMap<>();

  private @Nullable PostingsEnum starts;
  private boolean opened;

  /** Where the sentences of the document begin; null where that was not read yet. */
  private int @Nullable [] borders;

  ProximityFilter(LeafReader reader) {
    this.reader = reader;
  }

  /** Whether a document has one, which comes after the last one asked for. */
  boolean matches(int document, ProximityPattern places) throws IOException {
    borders = null;
    return any(document, places);
  }

  private boolean any(int document, ProximityPattern places) throws IOException {
    return switch (places) {
      case ProximityPattern.Words words -> words(document, words).size() > 0;
      case ProximityPattern.Either(List<ProximityPattern> alternatives) -> {
        boolean found = false;
        for (ProximityPattern alternative : alternatives) {
          // All of them, so that each stands at this document.
          found |= any(document, alternative);
        }
        yield found;
      }
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int distance) ->
          pairs(document, left, right, distance, false, 1).size() > 0;
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) ->
          pairs(document, left, right, Integer.MAX_VALUE, true, 1).size() > 0;
    };
  }

  private Spans all(int document, ProximityPattern places) throws IOException {
    return switch (places) {
      case ProximityPattern.Words words -> words(document, words);
      case ProximityPattern.Either(List<ProximityPattern> alternatives) -> {
        Spans found = new Spans();
        for (ProximityPattern alternative : alternatives) {
          found.addAll(all(document, alternative));
        }
        found.sort();
        yield found;
      }
      case ProximityPattern.Close(ProximityPattern left, ProximityPattern right, int distance) ->
          pairs(document, left, right, distance, false, ProximityMatcher.MAX_JOINED);
      case ProximityPattern.OneSentence(ProximityPattern left, ProximityPattern right) ->
          pairs(document, left, right, Integer.MAX_VALUE, true, ProximityMatcher.MAX_JOINED);
    };
  }

  private Spans pairs(
      int document,
      ProximityPattern left,
      ProximityPattern right,
      int distance,
      boolean oneSentence,
      int most)
      throws IOException {
    Spans found = new Spans();
    Spans lefts = all(document, left);
    Spans rights = all(document, right);
    if (lefts.size() > 0 && rights.size() > 0) {
      int @Nullable [] within = oneSentence ? sentenceStarts(document) : null;
      join(lefts, rights, distance, within, most, found);
      join(rights, lefts, distance, within, most, found);
      found.sort();
    }
    return found;
  }

  /** Adds each pair whose first part ends before the second begins. */
  private static void join(
      Spans before, Spans after, int distance, int @Nullable [] borders, int most, Spans found) {
    for (int a = 0; a < before.size(); a++) {
      int sentence = sentence(borders, before.first(a));
      for (int b = after.firstAfter(before.last(a)); b < after.size(); b++) {
        if ((long) after.first(b) - before.last(a) - 1 > distance
            || sentence(borders, after.first(b)) > sentence) {
          break;
        }
        if (sentence(borders, after.last(b)) == sentence) {
          found.add(before.first(a), after.last(b));
        }
        if (found.size() >= most) {
          found.sort();
          if (found.size() >= most) {
            return;
          }
        }
      }
    }
  }

  private static int sentence(int @Nullable [] borders, int position) {
    if (borders == null) {
      return 0;
    }
    int found = Arrays.binarySearch(borders, position);
    return found >= 0 ? found : -found - 2;
  }

  private int[] sentenceStarts(int document) throws IOException {
    int[] read = borders;
    if (read == null) {
      if (!opened) {
        opened = true;
        starts =
            reader.postings(new Term(Fields.SENTENCE, SentenceStarts.TERM), PostingsEnum.POSITIONS);
      }
      read = new int[0];
      if (starts != null && starts.docID() < document && starts.advance(document) == document) {
        read = new int[starts.freq()];
        for (int i = 0; i < read.length; i++) {
          read[i] = starts.nextPosition();
        }
      }
      borders = read;
    }
    return read;
  }

  private Spans words(int document, ProximityPattern.Words sought) throws IOException {
    AlternativePostings[] words = postings.get(sought);
    if (words == null) {
      words = new AlternativePostings[sought.words().size()];
      for (int i = 0; i < words.length; i++) {
        words[i] = new AlternativePostings(reader, sought.field(), sought.words().get(i));
      }
      postings.put(sought, words);
    }
    Spans places = new Spans();
    for (int i = 0; i < words.length; i++) {
      Spans here = new Spans();
      words[i].positions(document, ProximityMatcher.MAX_WORDS, here);
      here.sort();
      places = i == 0 ? here : continued(places, here);
    }
    return places;
  }

  /** The places after each of which one of the words follows at once. */
  private static Spans continued(Spans places, Spans next) {
    Spans longer = new Spans();
    for (int i = 0; i < places.size(); i++) {
      int follows = next.firstAfter(places.last(i));
      if (follows < next.size() && next.first(follows) == places.last(i) + 1) {
        longer.add(places.first(i), next.last(follows));
      }
    }
    return longer;
  }
}
