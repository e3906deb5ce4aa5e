package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.Facet;

/**
 * The names of a facet by the beginning of any of their words, sorted once a segment: a segment
 * never changes. Safe for use by several threads.
 */
public final class NameBeginnings {
  private final Map<IndexReader.CacheKey, Map<Facet, Segment>> segments = new ConcurrentHashMap<>();

  /** Adds the names that begin so, or a word of which does, with how many documents have each. */
  public void addTo(Map<String, Integer> frequencies, IndexReader reader, Facet facet, String start)
      throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      segment(leaf.reader(), facet).addTo(frequencies, start);
    }
  }

  private Segment segment(LeafReader reader, Facet facet) throws IOException {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    if (helper == null) {
      return Segment.of(reader, facet);
    }
    Map<Facet, Segment> known =
        segments.computeIfAbsent(
            helper.getKey(),
            key -> {
              helper.addClosedListener(segments::remove);
              return new EnumMap<>(Facet.class);
            });
    synchronized (known) {
      try {
        return known.computeIfAbsent(facet, f -> Segment.unchecked(reader, f));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  /** Without case and accents. */
  public static String fold(String text) {
    return isFolded(text) ? text : folded(text);
  }

  /** Most names are, once they are keys. */
  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || c >= 'A' && c <= 'Z') {
        return false;
      }
    }
    return true;
  }

  private static String folded(String text) {
    char[] in = text.toLowerCase(Locale.ROOT).toCharArray();
    char[] out = new char[4 * in.length];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    return new String(out, 0, length);
  }

  /**
   * Whether a name or a word in it begins so.
   *
   * @param start folded; every name begins with an empty one
   */
  public static boolean hasWord(String name, String start) {
    if (start.isEmpty()) {
      return true;
    }
    String text = fold(name);
    for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      if (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at))) {
        return true;
      }
    }
    return false;
  }

  /** A name from one of its words on. */
  private record Beginning(String folded, String name, int frequency) {}

  private record Segment(Beginning[] sorted) {
    private static final Comparator<Beginning> ORDER = Comparator.comparing(Beginning::folded);

    static Segment unchecked(LeafReader reader, Facet facet) {
      try {
        return of(reader, facet);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static Segment of(LeafReader reader, Facet facet) throws IOException {
      List<Beginning> all = new ArrayList<>();
      Terms terms = reader.terms(FacetFields.writtenField(facet));
      TermsEnum written = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = written.next(); term != null; term = written.next()) {
        String text = term.utf8ToString();
        String name = text.substring(text.indexOf(FacetFields.SEPARATOR) + 1);
        String folded = fold(name);
        for (int at = 0; at < folded.length(); at++) {
          if (at == 0 || folded.charAt(at - 1) == ' ' || folded.charAt(at - 1) == '-') {
            all.add(new Beginning(folded.substring(at), name, written.docFreq()));
          }
        }
      }
      Beginning[] sorted = all.toArray(Beginning[]::new);
      Arrays.sort(sorted, ORDER);
      return new Segment(sorted);
    }

    void addTo(Map<String, Integer> frequencies, String start) {
      int from = Arrays.binarySearch(sorted, new Beginning(start, "", 0), ORDER);
      int at = from < 0 ? -from - 1 : from;
      while (at > 0 && sorted[at - 1].folded().equals(start)) {
        at--;
      }
      Map<String, Integer> found = new HashMap<>();
      while (at < sorted.length && sorted[at].folded().startsWith(start)) {
        found.put(sorted[at].name(), sorted[at].frequency());
        at++;
      }
      found.forEach((name, frequency) -> frequencies.merge(name, frequency, Integer::sum));
    }
  }
}
