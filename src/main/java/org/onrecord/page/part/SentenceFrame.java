package org.onrecord.page.part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;

/**
 * The sentence that a quotation stands in, with a gap for what is said, its cue and its source.
 * Where there is no cue, the sentence before it belongs to it.
 *
 * @param pieces in order; joined with the content in the gaps they are the sentence
 */
public record SentenceFrame(List<Piece> pieces) {
  private static final Pattern END = Pattern.compile("[.!?۔][”’\"')\\]]*(\\s+|$)");

  public SentenceFrame {
    pieces = List.copyOf(pieces);
  }

  /** A stretch of the sentence. */
  public record Piece(Role role, String text) {
    public boolean gap() {
      return role == Role.GAP;
    }

    public boolean cue() {
      return role == Role.CUE;
    }

    public boolean source() {
      return role == Role.SOURCE;
    }
  }

  /** What a stretch is. */
  public enum Role {
    TEXT,
    GAP,
    CUE,
    SOURCE
  }

  private record Part(Role role, TextSpan span) {}

  /**
   * The frame of a quotation.
   *
   * @param context the text of its paragraph
   */
  public static SentenceFrame of(ArchivedQuotation quotation, String context) {
    List<Part> parts =
        Stream.of(
                quotation.segments().stream().map(span -> new Part(Role.GAP, span)),
                inside(quotation, quotation.cue(), Role.CUE),
                inside(quotation, quotation.source(), Role.SOURCE))
            .flatMap(s -> s)
            .sorted(Comparator.comparing(Part::span))
            .toList();
    int first = parts.getFirst().span().start();
    int last = parts.stream().mapToInt(p -> p.span().end()).max().orElseThrow();
    int start = sentenceStart(context, first, quotation.cue() == null ? 2 : 1);
    int end = sentenceEnd(context, last);
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    for (Part part : parts) {
      if (part.span().start() >= at) {
        add(pieces, Role.TEXT, context.substring(at, part.span().start()));
        add(pieces, part.role(), part.span().in(context));
        at = part.span().end();
      }
    }
    add(pieces, Role.TEXT, context.substring(at, Math.max(at, end)));
    return new SentenceFrame(pieces);
  }

  /** Whether it says more than the content itself. */
  public boolean tells() {
    return pieces.stream()
        .anyMatch(p -> !p.gap() && p.text().codePoints().anyMatch(Character::isLetter));
  }

  private static void add(List<Piece> pieces, Role role, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(role, text));
    }
  }

  private static Stream<Part> inside(
      ArchivedQuotation quotation, @Nullable Excerpt excerpt, Role role) {
    return excerpt != null && excerpt.paragraph() == quotation.paragraph()
        ? Stream.of(new Part(role, excerpt.span()))
        : Stream.empty();
  }

  /** Where the sentence around an offset begins, or one {@code back} - 1 sentences before it. */
  private static int sentenceStart(String text, int before, int back) {
    List<Integer> starts =
        END.matcher(text)
            .region(0, before)
            .useAnchoringBounds(false)
            .results()
            .map(MatchResult::end)
            .filter(end -> end <= before)
            .toList();
    return starts.size() < back ? 0 : starts.get(starts.size() - back);
  }

  private static int sentenceEnd(String text, int after) {
    Matcher end = END.matcher(text);
    return end.find(Math.max(0, after - 1)) ? end.start(1) : text.length();
  }
}
