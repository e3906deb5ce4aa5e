package org.onrecord.page.article;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.page.part.Citation;
import org.onrecord.page.part.Passage;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.ArchiveField;
import org.onrecord.search.Hit;
import org.onrecord.search.Snippet;
import org.onrecord.search.TypedQuery;

/**
 * The search that a reader of an article came by.
 *
 * @param q what was searched for; empty where only filters were
 * @param syntax what {@code q} is written in
 * @param query the search as the part of an address after the question mark; empty for none
 * @param found the paragraphs of the article that it finds, in reading order, each with the query's
 *     words in it
 */
public record Arrival(String q, QuerySyntax syntax, String query, List<Found> found) {
  /** No search. */
  public static final Arrival DIRECT = new Arrival("", QuerySyntax.ONRECORD, "", List.of());

  public Arrival {
    found = List.copyOf(found);
  }

  /**
   * A paragraph that was found.
   *
   * @param marks the query's words, UTF-16, in order, not overlapping
   */
  public record Found(int paragraph, List<TextSpan> marks) {
    /** "4", or that it is the headline. */
    public String name() {
      return paragraph == 0 ? "headline" : String.valueOf(paragraph);
    }

    public Found {
      marks = List.copyOf(marks);
    }
  }

  /** A search that finds nothing in the article. */
  public static Arrival without(TypedQuery typed, String query) {
    return of(typed, query, List.of());
  }

  /** The hits of a search in one article. */
  public static Arrival of(TypedQuery typed, String query, List<Hit> hits) {
    Map<Integer, List<Hit>> byParagraph =
        hits.stream()
            .collect(
                Collectors.groupingBy(
                    hit -> hit.place().paragraph(), TreeMap::new, Collectors.toList()));
    return new Arrival(
        typed.q(),
        typed.syntax(),
        query,
        byParagraph.entrySet().stream()
            .map(e -> new Found(e.getKey(), marks(e.getValue())))
            .toList());
  }

  /** A paragraph's own marks; those of quotations only where it was not found itself. */
  private static List<TextSpan> marks(List<Hit> hits) {
    for (Hit hit : hits) {
      if (hit instanceof Hit.ParagraphHit found) {
        return Passage.marks(found.snippets(), ArchiveField.TEXT);
      }
    }
    return hits.stream()
        .flatMap(
            hit ->
                hit instanceof Hit.QuoteHit found
                    ? ContentPlace.of(found.quote().quotation())
                        .toParagraph(content(found.snippets()))
                        .stream()
                    : List.<TextSpan>of().stream())
        .sorted()
        .toList();
  }

  private static List<TextSpan> content(List<Snippet> snippets) {
    return Passage.marks(snippets, ArchiveField.TEXT);
  }

  List<TextSpan> marksIn(int paragraph) {
    return found.stream()
        .filter(f -> f.paragraph() == paragraph)
        .findFirst()
        .map(Found::marks)
        .orElse(List.of());
  }

  boolean finds(int paragraph) {
    return found.stream().anyMatch(f -> f.paragraph() == paragraph);
  }

  /** Where a paragraph stands among those found; null where it is not one of them. */
  @Nullable Step step(int paragraph) {
    int at =
        IntStream.range(0, found.size())
            .filter(i -> found.get(i).paragraph() == paragraph)
            .findFirst()
            .orElse(-1);
    if (at < 0) {
      return null;
    }
    return new Step(
        at + 1,
        found.size(),
        at > 0 ? found.get(at - 1).paragraph() : null,
        at + 1 < found.size() ? found.get(at + 1).paragraph() : null);
  }

  /**
   * A paragraph's place among those found.
   *
   * @param number from 1
   * @param previous the ordinal of the paragraph before; null at the first
   * @param next the ordinal of the paragraph after; null at the last
   */
  public record Step(int number, int of, @Nullable Integer previous, @Nullable Integer next) {
    /** "paragraph 3". */
    public String previousName() {
      return previous == null ? "" : Citation.paragraph(previous);
    }

    /** "paragraph 5". */
    public String nextName() {
      return next == null ? "" : Citation.paragraph(next);
    }
  }
}
