package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.Excerpt;
import org.onrecord.article.Polarity;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.ShippedRegistry;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/** What holds of whatever is extracted, from sound articles and from spoilt ones. */
class ArticleExtractionPropertiesTest {
  private static final int SEEDS = 120;
  private static final ArticleExtraction EXTRACTION =
      new ArticleExtraction(ModelFile.shipped(), ShippedRegistry.REGISTRY);

  private static final List<Extracted> EXTRACTED = extracted();

  private record Extracted(Article article, ArchivedArticle archived) {}

  @Test
  void segmentsLieInTheirParagraphInOrder() {
    forEachQuotation(
        (paragraph, quotation) -> {
          int floor = 0;
          for (TextSpan segment : quotation.segments()) {
            assertTrue(segment.start() >= floor && !segment.isEmpty(), quotation::toString);
            assertTrue(segment.end() <= paragraph.text().length(), quotation::toString);
            floor = segment.end();
          }
        });
  }

  @Test
  void quotationsOfParagraphAreInOrderAndDoNotOverlap() {
    forEachParagraph(
        paragraph -> {
          int floor = 0;
          for (ArchivedQuotation quotation : paragraph.quotations()) {
            assertTrue(quotation.span().start() >= floor, paragraph.quotations()::toString);
            floor = quotation.span().end();
          }
        });
  }

  @Test
  void contentIsItsSegments() {
    forEachQuotation(
        (paragraph, quotation) ->
            assertEquals(
                quotation.segments().stream()
                    .map(segment -> segment.in(paragraph.text()))
                    .collect(Collectors.joining(" … ")),
                quotation.content()));
  }

  @Test
  void contentHasWords() {
    forEachQuotation(
        (paragraph, quotation) ->
            assertTrue(
                quotation.content().codePoints().anyMatch(Character::isLetterOrDigit),
                () -> "“" + quotation.content() + "” in " + paragraph.text()));
  }

  @Test
  void segmentsDoNotCutCharacters() {
    forEachQuotation(
        (paragraph, quotation) -> {
          for (TextSpan segment : quotation.segments()) {
            assertWhole(paragraph.text(), segment);
          }
        });
  }

  @Test
  void excerptsAreTheWordsOfTheirPlace() {
    forEachArticle(
        (article, archived) -> {
          List<ParagraphDocument> paragraphs = archived.paragraphs();
          int first = paragraphs.isEmpty() ? 0 : paragraphs.getFirst().ordinal();
          for (ParagraphDocument paragraph : paragraphs) {
            for (ArchivedQuotation quotation : paragraph.quotations()) {
              for (Excerpt excerpt : excerpts(quotation)) {
                String text = paragraphs.get(excerpt.paragraph() - first).text();
                assertEquals(excerpt.span().in(text), excerpt.text());
                assertTrue(excerpt.paragraph() <= paragraph.ordinal());
              }
            }
          }
        });
  }

  @Test
  void sourceIsNoPartOfContent() {
    forEachQuotation(
        (paragraph, quotation) -> {
          Excerpt source = quotation.source();
          if (source != null && source.paragraph() == paragraph.ordinal()) {
            for (TextSpan segment : quotation.segments()) {
              assertTrue(!segment.overlaps(source.span()), quotation::toString);
            }
          }
        });
  }

  @Test
  void paragraphsAreStretchesOfTheBody() {
    forEachArticle(
        (article, archived) -> {
          for (ParagraphDocument paragraph : archived.paragraphs()) {
            String whole = paragraph.ordinal() == 0 ? article.title() : article.body();
            int offset = paragraph.ordinal() == 0 ? 0 : paragraph.offset();
            assertNotNull(whole);
            assertTrue(
                whole.strip().startsWith(paragraph.text())
                    || whole.startsWith(paragraph.text(), offset),
                paragraph::text);
          }
        });
  }

  @Test
  void mentionsLieInTheirParagraph() {
    forEachParagraph(
        paragraph -> {
          for (NamedMention mention : paragraph.mentions()) {
            assertTrue(mention.span().end() <= paragraph.text().length());
            assertTrue(!mention.span().isEmpty());
          }
        });
  }

  @Test
  void speakersOfQuotationsAreSpeakersOfTheirParagraph() {
    forEachQuotation(
        (paragraph, quotation) -> {
          var speaker = quotation.speaker();
          boolean said = quotation.polarity() != Polarity.UNSAID;
          if (said && speaker != null && speaker.id() != null) {
            assertTrue(paragraph.speakers().contains(speaker), quotation::toString);
          }
        });
  }

  @Test
  void documentsAreTheArticleItsParagraphsAndTheirQuotations() {
    forEachArticle(
        (article, archived) -> {
          List<ArchiveDocument> documents = archived.documents();
          Set<String> ids = new HashSet<>();
          List<ArchivedQuotation> quoted = new ArrayList<>();
          int paragraphs = 0;
          for (ArchiveDocument document : documents) {
            assertEquals(article.id(), document.article().id());
            switch (document) {
              case ArticleDocument whole -> assertEquals(article, whole.received());
              case ParagraphDocument paragraph -> {
                assertTrue(ids.add(paragraph.id()), paragraph::id);
                quoted.addAll(paragraph.quotations());
                paragraphs++;
              }
              case QuoteDocument quote -> {
                assertTrue(ids.add(quote.quotation().id()), quote.quotation()::id);
                assertTrue(quoted.contains(quote.quotation()));
              }
            }
          }
          ArticleDocument whole = archived.document();
          assertEquals(paragraphs, whole.paragraphs());
          assertEquals(quoted.size(), whole.quotations());
          assertEquals(1 + paragraphs + quoted.size(), documents.size());
        });
  }

  @Test
  void extractingAgainGivesTheSame() {
    ArticleExtraction other = new ArticleExtraction(ModelFile.shipped(), ShippedRegistry.REGISTRY);
    forEachArticle(
        (article, archived) -> assertEquals(archived, other.analyze(article), article::body));
  }

  @Test
  void articlesDoNotInfluenceEachOther() {
    Article article = article(1, false);
    ArchivedArticle alone = EXTRACTION.analyze(article);
    EXTRACTION.analyze(article(2, true));
    assertEquals(alone, EXTRACTION.analyze(article));
  }

  @Test
  void everyPrefixOfAnArticleIsExtracted() {
    String body = article(3, false).body();
    for (int end = 0; end <= Math.min(body.length(), 600); end++) {
      EXTRACTION.analyze(Article.of("a", LocalDate.of(2024, 11, 7), body.substring(0, end)));
    }
  }

  @Test
  void everyCharacterAloneIsExtracted() {
    for (int c = 0; c < 0x10000; c += 13) {
      String text = String.valueOf((char) c);
      EXTRACTION.analyze(Article.of("a", null, text + " said " + text + "A" + text));
    }
  }

  private static void assertWhole(String text, TextSpan span) {
    for (int at : new int[] {span.start(), span.end()}) {
      boolean cut =
          at > 0
              && at < text.length()
              && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
      assertTrue(!cut, () -> span + " cuts a character of " + text);
    }
  }

  private static List<Excerpt> excerpts(ArchivedQuotation quotation) {
    List<Excerpt> excerpts = new ArrayList<>();
    if (quotation.cue() != null) {
      excerpts.add(quotation.cue());
    }
    if (quotation.source() != null) {
      excerpts.add(quotation.source());
    }
    return excerpts;
  }

  private static void forEachQuotation(BiConsumer<ParagraphDocument, ArchivedQuotation> property) {
    forEachParagraph(
        paragraph -> paragraph.quotations().forEach(q -> property.accept(paragraph, q)));
  }

  private static void forEachParagraph(Consumer<ParagraphDocument> property) {
    forEachArticle((article, archived) -> archived.paragraphs().forEach(property));
  }

  private static void forEachArticle(BiConsumer<Article, ArchivedArticle> property) {
    EXTRACTED.forEach(extracted -> property.accept(extracted.article(), extracted.archived()));
  }

  private static List<Extracted> extracted() {
    List<Extracted> extracted = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (boolean spoilt : List.of(false, true)) {
        Article article = article(seed, spoilt);
        extracted.add(new Extracted(article, EXTRACTION.analyze(article)));
      }
    }
    return extracted;
  }

  private static Article article(long seed, boolean spoilt) {
    NewsGenerator generator = new NewsGenerator(seed);
    String title = generator.title();
    String body = generator.body();
    LocalDate date = seed % 5 == 0 ? null : LocalDate.of(2024, 11, 7);
    return Article.of(
            (spoilt ? "spoilt-" : "seed-") + seed, date, spoilt ? generator.spoilt(body) : body)
        .withTitle(spoilt ? generator.spoilt(title) : title);
  }
}
