package org.onrecord.mcp;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.CodePoints;
import org.onrecord.mcp.PassageHit.Quoted;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;

/** What {@code get_article} gives. */
record ReadArticle(
    @Described("link to cite it by") String citation,
    String id,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String outlet,
    @Nullable String author,
    @Nullable String section,
    @Described("the article's own address") @Nullable String url,
    @Described("number of its last paragraph") int lastParagraph,
    List<Piece> pieces,
    @Described(
            "what its publisher forbids programs to do with its text, as PLUS writes it; obey it."
                + " Where all is forbidden there are no pieces")
        @Nullable String dataMining,
    @Described("where to read on: give both as arguments; null at the end") @Nullable Next next,
    ArchiveTold archive) {
  private static final int LARGEST_PIECE = 1_600;
  private static final int MOST_QUOTATIONS = 10;

  /** A paragraph, or a piece of a long one. */
  record Piece(
      @Described("link to cite it by") String citation,
      @Described("number of the paragraph; 0 is the headline") int paragraph,
      @Described("where in the paragraph the piece begins, in code points") int offset,
      @Described("its words as they stand") String text,
      @Described("quotations of the paragraph") List<Quoted> quotations) {}

  /** Where to read on. */
  record Next(int paragraph, int offset) {}

  /**
   * Pieces of an article.
   *
   * @param from where to begin, the offset in code points
   * @param most how many pieces
   */
  static ReadArticle of(
      ArchivedArticle article, Next from, int most, ArchiveTold archive, Citations cite) {
    ArticleHeader header = article.document().article();
    List<Piece> pieces = new ArrayList<>();
    Next next = null;
    ArticleDetails details = ArticleDetails.of(article.document().received());
    List<ParagraphDocument> readable = details.forbidsMining() ? List.of() : article.paragraphs();
    for (ParagraphDocument paragraph : readable) {
      String text = paragraph.text();
      int start = paragraph.ordinal() == from.paragraph() ? utf16(text, from.offset()) : 0;
      while (next == null && paragraph.ordinal() >= from.paragraph() && start < text.length()) {
        int offset = new CodePoints(text).of(start);
        if (pieces.size() == most) {
          next = new Next(paragraph.ordinal(), offset);
        } else {
          Cut cut = Cut.of(text.substring(start), 0, LARGEST_PIECE);
          pieces.add(piece(paragraph, offset, cut.text(), cite));
          start += cut.text().length();
        }
      }
    }
    return new ReadArticle(
        cite.passage(header.id(), 0),
        header.id().value(),
        Headers.title(header),
        header.date(),
        Headers.outlet(header),
        Headers.name(article.document().received().author()),
        Headers.name(header.section()),
        header.url(),
        article.paragraphs().isEmpty() ? 0 : article.paragraphs().getLast().ordinal(),
        pieces,
        details.dataMining().orElse(null),
        next,
        archive);
  }

  private static int utf16(String text, int codePoints) {
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }

  private static Piece piece(ParagraphDocument paragraph, int offset, String text, Citations cite) {
    return new Piece(
        cite.passage(paragraph.article().id(), paragraph.ordinal()),
        paragraph.ordinal(),
        offset,
        text,
        offset > 0
            ? List.of()
            : paragraph.quotations().stream()
                .filter(ArchivedQuotation::isSaid)
                .limit(MOST_QUOTATIONS)
                .map(Quoted::of)
                .toList());
  }
}
