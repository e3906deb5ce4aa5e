package org.onrecord.backend.lucene.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.matchhighlight.MatchHighlighter.QueryOffsetRange;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveField;
import org.onrecord.search.Snippet;
import org.onrecord.segment.Sentences;

/**
 * Shows of a text the sentences with the most different words of the query, each with the sentence
 * before and the one after, where these are short.
 *
 * @param marks in the order of the text, not overlapping
 */
record SentenceSnippets(String text, List<QueryOffsetRange> marks) {
  private static final int MAX_SENTENCES = 3;

  /** Sentences around are shown while all is no longer than this, in UTF-16 characters. */
  private static final int MAX_WITH_CONTEXT = 400;

  /** Longer sentences are shown in part. */
  private static final int MAX_LENGTH = 500;

  /** How much of a long sentence stands before its first highlight. */
  private static final int LEAD = 100;

  /**
   * Sentences in a row.
   *
   * @param first the first one's number
   * @param last the last one's number
   */
  private record Passage(int first, int last, TextSpan span, List<QueryOffsetRange> marks) {
    int words() {
      Set<Query> different = new HashSet<>();
      marks.forEach(mark -> different.add(mark.query));
      return different.size();
    }
  }

  /** The snippets in the order of the text; none where there is no mark. */
  List<Snippet> best() {
    if (marks.isEmpty()) {
      return List.of();
    }
    List<TextSpan> spans = Sentences.of(text);
    List<Passage> marked = marked(spans);
    marked.sort(
        Comparator.comparingInt(Passage::words).thenComparingInt(p -> p.marks().size()).reversed());
    List<Passage> best = new ArrayList<>(marked.subList(0, Math.min(MAX_SENTENCES, marked.size())));
    best.sort(Comparator.comparing(Passage::span));
    List<Passage> shown = new ArrayList<>();
    for (Passage passage : best) {
      Passage wide = withContext(passage, spans);
      if (!shown.isEmpty() && shown.getLast().last() >= wide.first() - 1) {
        wide = joined(shown.removeLast(), wide, spans);
      }
      shown.add(wide);
    }
    return shown.stream().map(this::snippet).toList();
  }

  /** The sentences with a mark; one that a mark reaches into is joined to the one before. */
  private List<Passage> marked(List<TextSpan> spans) {
    List<Passage> passages = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < spans.size() && next < marks.size(); i++) {
      int first = i;
      List<QueryOffsetRange> within = new ArrayList<>();
      while (next < marks.size() && marks.get(next).from < spans.get(i).end()) {
        within.add(marks.get(next++));
        while (within.getLast().to > spans.get(i).end() && i + 1 < spans.size()) {
          i++;
        }
      }
      if (!within.isEmpty()) {
        passages.add(passage(first, i, spans));
      }
    }
    return passages;
  }

  private Passage withContext(Passage passage, List<TextSpan> spans) {
    int first = passage.first();
    int last = passage.last();
    if (last + 1 < spans.size() && length(first, last + 1, spans) <= MAX_WITH_CONTEXT) {
      last++;
    }
    if (first > 0 && length(first - 1, last, spans) <= MAX_WITH_CONTEXT) {
      first--;
    }
    return passage(first, last, spans);
  }

  private static int length(int first, int last, List<TextSpan> spans) {
    return spans.get(last).end() - spans.get(first).start();
  }

  private Passage joined(Passage before, Passage after, List<TextSpan> spans) {
    return passage(before.first(), Math.max(before.last(), after.last()), spans);
  }

  private Passage passage(int first, int last, List<TextSpan> spans) {
    TextSpan span = new TextSpan(spans.get(first).start(), spans.get(last).end());
    return new Passage(
        first, last, span, marks.stream().filter(mark -> span(mark).overlaps(span)).toList());
  }

  private static TextSpan span(QueryOffsetRange mark) {
    return new TextSpan(mark.from, mark.to);
  }

  private Snippet snippet(Passage passage) {
    TextSpan shown = cut(passage);
    List<TextSpan> highlights =
        passage.marks().stream()
            .map(SentenceSnippets::span)
            .filter(shown::contains)
            .map(span -> span.shift(-shown.start()))
            .toList();
    return new Snippet(ArchiveField.TEXT, shown.in(text), shown.start(), highlights);
  }

  /** One sentence that is too long to show is cut between words, around its first highlight. */
  private TextSpan cut(Passage passage) {
    TextSpan whole = passage.span();
    if (passage.first() < passage.last() || whole.length() <= MAX_LENGTH) {
      return whole;
    }
    TextSpan first = span(passage.marks().getFirst());
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
}
