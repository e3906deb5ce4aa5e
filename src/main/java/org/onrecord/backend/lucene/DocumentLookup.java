package org.onrecord.backend.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.backend.lucene.care.LuceneStoredArticles;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Reads articles, paragraphs and quotations by their ids, and articles by when they may be shown.
 */
record DocumentLookup(DocumentCodec codec) {
  private static final Query EMBARGOED =
      new TermQuery(new Term(Fields.HELD, Hold.EMBARGOED.label()));
  private static final Sort BY_DUE =
      new Sort(LongField.newSortField(Fields.DUE, false, SortedNumericSelector.Type.MIN));

  private static final Sort BY_LOSS =
      new Sort(LongField.newSortField(Fields.GONE, true, SortedNumericSelector.Type.MAX));

  /** The article with its paragraphs, if it is shown. */
  Optional<ArchivedArticle> article(ArchiveSearcher searcher, ArticleId id) throws IOException {
    return shown(records(searcher, LuceneStoredArticles.whole(id)));
  }

  /** The same before anything was decided about names. */
  Optional<ArchivedArticle> workedOut(ArchiveSearcher searcher, ArticleId id) throws IOException {
    return shown(stored(searcher, LuceneStoredArticles.whole(id)));
  }

  private static Optional<ArchivedArticle> shown(List<ArchiveDocument> documents) {
    return ArchivedArticle.gathered(documents).filter(article -> article.document().held() == null);
  }

  /** The article's document, be it shown or not. */
  Optional<ArticleDocument> kept(ArchiveSearcher searcher, ArticleId id) throws IOException {
    Query ofArticle =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.ARTICLE, id.value())), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentFields.ARTICLE_TYPE)), Occur.FILTER)
            .build();
    return first(searcher, ofArticle, ArticleDocument.class);
  }

  /** Why an article is not shown; empty where it is, or is not there. */
  Optional<Hold> hold(ArchiveSearcher searcher, ArticleId id) throws IOException {
    return kept(searcher, id).map(ArticleDocument::held);
  }

  Optional<ParagraphDocument> paragraph(ArchiveSearcher searcher, String id) throws IOException {
    return first(searcher, new TermQuery(new Term(Fields.ID, id)), ParagraphDocument.class);
  }

  Optional<QuoteDocument> quote(ArchiveSearcher searcher, String id) throws IOException {
    return first(searcher, new TermQuery(new Term(Fields.ID, id)), QuoteDocument.class);
  }

  /** Addresses whose words are gone, of the articles that lost some last. */
  List<FormerAddress> lost(ArchiveSearcher searcher, int most) throws IOException {
    List<FormerAddress> lost = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc doc :
        searcher.search(new FieldExistsQuery(Fields.GONE), most, BY_LOSS).scoreDocs) {
      if (StoredRecords.read(codec, stored, doc.doc) instanceof ArticleDocument article) {
        article.former().reversed().stream().filter(FormerAddress::isGone).forEach(lost::add);
      }
    }
    return lost;
  }

  /**
   * When the next embargo ends.
   *
   * @param but articles that are not asked for
   */
  Optional<Instant> nextDue(ArchiveSearcher searcher, Set<ArticleId> but) throws IOException {
    return embargoed(searcher, EMBARGOED, 1, but).stream().map(Embargoed::end).findFirst();
  }

  /** The embargoed articles that may be shown from a time before, the earliest first. */
  List<Article> due(ArchiveSearcher searcher, Instant now, int most, Set<ArticleId> but)
      throws IOException {
    Query due =
        new BooleanQuery.Builder()
            .add(EMBARGOED, Occur.FILTER)
            .add(
                LongField.newRangeQuery(Fields.DUE, Long.MIN_VALUE, now.toEpochMilli()),
                Occur.FILTER)
            .build();
    return embargoed(searcher, due, most, but).stream()
        .map(embargoed -> embargoed.article().received())
        .toList();
  }

  /** An article that is not shown before its embargo ends. */
  private record Embargoed(Instant end, ArticleDocument article) {}

  private List<Embargoed> embargoed(
      ArchiveSearcher searcher, Query query, int most, Set<ArticleId> but) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Embargoed> found = new ArrayList<>();
    for (ScoreDoc doc : searcher.search(query, most + but.size(), BY_DUE).scoreDocs) {
      if (found.size() < most
          && StoredRecords.read(codec, stored, doc.doc) instanceof ArticleDocument article
          && !but.contains(article.article().id())) {
        Instant end = Instant.ofEpochMilli((Long) ((FieldDoc) doc).fields[0]);
        found.add(new Embargoed(end, article));
      }
    }
    return found;
  }

  private <T extends ArchiveDocument> Optional<T> first(
      ArchiveSearcher searcher, Query query, Class<T> type) throws IOException {
    return records(searcher, query).stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /**
   * Everything that matches, in the order of the index; for queries that find one article's
   * documents.
   */
  private List<ArchiveDocument> records(ArchiveSearcher searcher, Query query) throws IOException {
    return stored(searcher, query).stream().map(searcher.names()::read).toList();
  }

  private List<ArchiveDocument> stored(ArchiveSearcher searcher, Query query) throws IOException {
    int count = searcher.count(query);
    List<ArchiveDocument> records = new ArrayList<>(count);
    if (count > 0) {
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc doc : searcher.search(query, count).scoreDocs) {
        records.add(StoredRecords.read(codec, stored, doc.doc));
      }
    }
    return records;
  }
}
