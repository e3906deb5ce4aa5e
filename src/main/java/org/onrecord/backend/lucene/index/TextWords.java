package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.Iterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.onrecord.article.TextSpan;
import org.onrecord.segment.Sentences;

/**
 * The words of a text, which is read once for all fields that have them.
 *
 * @param exact as they stand, folded
 * @param stems stemmed, at the same positions
 * @param starts {@link SentenceStarts#TERM} where sentences begin; none where that was not asked
 */
record TextWords(PackedTerms exact, PackedTerms stems, PackedTerms starts) {

  /** Reads texts. For one thread. */
  static final class Reader {
    private static final char[] START = SentenceStarts.TERM.toCharArray();

    private final PackedTerms.Builder exact = new PackedTerms.Builder();
    private final PackedTerms.Builder stems = new PackedTerms.Builder();
    private final PackedTerms.Builder starts = new PackedTerms.Builder();

    /** The terms before they are stemmed go by {@link #exact} on their way. */
    private final Analyzer analyzer = NewsAnalyzer.stemming(exact::add);

    /** The words of a text with the sentences that they begin. */
    TextWords ofSentences(String text) throws IOException {
      return read(text, Sentences.of(text).iterator());
    }

    /** The words of a headline or a name. */
    TextWords of(String text) throws IOException {
      return read(text, java.util.Collections.emptyIterator());
    }

    private TextWords read(String text, Iterator<TextSpan> sentences) throws IOException {
      exact.clear();
      stems.clear();
      starts.clear();
      int begin = sentences.hasNext() ? sentences.next().start() : Integer.MAX_VALUE;
      try (TokenStream words = analyzer.tokenStream(Fields.TEXT, text)) {
        CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
        OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
        PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
        words.reset();
        int since = 0;
        while (words.incrementToken()) {
          stems.add(term.buffer(), term.length(), step.getPositionIncrement());
          since += step.getPositionIncrement();
          if (begin <= offset.startOffset()) {
            starts.add(START, START.length, since);
            since = 0;
            while (begin <= offset.startOffset()) {
              begin = sentences.hasNext() ? sentences.next().start() : Integer.MAX_VALUE;
            }
          }
        }
        words.end();
        int last = step.getPositionIncrement();
        return new TextWords(exact.build(last), stems.build(last), starts.build(0));
      }
    }
  }
}
