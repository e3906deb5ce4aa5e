package org.onrecord.backend.lucene.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A field whose text was cut into terms beforehand. */
final class TermsField extends Field {
  private final PackedTerms terms;

  TermsField(String name, PackedTerms terms, FieldType type) {
    super(name, type);
    this.terms = terms;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    Terms stream = reuse instanceof Terms before ? before : new Terms();
    stream.terms = terms;
    return stream;
  }

  /** Reads packed terms; one serves all values that one writer's thread has of a field. */
  private static final class Terms extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef bytes = new BytesRef();
    private @Nullable PackedTerms terms;
    private int next;

    Terms() {
      term.setBytesRef(bytes);
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      PackedTerms read = terms;
      if (read == null || next == read.size()) {
        return false;
      }
      read.read(next, bytes);
      term.setBytesRef(bytes);
      step.setPositionIncrement(read.step(next++));
      return true;
    }

    @Override
    public void end() {
      clearAttributes();
      step.setPositionIncrement(terms == null ? 0 : terms.lastStep());
    }
  }
}
