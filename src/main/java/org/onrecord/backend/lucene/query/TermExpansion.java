package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Prefix;
import org.onrecord.search.InvalidRequestException;

/**
 * The words of an index that a prefix or a fuzzy word stands for: as they are written, without
 * regard to case and accents. For one thread.
 */
public final class TermExpansion {
  private final IndexWords words;
  private final Analyzer analyzer;
  private final int most;

  /**
   * The words of an index.
   *
   * @param analyzer how the index's documents were read
   * @param most how many words of a field a prefix or fuzzy word stands for at the most
   */
  public TermExpansion(IndexWords words, Analyzer analyzer, int most) {
    this.words = words;
    this.analyzer = analyzer;
    this.most = most;
  }

  /** The same of an index of Lucene, read until a deadline. */
  public TermExpansion(IndexReader reader, Analyzer analyzer, int most, Deadline deadline) {
    this(new ReaderWords(reader, deadline), analyzer, most);
  }

  /** For each place of the text the terms of which one stands there; the last place is open. */
  List<List<String>> prefix(String field, Prefix prefix) throws IOException {
    List<String> terms = NewsAnalyzer.terms(analyzer, field, prefix.text());
    List<List<String>> places = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      boolean last = i == terms.size() - 1;
      places.add(last ? startingWith(field, terms.get(i), prefix) : List.of(terms.get(i)));
    }
    return places;
  }

  private List<String> startingWith(String field, String start, Prefix asked) throws IOException {
    List<IndexWords.Held> found = words.startingWith(field, start, most + 1);
    if (found.size() > most) {
      throw tooMany(asked.text() + "*", asked.position(), "write more of it");
    }
    return found.stream().map(IndexWords.Held::word).toList();
  }

  /** The terms that differ from the word in no more letters than it says. */
  List<String> like(String field, Fuzzy fuzzy) throws IOException {
    List<String> word = NewsAnalyzer.terms(analyzer, field, fuzzy.text());
    if (word.size() != 1) {
      throw new InvalidRequestException(
          "q",
          fuzzy.position(),
          "~ needs a single word, and \"" + fuzzy.text() + "\" is several; write them apart.",
          null);
    }
    List<String> found = words.like(field, word.getFirst(), fuzzy.edits(), most + 1);
    if (found.size() > most) {
      throw tooMany(fuzzy.text() + "~" + fuzzy.edits(), fuzzy.position(), "allow 1 letter");
    }
    return found;
  }

  private InvalidRequestException tooMany(String written, int position, String advice) {
    return new InvalidRequestException(
        "q",
        position,
        String.format(
            Locale.ROOT,
            "\"%s\" stands for more than %,d different words here; %s.",
            written,
            most,
            advice),
        null);
  }
}
