package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.query.Query.Fuzzy;
import org.onrecord.query.Query.Prefix;
import org.onrecord.search.InvalidRequestException;

/**
 * The words of an index that a prefix or a fuzzy word stands for: as they are written, without
 * regard to case and accents. For one thread.
 */
public final class TermExpansion {
  private final IndexReader reader;
  private final Analyzer analyzer;
  private final int most;
  private final Deadline deadline;

  /**
   * The words of an index.
   *
   * @param analyzer how the index's documents were read
   * @param most how many words of a field a prefix or fuzzy word stands for at the most
   */
  public TermExpansion(IndexReader reader, Analyzer analyzer, int most, Deadline deadline) {
    this.reader = reader;
    this.analyzer = analyzer;
    this.most = most;
    this.deadline = deadline;
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
    deadline.check();
    List<String> found = new ArrayList<>();
    TermsEnum terms = terms(field);
    BytesRef bytes = new BytesRef(start);
    if (terms.seekCeil(bytes) != TermsEnum.SeekStatus.END) {
      for (BytesRef term = terms.term();
          term != null && StringHelper.startsWith(term, bytes);
          term = terms.next()) {
        deadline.read();
        found.add(term.utf8ToString());
        if (found.size() > most) {
          throw tooMany(asked.text() + "*", asked.position(), "write more of it");
        }
      }
    }
    return found;
  }

  /** The terms that differ from the word in no more letters than it says. */
  List<String> like(String field, Fuzzy fuzzy) throws IOException {
    deadline.check();
    List<String> word = NewsAnalyzer.terms(analyzer, field, fuzzy.text());
    if (word.size() != 1) {
      throw new InvalidRequestException(
          "q",
          fuzzy.position(),
          "~ needs a single word, and \"" + fuzzy.text() + "\" is several; write them apart.",
          null);
    }
    Terms terms = MultiTerms.getTerms(reader, field);
    List<String> found = new ArrayList<>();
    if (terms != null) {
      CompiledAutomaton automaton =
          FuzzyQuery.getFuzzyAutomaton(word.getFirst(), fuzzy.edits(), 0, true);
      TermsEnum like = automaton.getTermsEnum(terms);
      for (BytesRef term = like.next(); term != null; term = like.next()) {
        deadline.read();
        found.add(term.utf8ToString());
        if (found.size() > most) {
          throw tooMany(fuzzy.text() + "~" + fuzzy.edits(), fuzzy.position(), "allow 1 letter");
        }
      }
    }
    return found;
  }

  private TermsEnum terms(String field) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
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
