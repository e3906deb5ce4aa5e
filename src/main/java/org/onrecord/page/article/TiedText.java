package org.onrecord.page.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.page.part.KindTag;
import org.onrecord.page.part.Passage;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;

/**
 * A paragraph of an article in runs, its words tied to what they have to do with its quotations:
 * which words report one, which name its source, which name somebody. Joined, the pieces are the
 * text, to the character.
 *
 * @param lang as in {@link Passage}
 */
public record TiedText(String lang, List<Run> runs) {
  public TiedText {
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
   * @param anchor by which its notes know it
   * @param target the anchor where the quotation begins here; null in its later segments
   * @param kind direct, indirect or mixed
   * @param off whether it is shown without its colour
   */
  public record Said(
      String anchor, @Nullable String target, SpeakerTag speaker, String kind, boolean off) {}

  /**
   * Words without anything that begins or ends within them.
   *
   * @param marked whether the query asked for them
   * @param style the classes {@code src}, {@code cue} and {@code men}; empty for words that are
   *     none of these
   * @param of the anchors of the quotations whose source or cue they belong to, parted by blanks
   * @param who the id of whom they name; empty where they name nobody
   */
  public record Piece(String text, boolean marked, String style, String of, String who) {
    public boolean tied() {
      return !style.isEmpty();
    }
  }

  /** Everything that ties the words of one paragraph. */
  private record Ties(
      ParagraphDocument paragraph, List<ArchivedQuotation> quotations, List<TextSpan> marks) {

    Stream<TextSpan> spans() {
      return Stream.of(
              marks.stream(),
              paragraph.mentions().stream().map(NamedMention::span),
              quotations.stream().flatMap(q -> Stream.of(q.source(), q.cue())).flatMap(this::here))
          .flatMap(spans -> spans);
    }

    private Stream<TextSpan> here(@Nullable Excerpt excerpt) {
      return excerpt == null || excerpt.paragraph() != paragraph.ordinal()
          ? Stream.empty()
          : Stream.of(excerpt.span());
    }

    /** The words of an atomic stretch, with all that they are tied to. */
    Piece piece(TextSpan span) {
      Set<String> styles = new LinkedHashSet<>();
      Set<String> of = new LinkedHashSet<>();
      for (ArchivedQuotation quotation : quotations) {
        String anchor = anchor(quotation);
        if (here(quotation.source()).anyMatch(source -> source.contains(span))) {
          styles.add("src");
          of.add(anchor);
        }
        if (here(quotation.cue()).anyMatch(cue -> cue.contains(span))) {
          styles.add("cue");
          of.add(anchor);
        }
      }
      String who =
          paragraph.mentions().stream()
              .filter(mention -> mention.span().contains(span))
              .map(mention -> mention.who().id())
              .filter(Objects::nonNull)
              .findFirst()
              .orElse("");
      if (!who.isEmpty()) {
        styles.add("men");
      }
      boolean marked = marks.stream().anyMatch(mark -> mark.contains(span));
      return new Piece(
          span.in(paragraph.text()), marked, String.join(" ", styles), String.join(" ", of), who);
    }
  }

  /**
   * By what an article knows a quotation: {@code q-3f9a1c7b2d}, the end of its permalink id, where
   * it was found first.
   */
  static String anchor(ArchivedQuotation quotation) {
    return quotation.id().substring(quotation.id().lastIndexOf("~q-") + 1);
  }

  /**
   * A paragraph.
   *
   * @param all every quotation of the article: a source may stand in another paragraph
   * @param marks the query's words in the text, UTF-16, in order
   */
  public static TiedText of(
      ParagraphDocument paragraph, List<ArchivedQuotation> all, List<TextSpan> marks, Slots slots) {
    return of(paragraph, all, marks, slots, null);
  }

  /** A paragraph in which one quotation alone is shaded and tied. */
  public static TiedText of(ParagraphDocument paragraph, ArchivedQuotation only, Slots slots) {
    return of(paragraph, List.of(only), List.of(), slots, only);
  }

  private static TiedText of(
      ParagraphDocument paragraph,
      List<ArchivedQuotation> all,
      List<TextSpan> marks,
      Slots slots,
      @Nullable ArchivedQuotation only) {
    String text = paragraph.text();
    Ties ties = new Ties(paragraph, all, marks);
    record Segment(ArchivedQuotation quotation, TextSpan span) {}
    List<Segment> segments =
        paragraph.quotations().stream()
            .flatMap(q -> q.segments().stream().map(span -> new Segment(q, span)))
            .sorted(Comparator.comparing(Segment::span))
            .toList();
    TreeSet<Integer> bounds = new TreeSet<>();
    ties.spans().forEach(span -> bounds.addAll(List.of(span.start(), span.end())));
    List<Run> runs = new ArrayList<>();
    Set<String> begun = new LinkedHashSet<>();
    int at = 0;
    for (Segment segment : segments) {
      int start = Math.max(segment.span().start(), at);
      if (start < segment.span().end()) {
        add(runs, null, pieces(ties, new TextSpan(at, start), bounds));
        at = segment.span().end();
        String anchor = anchor(segment.quotation());
        Said said =
            new Said(
                anchor,
                begun.add(anchor) ? anchor : null,
                SpeakerTag.of(segment.quotation(), slots),
                KindTag.spoken(segment.quotation()),
                only != null && !only.equals(segment.quotation()));
        add(runs, said, pieces(ties, new TextSpan(start, at), bounds));
      }
    }
    add(runs, null, pieces(ties, new TextSpan(at, text.length()), bounds));
    return new TiedText(Passage.language(text), runs);
  }

  private static void add(List<Run> runs, @Nullable Said said, List<Piece> pieces) {
    if (!pieces.isEmpty()) {
      runs.add(new Run(said, pieces));
    }
  }

  private static List<Piece> pieces(Ties ties, TextSpan within, TreeSet<Integer> bounds) {
    List<Piece> pieces = new ArrayList<>();
    int at = within.start();
    while (at < within.end()) {
      Integer bound = bounds.higher(at);
      int end = bound == null ? within.end() : Math.min(bound, within.end());
      pieces.add(ties.piece(new TextSpan(at, end)));
      at = end;
    }
    return pieces;
  }
}
