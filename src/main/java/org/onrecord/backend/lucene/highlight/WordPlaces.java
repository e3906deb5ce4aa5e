package org.onrecord.backend.lucene.highlight;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;

/**
 * Where the words of a field stand, by their positions as the index counts them. Offsets are UTF-16
 * and count over all the field's values, each one character after the one before.
 */
final class WordPlaces {
  private static final Analyzer PLACES = NewsAnalyzer.ofPlaces();

  private int[] positions = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int size;

  private WordPlaces() {}

  /** The places in a field of these values, as Lucene counts them when it writes a document. */
  static WordPlaces of(List<String> values) throws IOException {
    WordPlaces places = new WordPlaces();
    int position = -1;
    int offset = 0;
    for (String value : values) {
      try (TokenStream words = PLACES.tokenStream(Fields.MENTION, value)) {
        position = places.read(words, position, offset);
      }
      position += PLACES.getPositionIncrementGap(Fields.MENTION);
      offset += value.length() + PLACES.getOffsetGap(Fields.MENTION);
    }
    return places;
  }

  /** Gives the position of the last word. */
  private int read(TokenStream words, int before, int base) throws IOException {
    PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
    OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
    words.reset();
    int position = before;
    while (words.incrementToken()) {
      int steps = step.getPositionIncrement();
      if (steps > 0) {
        position += steps;
        add(position, base + offset.startOffset(), base + offset.endOffset());
      }
    }
    words.end();
    return position + step.getPositionIncrement();
  }

  private void add(int position, int start, int end) {
    if (size == positions.length) {
      positions = ArrayUtil.grow(positions);
      starts = ArrayUtil.growExact(starts, positions.length);
      ends = ArrayUtil.growExact(ends, positions.length);
    }
    positions[size] = position;
    starts[size] = start;
    ends[size++] = end;
  }

  /** Where the word at a position begins. */
  int start(int position) {
    return starts[at(position)];
  }

  /** Where the word at a position ends. */
  int end(int position) {
    return ends[at(position)];
  }

  private int at(int position) {
    int at = Arrays.binarySearch(positions, 0, size, position);
    if (at < 0) {
      throw new IllegalArgumentException("no word is at position " + position);
    }
    return at;
  }
}
