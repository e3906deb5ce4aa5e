package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.onrecord.backend.lucene.index.NewsTokenFilter.Reading;

/**
 * Cuts news English into words, the same way for documents and queries: by Unicode's word
 * boundaries (UAX 29), without regard to case and accents, by {@link NewsTokenFilter}. Texts are
 * stemmed lightly (KStem: elections is election, announced is announce), names and {@link
 * Fields#EXACT} are not. Letters and digits of other scripts that are written in several ways are
 * made one: Arabic and Persian forms of Urdu letters, vowel signs, the digits of every script.
 */
public final class NewsAnalyzer {
  /** Keeps a phrase, and NEAR, from reaching from one name into the next. */
  private static final int NAME_GAP = 1_000;

  private NewsAnalyzer() {}

  /** The analyzer of every field of a document. */
  public static Analyzer create() {
    return of(Reading.TEXT);
  }

  /** The analyzer of what is looked for in each field. */
  public static Analyzer forQueries() {
    return of(Reading.QUERY);
  }

  /** Cuts texts at the same places as those of documents, into words that are not comparable. */
  public static Analyzer ofPlaces() {
    return new Places();
  }

  /** Is told of words of a text before they are stemmed. */
  @FunctionalInterface
  interface Unstemmed {
    /**
     * Takes a word.
     *
     * @param step how far its position is from that of the word before
     */
    void add(char[] word, int length, int step);
  }

  /** Cuts a document's texts into stems, and tells of each word before it is stemmed. */
  static Analyzer stemming(Unstemmed words) {
    return new Analyzer() {
      @Override
      protected Reader initReader(String field, Reader text) {
        return new ZeroWidthReader(text);
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        TokenStream told = new Telling(folded(tokenizer, Reading.TEXT), words);
        return new TokenStreamComponents(tokenizer, new KStemFilter(told));
      }
    };
  }

  private static final class Telling extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Unstemmed words;

    Telling(TokenStream input, Unstemmed words) {
      super(input);
      this.words = words;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      words.add(term.buffer(), term.length(), step.getPositionIncrement());
      return true;
    }
  }

  private static Analyzer of(Reading reading) {
    Analyzer stems = new Stems(reading);
    return new PerFieldAnalyzerWrapper(
        new Words(reading), Map.of(Fields.TEXT, stems, Fields.TITLE, stems));
  }

  /**
   * The terms that {@code text} is in {@code field}, in order, without those that only stand beside
   * another; none where it holds no letter or digit.
   */
  public static List<String> terms(Analyzer analyzer, String field, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (step.getPositionIncrement() > 0) {
          terms.add(term.toString());
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  /** Whatever decides where words are; what comes after it changes their letters alone. */
  private static TokenStream cut(StandardTokenizer tokenizer, Reading reading) {
    return new NewsTokenFilter(new CJKWidthFilter(new CharacterFilter(tokenizer)), reading);
  }

  private static TokenStream folded(StandardTokenizer tokenizer, Reading reading) {
    return new FoldingFilter(cut(tokenizer, reading));
  }

  private static final class Words extends Analyzer {
    private final Reading reading;

    Words(Reading reading) {
      this.reading = reading;
    }

    @Override
    protected Reader initReader(String field, Reader text) {
      return new ZeroWidthReader(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, folded(tokenizer, reading));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return NAME_GAP;
    }
  }

  private static final class Places extends Analyzer {
    @Override
    protected Reader initReader(String field, Reader text) {
      return new ZeroWidthReader(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, cut(tokenizer, Reading.TEXT));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return NAME_GAP;
    }
  }

  private static final class Stems extends Analyzer {
    private final Reading reading;

    Stems(Reading reading) {
      this.reading = reading;
    }

    @Override
    protected Reader initReader(String field, Reader text) {
      return new ZeroWidthReader(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, new KStemFilter(folded(tokenizer, reading)));
    }
  }
}
