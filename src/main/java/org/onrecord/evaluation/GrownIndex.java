package org.onrecord.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.QuotedWords;
import org.onrecord.article.Sha256;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;

/**
 * As many articles as wanted, made of others as {@link GrownArchive} makes them, but of articles
 * that were worked out: each paragraph keeps its quotations, speakers and people, so that nothing
 * has to be read again, and a search has the same to do. The same for the same seed and order. Not
 * safe for use by several threads.
 */
public final class GrownIndex {
  /** One paragraph in so many is another article's. */
  private static final int EXCHANGED = 3;

  /** How far a day may lie from that of the article before it. */
  private static final int DAYS = 1_000;

  /** How many of the last articles lend paragraphs. */
  private static final int LENDING = 500;

  private static final int VERSION_DIGITS = 12;

  private final Random random;
  private final List<ArchivedArticle> lending = new ArrayList<>();

  public GrownIndex(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Another article after one that is shown.
   *
   * @param round how many were made after it, from 1
   */
  public ArchivedArticle grown(ArchivedArticle before, int round) {
    if (lending.size() < LENDING) {
      lending.add(before);
    } else {
      lending.set(random.nextInt(LENDING), before);
    }
    List<ParagraphDocument> paragraphs = mixed(before);
    Article received = received(before.received(), round, paragraphs);
    ArticleHeader old = before.document().article();
    ArticleHeader header =
        new ArticleHeader(
            received.id(),
            Sha256.hex(received.id().value() + "\u0000" + received.body(), VERSION_DIGITS),
            old.title(),
            received.date(),
            old.outlet(),
            old.section(),
            null,
            old.labels());
    List<ParagraphDocument> placed = placed(header, paragraphs);
    int quotations = placed.stream().mapToInt(one -> one.quotations().size()).sum();
    return new ArchivedArticle(
        new ArticleDocument(header, received, placed.size(), quotations)
            .readWith(before.document().readWith()),
        placed);
  }

  /** The headline, the first paragraph, and the others in another order, some of them exchanged. */
  private List<ParagraphDocument> mixed(ArchivedArticle before) {
    List<ParagraphDocument> others = lending.get(random.nextInt(lending.size())).paragraphs();
    List<ParagraphDocument> mixed = new ArrayList<>();
    int fixed = 0;
    for (ParagraphDocument paragraph : before.paragraphs()) {
      if (paragraph.ordinal() <= 1) {
        mixed.add(paragraph);
        fixed = mixed.size();
      } else {
        ParagraphDocument other = others.get(random.nextInt(others.size()));
        boolean exchanged = other.ordinal() > 0 && random.nextInt(EXCHANGED) == 0;
        int place = fixed + random.nextInt(mixed.size() - fixed + 1);
        mixed.add(place, exchanged ? other : paragraph);
      }
    }
    return mixed;
  }

  private Article received(Article before, int round, List<ParagraphDocument> paragraphs) {
    LocalDate day = before.date();
    List<String> texts =
        paragraphs.stream()
            .filter(paragraph -> paragraph.ordinal() > 0)
            .map(ParagraphDocument::text)
            .toList();
    return new Article(
        new ArticleId(before.id().value() + "-grown-" + round),
        before.title(),
        day == null ? null : day.plusDays(random.nextInt(2 * DAYS) - DAYS),
        null,
        before.outlet(),
        before.section(),
        before.author(),
        String.join("\n\n", texts),
        Map.of(),
        before.provenance());
  }

  private static List<ParagraphDocument> placed(
      ArticleHeader header, List<ParagraphDocument> paragraphs) {
    Map<QuotedWords, Integer> said = new HashMap<>();
    List<ParagraphDocument> placed = new ArrayList<>();
    int ordinal = 0;
    int offset = 0;
    for (ParagraphDocument one : paragraphs) {
      boolean headline = one.ordinal() == 0;
      ordinal = headline ? 0 : ordinal + 1;
      placed.add(
          new ParagraphDocument(
              header,
              header.id().paragraph(ordinal),
              ordinal,
              headline ? 0 : offset,
              one.text(),
              one.speakers(),
              one.parties(),
              one.mentions(),
              one.mentionedParties(),
              moved(header, ordinal, one.quotations(), said),
              List.of()));
      offset += headline ? 0 : one.text().length() + 2;
    }
    return placed;
  }

  private static List<ArchivedQuotation> moved(
      ArticleHeader header,
      int ordinal,
      List<ArchivedQuotation> quotations,
      Map<QuotedWords, Integer> said) {
    List<ArchivedQuotation> moved = new ArrayList<>();
    for (ArchivedQuotation one : quotations) {
      QuotedWords words = QuotedWords.of(one.content());
      String id = header.id().quotation(words, said.merge(words, 1, Integer::sum));
      moved.add(one.moved(id, ordinal));
    }
    return moved;
  }
}
