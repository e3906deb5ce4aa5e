package org.onrecord.backend.lucene.index;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CachingTokenFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;

/**
 * The words of a text, which is cut into them once and may be read several times. Whoever reads
 * them does not touch the analyzer any more, whatever that is used for meanwhile.
 */
final class ReadWords extends TokenFilter {
  private ReadWords(TokenStream once) {
    super(new CachingTokenFilter(once));
  }

  static ReadWords of(Analyzer analyzer, String field, String text) throws IOException {
    try (TokenStream once = analyzer.tokenStream(field, text)) {
      ReadWords words = new ReadWords(once);
      words.reset();
      words.incrementToken();
      return words;
    }
  }

  /** The first one reads all. */
  @Override
  public boolean incrementToken() throws IOException {
    return input.incrementToken();
  }

  /** The text was closed when it was read. */
  @Override
  public void close() {}
}
