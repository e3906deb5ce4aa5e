package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.onrecord.backend.lucene.copies.Folding;
import org.onrecord.backend.lucene.highlight.Highlighter;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Copies;
import org.onrecord.search.Hit;
import org.onrecord.search.Snippet;

/**
 * Reads what was found: documents under the names that editors decided on, with snippets and
 * copies. For one question.
 */
final class HitReader {
  private final ArchiveSearcher searcher;
  private final DocumentCodec codec;
  private final Folding folding;
  private final StoredFields stored;
  private final Highlighter highlighter;

  /**
   * A reader of what a query found.
   *
   * @param matching what is highlighted
   * @param folding which copies were folded into which hits
   */
  HitReader(ArchiveSearcher searcher, DocumentCodec codec, Query matching, Folding folding)
      throws IOException {
    this.searcher = searcher;
    this.codec = codec;
    this.folding = folding;
    this.stored = searcher.storedFields();
    this.highlighter = new Highlighter(searcher, matching);
  }

  List<Hit> hits(List<ScoreDoc> page) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc scored : page) {
      searcher.deadline().check();
      hits.add(hit(scored));
    }
    return hits;
  }

  private Hit hit(ScoreDoc scored) throws IOException {
    Copies copies = copies(folding.copies(scored.doc));
    return switch (record(scored.doc)) {
      case ParagraphDocument lying -> {
        ParagraphDocument paragraph = searcher.names().read(lying);
        yield new Hit.ParagraphHit(
            paragraph,
            scored.score,
            named(paragraph, highlighter.snippets(scored.doc, lying, lying.text())),
            copies);
      }
      case QuoteDocument lying -> {
        QuoteDocument quote = searcher.names().read(lying);
        yield new Hit.QuoteHit(
            quote,
            scored.score,
            named(quote, highlighter.snippets(scored.doc, lying, lying.quotation().content())),
            copies);
      }
      case ArticleDocument article -> throw found(article);
    };
  }

  /** Without the names that editors took from it. */
  private static List<Snippet> named(ArchiveDocument document, List<Snippet> snippets) {
    return snippets.stream()
        .filter(
            snippet ->
                switch (snippet.field()) {
                  case SPEAKER ->
                      DocumentFacets.names(Facet.SPEAKER, document).contains(snippet.text());
                  case MENTION ->
                      DocumentFacets.names(Facet.MENTION, document).contains(snippet.text());
                  default -> true;
                })
        .toList();
  }

  private Copies copies(List<Integer> docs) throws IOException {
    List<Copies.Copy> shown = new ArrayList<>();
    for (int doc : docs.subList(0, Math.min(docs.size(), Copies.MOST_SHOWN))) {
      shown.add(
          switch (record(doc)) {
            case ParagraphDocument paragraph ->
                new Copies.Copy(paragraph.id(), paragraph.ordinal(), paragraph.article());
            case QuoteDocument quote ->
                new Copies.Copy(
                    quote.quotation().id(), quote.quotation().paragraph(), quote.article());
            case ArticleDocument article -> throw found(article);
          });
    }
    return new Copies(docs.size(), shown);
  }

  private ArchiveDocument record(int doc) throws IOException {
    return StoredRecords.read(codec, stored, doc);
  }

  private static IllegalStateException found(ArticleDocument article) {
    return new IllegalStateException("an article was found: " + article.article().id());
  }
}
