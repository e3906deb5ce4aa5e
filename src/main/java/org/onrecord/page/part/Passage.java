package org.onrecord.page.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.search.Snippet;

/**
 * A text of the archive in runs: its quotations, and what stands between them. Joined, the runs are
 * the text, to the character, but for what is cut off at its ends.
 *
 * @param lang the language, {@code en}, or {@code und} where the text's letters are not Latin
 * @param cutBefore whether text before it is cut off
 * @param cutAfter whether text after it is cut off
 */
public record Passage(String lang, List<Run> runs, boolean cutBefore, boolean cutAfter) {
  public Passage {
    runs = List.copyOf(runs);
  }

  /**
   * A stretch of the text.
   *
   * @param said the quotation that it belongs to; null between quotations
   */
  public record Run(@Nullable Said said, List<Piece> pieces) {
    public Run {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A quotation's tag within its text.
   *
   * @param id the quotation's permalink id
   * @param kind direct, indirect or mixed, and the verb of what is not affirmed
   */
  public record Said(String id, SpeakerTag speaker, String kind) {}

  /** Words that the query asked for, or not. */
  public record Piece(String text, boolean marked) {}

  /**
   * A paragraph with its quotations.
   *
   * @param marks the query's words in the text, UTF-16, in order
   */
  public static Passage of(
      String text, List<ArchivedQuotation> quotations, List<TextSpan> marks, Slots slots) {
    record Segment(ArchivedQuotation quotation, TextSpan span) {}
    List<Segment> segments =
        quotations.stream()
            .flatMap(q -> q.segments().stream().map(span -> new Segment(q, span)))
            .sorted(Comparator.comparing(Segment::span))
            .toList();
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (Segment segment : segments) {
      int start = Math.max(segment.span().start(), at);
      if (start < segment.span().end()) {
        addTo(runs, null, pieces(text, new TextSpan(at, start), marks));
        ArchivedQuotation quotation = segment.quotation();
        Said said =
            new Said(quotation.id(), SpeakerTag.of(quotation, slots), KindTag.spoken(quotation));
        at = segment.span().end();
        addTo(runs, said, pieces(text, new TextSpan(start, at), marks));
      }
    }
    addTo(runs, null, pieces(text, new TextSpan(at, text.length()), marks));
    return new Passage(language(text), runs, false, false);
  }

  private static void addTo(List<Run> runs, @Nullable Said said, List<Piece> pieces) {
    if (!pieces.isEmpty()) {
      runs.add(new Run(said, pieces));
    }
  }

  /** A stretch of the text, parted where the marks begin and end. */
  static List<Piece> pieces(String text, TextSpan within, List<TextSpan> marks) {
    List<Piece> pieces = new ArrayList<>();
    int at = within.start();
    for (TextSpan mark : marks) {
      int start = Math.max(mark.start(), at);
      int end = Math.min(mark.end(), within.end());
      if (start < end) {
        if (at < start) {
          pieces.add(new Piece(text.substring(at, start), false));
        }
        pieces.add(new Piece(text.substring(start, end), true));
        at = end;
      }
    }
    if (at < within.end()) {
      pieces.add(new Piece(text.substring(at, within.end()), false));
    }
    return pieces;
  }

  /** The query's words in a field's text, in order. */
  public static List<TextSpan> marks(List<Snippet> snippets, ArchiveField field) {
    return snippets.stream()
        .filter(snippet -> snippet.field() == field)
        .flatMap(s -> s.highlights().stream().map(span -> span.shift(s.offset())))
        .sorted()
        .toList();
  }

  /** Whether its language is another than the page's. */
  public boolean foreign() {
    return !lang.equals("en");
  }

  /** {@code en} for Latin letters, the only language that is read here, else {@code und}. */
  public static String language(String text) {
    long latin = text.codePoints().filter(Passage::isLatin).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return 2 * latin >= letters ? "en" : "und";
  }

  private static boolean isLatin(int codePoint) {
    return Character.isLetter(codePoint)
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
  }
}
