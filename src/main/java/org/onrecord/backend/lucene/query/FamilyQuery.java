package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;

/** A {@link WordQuery} to whose forms the words of the same root are added that the index has. */
public final class FamilyQuery extends Query {
  /** What a word of the same root counts, the word itself counting 1. */
  private static final float FAMILY_WEIGHT = 0.7f;

  private final List<WordQuery.Form> forms;
  private volatile @Nullable View view;

  FamilyQuery(List<WordQuery.Form> forms) {
    this.forms = List.copyOf(forms);
  }

  /** The word with its family in one view. */
  private record View(IndexReaderContext of, WordQuery word) {}

  /** As {@link Query#rewrite} says; the words are looked for once in a view. */
  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    View known = view;
    if (known == null || known.of() != searcher.getTopReaderContext()) {
      IndexWords words = new ReaderWords(searcher.getIndexReader(), Deadline.NONE);
      known = new View(searcher.getTopReaderContext(), among(words));
      view = known;
    }
    return known.word();
  }

  /** The word with those of its family that are among others. */
  public WordQuery among(IndexWords words) throws IOException {
    List<WordQuery.Form> all = new ArrayList<>(forms);
    for (WordQuery.Form form : forms) {
      String field = form.term().field();
      if (field.equals(Fields.TEXT)) {
        for (String other : WordFamilies.others(words, Fields.TEXT, form.term().text())) {
          all.add(new WordQuery.Form(new Term(Fields.TEXT, other), FAMILY_WEIGHT, true));
          all.add(
              new WordQuery.Form(
                  new Term(Fields.TITLE, other), FAMILY_WEIGHT * TextLengths.TITLE_WEIGHT, false));
        }
      }
    }
    return new WordQuery(all);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "family" + forms;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && forms.equals(((FamilyQuery) other).forms);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + forms.hashCode();
  }
}
