package org.onrecord.backend.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts news English into words, the same way for documents and queries: by Unicode's word
 * boundaries (UAX 29), without regard to case and accents, by {@link NewsTokenFilter}. Texts are
 * stemmed lightly (KStem: elections is election, announced is announce), names and {@link
 * Fields#EXACT} are not.
 */
final class NewsAnalyzer {
  /** Keeps a phrase from reaching from one name into the next. */
  private static final int NAME_GAP = 100;

  private NewsAnalyzer() {}

  /** The analyzer of every field. */
  static Analyzer create() {
    Analyzer words = new Words();
    Analyzer stems = new Stems();
    return new PerFieldAnalyzerWrapper(words, Map.of(Fields.TEXT, stems, Fields.TITLE, stems));
  }

  /**
   * The terms that {@code text} is in {@code field}, in order; none where it holds no letter or
   * digit.
   */
  static List<String> terms(Analyzer analyzer, String field, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  private static TokenStream folded(StandardTokenizer tokenizer) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(new NewsTokenFilter(tokenizer)));
  }

  private static final class Words extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, folded(tokenizer));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return NAME_GAP;
    }
  }

  private static final class Stems extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, new KStemFilter(folded(tokenizer)));
    }
  }
}
