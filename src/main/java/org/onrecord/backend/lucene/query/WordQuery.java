package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;

/**
 * One word of a query in all its forms, scored as one word of one text (BM25F's way: Robertson,
 * Zaragoza and Taylor 2004): what the forms' fields hold of it is added up, each by its weight,
 * before it is judged how much that is. It finds a document by any form that finds; the others only
 * help.
 */
public final class WordQuery extends Query {

  /**
   * A way in which the word stands in the index.
   *
   * @param weight what one occurrence counts
   * @param finds whether a document that holds it is found
   */
  public record Form(Term term, float weight, boolean finds) {
    private boolean isOfHeadlines() {
      return term.field().equals(Fields.TITLE);
    }
  }

  private final List<Form> forms;
  private volatile @Nullable View view;

  WordQuery(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  public List<Form> forms() {
    return forms;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores()) {
      return searcher.createWeight(searcher.rewrite(finding(searcher)), mode, boost);
    }
    List<Known> known = known(searcher);
    return new WordWeight(searcher, known, score(searcher, known, boost));
  }

  /** Where the index has the forms; looked for once in a view. */
  private List<Known> known(IndexSearcher searcher) throws IOException {
    View known = view;
    if (known == null || known.of() != searcher.getTopReaderContext()) {
      List<Known> all = new ArrayList<>();
      for (Form form : forms) {
        all.add(new Known(form, ArchiveSearcher.states(searcher, form.term())));
      }
      known = new View(searcher.getTopReaderContext(), all);
      view = known;
    }
    return known.known();
  }

  private record View(IndexReaderContext of, List<Known> known) {}

  /** What documents that have the word are worth, of one view. */
  interface Ranking {
    /**
     * Of one segment.
     *
     * @param lengths how long its documents are
     */
    Worth worth(LeafReaderContext segment, int[] lengths) throws IOException;
  }

  Ranking ranking(IndexSearcher searcher, float boost) throws IOException {
    List<Known> known = known(searcher);
    WordScore score = score(searcher, known, boost);
    return (segment, lengths) -> new WordWorth(() -> postings(known, segment), lengths, score);
  }

  /** Where the forms stand that a segment has. */
  private static FormPostings[] postings(List<Known> known, LeafReaderContext segment)
      throws IOException {
    List<FormPostings> all = new ArrayList<>();
    for (Known one : known) {
      PostingsEnum postings = postings(one, segment, PostingsEnum.FREQS);
      if (postings != null) {
        Form form = one.form();
        all.add(
            new FormPostings(
                form, postings, form.isOfHeadlines() ? Headlines.of(segment.reader()) : null));
      }
    }
    return all.toArray(FormPostings[]::new);
  }

  private static @Nullable PostingsEnum postings(Known one, LeafReaderContext context, int features)
      throws IOException {
    IOSupplier<TermState> supplier = one.states().get(context);
    TermState state = supplier == null ? null : supplier.get();
    if (state == null) {
      return null;
    }
    Term term = one.form().term();
    TermsEnum terms = context.reader().terms(term.field()).iterator();
    terms.seekExact(term.bytes(), state);
    return terms.postings(null, features);
  }

  /** A form and where the index has it. */
  private record Known(Form form, TermStates states) {
    /** How much holds it: of a headline's word, all that is under the headline. */
    Headlines.Counts counts(IndexSearcher searcher) throws IOException {
      if (states.docFreq() == 0) {
        return Headlines.Counts.NONE;
      }
      if (!form.isOfHeadlines()) {
        return new Headlines.Counts(states.docFreq(), states.totalTermFreq());
      }
      Headlines.Counts counts = Headlines.Counts.NONE;
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        counts =
            counts.plus(
                Headlines.of(leaf.reader()).counts(postings(this, leaf, PostingsEnum.FREQS)));
      }
      return counts;
    }
  }

  /** How rare the word is: of its fields, the one with the most documents counts. */
  private static WordScore score(IndexSearcher searcher, List<Known> known, float boost)
      throws IOException {
    Map<String, Long> documents = new HashMap<>();
    Map<String, Long> occurrences = new HashMap<>();
    for (Known one : known) {
      Headlines.Counts counts = one.counts(searcher);
      String field = one.form().term().field();
      documents.merge(field, counts.documents(), Long::sum);
      occurrences.merge(field, counts.occurrences(), Long::sum);
    }
    String commonest = Fields.TEXT;
    for (String field : documents.keySet()) {
      if (documents.get(field) > documents.getOrDefault(commonest, 0L)) {
        commonest = field;
      }
    }
    return WordScore.of(
        TextLengths.of(searcher).documents(),
        documents.getOrDefault(commonest, 0L),
        occurrences.getOrDefault(commonest, 0L),
        boost);
  }

  private final class WordWeight extends Weight {
    private final IndexSearcher searcher;
    private final List<Known> known;
    private final WordScore score;
    private volatile @Nullable Weight found;

    WordWeight(IndexSearcher searcher, List<Known> known, WordScore score) {
      super(WordQuery.this);
      this.searcher = searcher;
      this.known = known;
      this.score = score;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      FormPostings[] parts = postings(known, context);
      long cost = 0;
      for (FormPostings part : parts) {
        cost += part.form().finds() ? part.postings().cost() : 0;
      }
      if (cost == 0) {
        return null;
      }
      long found = cost;
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return new WordScorer(
              new WordPostings(parts, found, ArchiveSearcher.deadline(searcher)),
              TextLengths.Lengths.of(context.reader()),
              score);
        }

        @Override
        public long cost() {
          return found;
        }
      };
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext context, int doc) throws IOException {
      Weight known = found;
      if (known == null) {
        known = searcher.createWeight(finding(searcher), ScoreMode.COMPLETE_NO_SCORES, 1);
        found = known;
      }
      return known.matches(context, doc);
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      Scorer scorer = scorer(context);
      return scorer != null && scorer.iterator().advance(doc) == doc
          ? Explanation.match(scorer.score(), WordQuery.this.toString())
          : Explanation.noMatch(WordQuery.this.toString());
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return true;
    }
  }

  /** What it finds, as Lucene's own query. */
  private Query finding(IndexSearcher searcher) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Known one : known(searcher)) {
      if (one.form().finds() && one.states().docFreq() > 0) {
        any.add(new TermQuery(one.form().term(), one.states()), Occur.SHOULD);
      }
    }
    return any.build();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    for (Form form : forms) {
      if (form.finds() && visitor.acceptField(form.term().field())) {
        visitor.consumeTerms(this, form.term());
      }
    }
  }

  @Override
  public String toString(String field) {
    return "word" + forms;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && forms.equals(((WordQuery) other).forms);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + forms.hashCode();
  }
}
