package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchiveField;
import org.onrecord.search.Snippet;

/**
 * Finds where a query matched: it asks the query itself (Lucene's {@code Matches}, as
 * UnifiedHighlighter does), so what is marked is what was found, a phrase as one range, and nothing
 * is analysed again. Of the text it shows the sentences with the most different words of the query.
 */
final class Highlighter {
  private static final int MAX_SENTENCES = 3;
  private static final int MAX_NAMES = 10;

  /** Longer sentences are shown in part. */
  private static final int MAX_LENGTH = 500;

  /** How much of a long sentence stands before its first highlight. */
  private static final int LEAD = 100;

  private final ArchiveSearcher searcher;
  private final Weight weight;

  Highlighter(ArchiveSearcher searcher, Query matching) throws IOException {
    this.searcher = searcher;
    this.weight =
        searcher.createWeight(searcher.rewrite(matching), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /** The snippets of one hit: sentences in the order of the text, then speakers, then others. */
  List<Snippet> snippets(int doc, ArchiveDocument document, String text) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Matches matches = weight.matches(leaf, doc - leaf.docBase);
    if (matches == null) {
      return List.of();
    }
    List<Mark> inText = marks(matches, Fields.TEXT);
    inText.addAll(marks(matches, Fields.EXACT));
    List<Snippet> snippets = new ArrayList<>(sentences(text, merged(inText)));
    snippets.addAll(
        names(
            ArchiveField.SPEAKER,
            DocumentFields.speakerNames(document),
            merged(marks(matches, Fields.SPEAKER))));
    snippets.addAll(
        names(
            ArchiveField.MENTION,
            DocumentFields.mentionNames(document),
            merged(marks(matches, Fields.MENTION))));
    return snippets;
  }

  /** A place where a part of the query matched. */
  private record Mark(TextSpan span, Query by) {}

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

  private record Sentence(TextSpan span, List<Mark> marks) {
    int words() {
      Set<Query> different = new HashSet<>();
      marks.forEach(mark -> different.add(mark.by()));
      return different.size();
    }
  }

  private static List<Snippet> sentences(String text, List<Mark> marks) {
    if (marks.isEmpty()) {
      return List.of();
    }
    List<Sentence> marked = marked(SentenceSpans.of(text), marks);
    marked.sort(
        Comparator.comparingInt(Sentence::words)
            .thenComparingInt(s -> s.marks().size())
            .reversed());
    List<Sentence> best =
        new ArrayList<>(marked.subList(0, Math.min(MAX_SENTENCES, marked.size())));
    best.sort(Comparator.comparing(Sentence::span));
    return best.stream().map(sentence -> snippet(text, sentence)).toList();
  }

  /** The sentences with a mark; one that a mark reaches into is joined to the one before. */
  private static List<Sentence> marked(List<TextSpan> spans, List<Mark> marks) {
    List<Sentence> sentences = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < spans.size() && next < marks.size(); i++) {
      int start = spans.get(i).start();
      int end = spans.get(i).end();
      List<Mark> within = new ArrayList<>();
      while (next < marks.size() && marks.get(next).span().start() < end) {
        within.add(marks.get(next++));
        while (within.getLast().span().end() > end && i + 1 < spans.size()) {
          end = spans.get(++i).end();
        }
      }
      if (!within.isEmpty()) {
        sentences.add(new Sentence(new TextSpan(start, end), within));
      }
    }
    return sentences;
  }

  private static Snippet snippet(String text, Sentence sentence) {
    TextSpan shown = cut(text, sentence);
    List<TextSpan> highlights =
        sentence.marks().stream()
            .map(Mark::span)
            .filter(shown::contains)
            .map(span -> span.shift(-shown.start()))
            .toList();
    return new Snippet(ArchiveField.TEXT, shown.in(text), shown.start(), highlights);
  }

  /** A sentence too long to show is cut between words, around its first highlight. */
  private static TextSpan cut(String text, Sentence sentence) {
    TextSpan whole = sentence.span();
    if (whole.length() <= MAX_LENGTH) {
      return whole;
    }
    TextSpan first = sentence.marks().getFirst().span();
    int start = whole.start();
    if (first.start() - start > LEAD) {
      int blank = text.indexOf(' ', first.start() - LEAD);
      start = blank >= 0 && blank < first.start() ? blank + 1 : first.start();
    }
    int end = Math.min(whole.end(), Math.max(start + MAX_LENGTH, first.end()));
    if (end < whole.end()) {
      int blank = text.lastIndexOf(' ', end);
      end = blank > first.end() ? blank : end;
    }
    return new TextSpan(start, end);
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
