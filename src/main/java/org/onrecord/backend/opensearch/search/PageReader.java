package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.onrecord.backend.lucene.highlight.Highlighter;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Deadline;
import org.onrecord.backend.lucene.query.QueryCompiler;
import org.onrecord.backend.lucene.query.TermExpansion;
import org.onrecord.query.Query;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Copies;
import org.onrecord.search.Hit;
import org.onrecord.search.Snippet;

/**
 * Makes hits of what was found: where the words stand in them is told by the Lucene backend, over
 * an index in memory of that page alone, or of each of its hits where words are all that is asked
 * for. Safe for use by several threads.
 */
final class PageReader {
  private final DocumentFields documents;
  private final FacetFields facets = new FacetFields();
  private final Analyzer ofDocuments;
  private final Analyzer ofQueries;
  private final int expansion;

  /**
   * A reader.
   *
   * @param expansion how many words a prefix or fuzzy word stands for at the most
   */
  PageReader(Analyzer ofDocuments, Analyzer ofQueries, int expansion) {
    this.documents = new DocumentFields(new DocumentCodec(), facets);
    this.ofDocuments = ofDocuments;
    this.ofQueries = ofQueries;
    this.expansion = expansion;
  }

  /** Something that was found. */
  record Found(ArchiveDocument document, float score, Copies copies) {
    private String text() {
      return switch (document) {
        case ParagraphDocument paragraph -> paragraph.text();
        case QuoteDocument quote -> quote.quotation().content();
        case ArticleDocument article ->
            throw new IllegalStateException("an article was found: " + article.article().id());
      };
    }
  }

  /** The hits, with where a query matches in them. */
  List<Hit> hits(List<Found> page, Query query) throws IOException {
    if (page.isEmpty()) {
      return List.of();
    }
    return isOfWords(query) ? each(page, query) : together(page, query);
  }

  /** Whether a passage's own words alone tell where a query matches in it. */
  private static boolean isOfWords(Query query) {
    return switch (query) {
      case Query.In _, Query.Dated _, Query.Member _, Query.SameSentence _ -> false;
      case Query.Leaf _ -> true;
      case Query.Near near -> isOfWords(near.left()) && isOfWords(near.right());
      case Query.Variants(Query typed, List<Query> others) ->
          isOfWords(typed) && others.stream().allMatch(PageReader::isOfWords);
      case Query.Group(List<Query> clauses) -> clauses.stream().allMatch(PageReader::isOfWords);
      case Query.Or(List<Query> clauses) -> clauses.stream().allMatch(PageReader::isOfWords);
      case Query.Not(Query clause) -> isOfWords(clause);
    };
  }

  private List<Hit> each(List<Found> page, Query query) throws IOException {
    List<Hit> hits = new ArrayList<>();
    MemoryIndex index = new MemoryIndex();
    for (Found found : page) {
      index.reset();
      for (IndexableField field : documents.words(found.document(), found.text())) {
        index.addField(field, ofDocuments);
      }
      hits.add(hit(found, 0, highlighter(index.createSearcher().getIndexReader(), query)));
    }
    return hits;
  }

  private List<Hit> together(List<Found> page, Query query) throws IOException {
    List<Integer> places = new ArrayList<>();
    List<Document> all = new ArrayList<>();
    for (Found found : page) {
      add(all, found.document());
      places.add(all.size() - 1);
    }
    try (PageIndex index = PageIndex.of(all)) {
      return hits(page, places, highlighter(index.reader(), query));
    }
  }

  /** Adds a passage such that it stands under its headline, or is it. */
  private void add(List<Document> all, ArchiveDocument passage) throws IOException {
    all.add(documents.headline(passage.article()));
    boolean first = passage instanceof ParagraphDocument paragraph && paragraph.ordinal() == 0;
    if (!first) {
      all.add(new Document());
    }
    all.add(documents.of(passage, WrittenArticle.unlike(passage.article().id())));
  }

  private Highlighter highlighter(IndexReader reader, Query query) throws IOException {
    ArchiveSearcher searcher =
        (ArchiveSearcher) ArchiveSearcher.factory(facets.config()).newSearcher(reader, null);
    TermExpansion words = new TermExpansion(reader, ofDocuments, expansion, Deadline.NONE);
    return new Highlighter(
        searcher, new QueryCompiler(ofQueries, AppliedNames.NONE, words).matching(query));
  }

  private static List<Hit> hits(List<Found> page, List<Integer> places, Highlighter highlighter)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      hits.add(hit(page.get(i), places.get(i), highlighter));
    }
    return hits;
  }

  /**
   * A hit.
   *
   * @param place its document's number in what the highlighter reads
   */
  private static Hit hit(Found found, int place, Highlighter highlighter) throws IOException {
    ArchiveDocument passage = found.document();
    List<Snippet> snippets = highlighter.snippets(place, passage, found.text());
    return switch (passage) {
      case ParagraphDocument paragraph ->
          new Hit.ParagraphHit(paragraph, found.score(), snippets, found.copies());
      case QuoteDocument quote -> new Hit.QuoteHit(quote, found.score(), snippets, found.copies());
      case ArticleDocument article ->
          throw new IllegalStateException("an article was found: " + article.article().id());
    };
  }
}
