package org.onrecord.backend.lucene.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.people.ArticleCondition;
import org.onrecord.schema.Facet;

/** Which documents of a view have a term, those taken out left out. For one thread. */
final class ViewPostings {
  private final IndexReader reader;
  private final @Nullable Bits live;
  private final IndexSearcher searcher;

  ViewPostings(IndexReader reader) {
    this.reader = reader;
    this.live = MultiBits.getLiveDocs(reader);
    this.searcher = new IndexSearcher(reader);
    this.searcher.setQueryCache(null);
  }

  /** The terms of a field. */
  TermsEnum terms(String field) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  /** Those that have a term, in ascending order. */
  int[] docs(Term term) throws IOException {
    DocList docs = new DocList();
    PostingsEnum postings =
        MultiTerms.getTermPostingsEnum(reader, term.field(), term.bytes(), PostingsEnum.NONE);
    if (postings != null) {
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          docs.add(doc);
        }
      }
    }
    return docs.sorted();
  }

  /** Which documents of a person are of articles that meet a condition, in ascending order. */
  int[] meeting(Term person, ArticleCondition condition) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new TermQuery(person), Occur.FILTER);
    if (!condition.articles().isEmpty()) {
      List<BytesRef> ids = new ArrayList<>();
      condition.articles().forEach(article -> ids.add(new BytesRef(article.value())));
      all.add(new TermInSetQuery(Fields.ARTICLE, ids), Occur.FILTER);
    }
    if (condition.outlet() != null) {
      all.add(FacetFields.anyOf(Facet.OUTLET, List.of(condition.outlet())), Occur.FILTER);
    }
    if (condition.from() != null || condition.to() != null) {
      all.add(
          LongField.newRangeQuery(
              Fields.DATE,
              condition.from() == null ? Long.MIN_VALUE : condition.from().toEpochDay(),
              condition.to() == null ? Long.MAX_VALUE : condition.to().toEpochDay()),
          Occur.FILTER);
    }
    return found(all.build());
  }

  private int[] found(Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    DocList docs = new DocList();
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      Bits there = leaf.reader().getLiveDocs();
      DocIdSetIterator each = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
        if (there == null || there.get(doc)) {
          docs.add(leaf.docBase + doc);
        }
      }
    }
    return docs.sorted();
  }
}
