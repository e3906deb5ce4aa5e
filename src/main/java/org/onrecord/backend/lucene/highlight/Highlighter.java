package org.onrecord.backend.lucene.highlight;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.matchhighlight.MatchHighlighter.QueryOffsetRange;
import org.apache.lucene.search.matchhighlight.MatchRegionRetriever;
import org.apache.lucene.search.matchhighlight.OffsetRange;
import org.onrecord.article.TextSpan;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.Facet;
import org.onrecord.search.Snippet;

/**
 * Finds where a query matched by Lucene's {@code matchhighlight}, which asks the query itself, so
 * what is marked is what was found, a phrase as one range. The index has the positions of words;
 * where these stand in a text is told by {@link WordPlaces}, for texts with a match alone.
 */
public final class Highlighter {
  private static final int MAX_NAMES = 10;

  private static final Set<String> HIGHLIGHTED =
      Set.of(
          Fields.TEXT,
          Fields.EXACT,
          Fields.TITLE,
          Fields.TITLE_EXACT,
          Fields.SPEAKER,
          Fields.MENTION);

  private final List<LeafReaderContext> leaves;
  private final MatchRegionRetriever matches;

  public Highlighter(ArchiveSearcher searcher, Query matching) throws IOException {
    this.leaves = searcher.getIndexReader().leaves();
    this.matches =
        new MatchRegionRetriever(
            searcher,
            searcher.rewrite(matching),
            field -> (each, document) -> ranges(each, ((DocumentPlaces) document).of(field)),
            _ -> false,
            HIGHLIGHTED::contains);
  }

  private static List<OffsetRange> ranges(MatchesIterator each, WordPlaces places)
      throws IOException {
    List<OffsetRange> ranges = new ArrayList<>();
    while (each.next()) {
      ranges.add(
          new QueryOffsetRange(
              each.getQuery(), places.start(each.startPosition()), places.end(each.endPosition())));
    }
    return ranges;
  }

  /**
   * The snippets of one hit: sentences in the order of the text, then the headline where the query
   * asks for it, then speakers, then others.
   */
  public List<Snippet> snippets(int doc, ArchiveDocument document, String text) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Map<String, List<OffsetRange>> found = new HashMap<>();
    matches.highlightDocument(
        leaf,
        doc - leaf.docBase,
        new DocumentPlaces(document, text),
        _ -> Integer.MAX_VALUE,
        found);
    if (found.isEmpty()) {
      return List.of();
    }
    List<Snippet> snippets =
        new ArrayList<>(new SentenceSnippets(text, marks(found, Fields.TEXT, Fields.EXACT)).best());
    String title = document.article().title();
    if (title != null) {
      List<QueryOffsetRange> inTitle = marks(found, Fields.TITLE, Fields.TITLE_EXACT);
      snippets.addAll(names(ArchiveField.TITLE, List.of(title), inTitle));
    }
    snippets.addAll(
        names(
            ArchiveField.SPEAKER,
            DocumentFacets.names(Facet.SPEAKER, document),
            marks(found, Fields.SPEAKER)));
    snippets.addAll(
        names(
            ArchiveField.MENTION,
            DocumentFacets.names(Facet.MENTION, document),
            marks(found, Fields.MENTION)));
    return snippets;
  }

  /** Of ranges in some fields that overlap, the outermost; in the order of the text. */
  private static List<QueryOffsetRange> marks(
      Map<String, List<OffsetRange>> found, String... fields) {
    List<QueryOffsetRange> marks = new ArrayList<>();
    for (String field : fields) {
      for (OffsetRange range : found.getOrDefault(field, List.of())) {
        marks.add((QueryOffsetRange) range);
      }
    }
    marks.sort(
        Comparator.comparingInt((QueryOffsetRange mark) -> mark.from)
            .thenComparing(mark -> mark.to, Comparator.reverseOrder()));
    List<QueryOffsetRange> merged = new ArrayList<>();
    for (QueryOffsetRange mark : marks) {
      if (merged.isEmpty() || merged.getLast().to <= mark.from) {
        merged.add(mark);
      } else {
        QueryOffsetRange last = merged.removeLast();
        merged.add(new QueryOffsetRange(last.query, last.from, Math.max(last.to, mark.to)));
      }
    }
    return merged;
  }

  /** The names with a mark; marks count over all names, each one character after the one before. */
  private static List<Snippet> names(
      ArchiveField field, List<String> names, List<QueryOffsetRange> marks) {
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
              .map(mark -> new TextSpan(mark.from, mark.to))
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
