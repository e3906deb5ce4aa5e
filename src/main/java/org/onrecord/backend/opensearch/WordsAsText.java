package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexableField;

/**
 * Words that were cut and folded here, as one text that the cluster takes apart at its spaces into
 * those very words: what stands at one place is one word with {@link #BESIDE} between, and a place
 * without a word is {@link #HOLE}.
 *
 * @param places how many places have a word
 */
public record WordsAsText(String text, int places) {
  /** Between words that stand in the same place. */
  public static final char BESIDE = '\u0001';

  /** In a place without a word. */
  public static final String HOLE = "\u0002";

  /** Where a sentence begins. */
  public static final String BEGIN = "s";

  /** In the place before that where another begins. */
  public static final String END = "$";

  private static final KeywordAnalyzer UNUSED = new KeywordAnalyzer();

  /** The words of a field that has them already. */
  static WordsAsText of(IndexableField field) throws IOException {
    StringBuilder text = new StringBuilder();
    int places = 0;
    try (TokenStream words = field.tokenStream(UNUSED, null)) {
      TermToBytesRefAttribute term = words.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = words.getAttribute(PositionIncrementAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        int steps = step.getPositionIncrement();
        holes(text, steps - 1);
        if (steps > 0) {
          places++;
          space(text);
        } else {
          text.append(BESIDE);
        }
        text.append(checked(term.getBytesRef().utf8ToString()));
      }
      words.end();
      holes(text, step.getPositionIncrement());
    }
    return new WordsAsText(text.toString(), places);
  }

  /**
   * The marks of sentences, of a field that has one where each begins: there {@link #BEGIN}, and
   * {@link #END} where each ends.
   *
   * @param words those of the text, which tell where the last sentence ends
   */
  static WordsAsText ofSentences(IndexableField field, WordsAsText words) throws IOException {
    List<Integer> begins = new ArrayList<>();
    try (TokenStream starts = field.tokenStream(UNUSED, null)) {
      PositionIncrementAttribute step = starts.getAttribute(PositionIncrementAttribute.class);
      starts.reset();
      int place = -1;
      while (starts.incrementToken()) {
        place += step.getPositionIncrement();
        begins.add(place);
      }
      starts.end();
    }
    NavigableMap<Integer, String> marks = new TreeMap<>();
    for (int begin : begins) {
      if (begin != begins.getFirst()) {
        marks.merge(begin - 1, END, (begun, end) -> end + BESIDE + begun);
      }
      marks.put(begin, BEGIN);
    }
    if (!begins.isEmpty()) {
      int last = (int) words.text().chars().filter(c -> c == ' ').count();
      marks.merge(last, END, (begun, end) -> end + BESIDE + begun);
    }
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (Map.Entry<Integer, String> mark : marks.entrySet()) {
      holes(text, mark.getKey() - next);
      space(text);
      text.append(mark.getValue());
      next = mark.getKey() + 1;
    }
    return new WordsAsText(text.toString(), marks.size());
  }

  private static void holes(StringBuilder text, int count) {
    for (int i = 0; i < count; i++) {
      space(text);
      text.append(HOLE);
    }
  }

  private static void space(StringBuilder text) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
  }

  private static String checked(String word) {
    if (word.codePoints().anyMatch(c -> c <= 2 || Character.isWhitespace(c))) {
      throw new IllegalStateException("a word holds a space: " + word);
    }
    return word;
  }
}
