package org.onrecord.backend.lucene.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.onrecord.article.TextSpan;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;
import org.onrecord.search.Snippet;

/**
 * Finds where a query matched: it asks the query itself (Lucene's {@code Matches}, as
 * UnifiedHighlighter does), so what is marked is what was found, a phrase as one range, and nothing
 * is analysed again.
 */
public final class Highlighter {
  private static final int MAX_NAMES = 10;

  private final ArchiveSearcher searcher;
  private final Weight weight;

  public Highlighter(ArchiveSearcher searcher, Query matching) throws IOException {
    this.searcher = searcher;
    this.weight =
        searcher.createWeight(searcher.rewrite(matching), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /**
   * The snippets of one hit: sentences in the order of the text, then the headline where the query
   * asks for it, then speakers, then others.
   */
  public List<Snippet> snippets(int doc, ArchiveDocument document, String text) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Matches matches = weight.matches(leaf, doc - leaf.docBase);
    if (matches == null) {
      return List.of();
    }
    List<Mark> inText = marks(matches, Fields.TEXT);
    inText.addAll(marks(matches, Fields.EXACT));
    List<Snippet> snippets = new ArrayList<>(new SentenceSnippets(text, merged(inText)).best());
    List<Mark> inTitle = marks(matches, Fields.TITLE);
    inTitle.addAll(marks(matches, Fields.TITLE_EXACT));
    String title = document.article().title();
    if (title != null) {
      snippets.addAll(names(ArchiveField.TITLE, List.of(title), merged(inTitle)));
    }
    snippets.addAll(
        names(
            ArchiveField.SPEAKER,
            DocumentFacets.names(Facet.SPEAKER, document),
            merged(marks(matches, Fields.SPEAKER))));
    snippets.addAll(
        names(
            ArchiveField.MENTION,
            DocumentFacets.names(Facet.MENTION, document),
            merged(marks(matches, Fields.MENTION))));
    return snippets;
  }

  private static List<Mark> marks(Matches matches, String field) throws IOException {
    List<Mark> marks = new ArrayList<>();
    MatchesIterator each = matches.getMatches(field);
    while (each != null && each.next()) {
      marks.add(new Mark(new TextSpan(each.startOffset(), each.endOffset()), each.getQuery()));
    }
    return marks;
  }

  /** Of marks that overlap, the outermost; in the order of the text. */
  private static List<Mark> merged(List<Mark> marks) {
    marks.sort(
        Comparator.comparingInt((Mark m) -> m.span().start())
            .thenComparing(m -> m.span().end(), Comparator.reverseOrder()));
    List<Mark> merged = new ArrayList<>();
    for (Mark mark : marks) {
      if (merged.isEmpty() || !merged.getLast().span().overlaps(mark.span())) {
        merged.add(mark);
      } else {
        Mark last = merged.removeLast();
        int end = Math.max(last.span().end(), mark.span().end());
        merged.add(new Mark(new TextSpan(last.span().start(), end), last.by()));
      }
    }
    return merged;
  }

  /** The names with a mark; marks count over all names, each one character after the one before. */
  private static List<Snippet> names(ArchiveField field, List<String> names, List<Mark> marks) {
    if (marks.isEmpty()) {
      return Collections.emptyList();
    }
    List<Snippet> snippets = new ArrayList<>();
    int start = 0;
    for (String name : names) {
      TextSpan place = new TextSpan(start, start + name.length());
      int shift = -start;
      List<TextSpan> highlights =
          marks.stream()
              .map(Mark::span)
              .filter(place::contains)
              .map(span -> span.shift(shift))
              .toList();
      if (!highlights.isEmpty() && snippets.size() < MAX_NAMES) {
        snippets.add(new Snippet(field, name, 0, highlights));
      }
      start = place.end() + 1;
    }
    return snippets;
  }
}
