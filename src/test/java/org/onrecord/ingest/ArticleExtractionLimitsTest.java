package org.onrecord.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.Article;
import org.onrecord.quotation.ModelFile;
import org.onrecord.registry.ShippedRegistry;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.QuoteDocument;

/**
 * Texts that no newspaper prints: they take time in proportion to their length, so that one of them
 * cannot hold up a feed. Where the time grew with the square, these would take hours.
 */
@Execution(ExecutionMode.CONCURRENT)
class ArticleExtractionLimitsTest {
  private static final int LONG = 100_000;
  private static final ArticleExtraction EXTRACTION =
      new ArticleExtraction(ModelFile.shipped(), ShippedRegistry.REGISTRY);
  private static final String NEWS =
      "“We will vote on the bridge,” Marta Quill said in Oslo, “and I expect it to pass.” She told"
          + " reporters that the council had agreed. According to Tom Hale, a spokesman, the former"
          + " prime minister denied knowing of it. ";

  @Test
  void twoMegabytesInOneParagraph() {
    ArchivedArticle article = extracted(repeat(NEWS, 2_000_000));
    assertTrue(article.quotations().size() > 5_000);
  }

  @Test
  void manyParagraphs() {
    ArchivedArticle article = extracted(repeat(NEWS + "\n\n", LONG));
    assertTrue(article.quotations().size() > 250);
  }

  @Test
  void longParagraphThatHasLostItsMarks() {
    extracted(repeat(NEWS.replaceAll("[“”]", ""), LONG));
  }

  @Test
  void headlineAsLongAsABook() {
    String title = repeat(NEWS, LONG);
    Article article = Article.of("a", null, "It opens.").withTitle(title);
    assertTimeoutPreemptively(limit(title), () -> EXTRACTION.analyze(article));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“",
        "\"",
        " \"a",
        "“a” ",
        "'",
        " 'a",
        "‘a ",
        " ‘a b cs’ d",
        "``",
        "«»",
        "(\"",
        "”“"
      })
  void quotationMarks(String marks) {
    extracted(repeat(marks, LONG / 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zorin ",
        "Zorin Lamb ",
        "Zorin Lamb said so. ",
        "Khan said ",
        "MR. ZORIN LAMB SAID THE PLAN WAS DEAD. ",
        "Quill’s ",
        "Ministry of the ",
        "Ana de ",
        "French ",
        "Zorin Lamb (",
        "PTI leader ",
        "Mr ",
        "President "
      })
  void capitalisedWords(String words) {
    extracted(repeat(words, LONG));
  }

  @Test
  void everyNameIsNew() {
    extracted(numbered(n -> "Anna Q" + letters(n) + " said: “I agree.”\n\n"));
  }

  @Test
  void everyNameHasTheSameSurname() {
    extracted(numbered(n -> "Anna" + letters(n) + "x Quill said so, Quill told Mr Quill. "));
  }

  @Test
  void everyMinisterIsAnother() {
    extracted(
        numbered(
            n ->
                "Trade minister Anna Q"
                    + letters(n)
                    + " agreed, the "
                    + letters(n)
                    + " minister said. "));
  }

  @Test
  void manyPeopleAndAPronounForEach() {
    extracted(numbered(n -> "Anna Q" + letters(n) + " left, he said. "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he said that it was so, ",
        "he said that it was so and she said that ",
        "said ",
        "according to ",
        "the prime minister said the minister said ",
        "I ",
        "it is worth noting that ",
        ": "
      })
  void cuesWithoutEnd(String words) {
    extracted(repeat(words, LONG));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a.",
        "a-",
        "a'",
        "1,",
        "U.S.",
        ",",
        ". ",
        "-",
        "…",
        "\u0301",
        "a\u0301",
        "🌉",
        "\uD83C",
        "\u0000\u0001",
        "\u200B",
        "(((",
        "<p>"
      })
  void runsOfOneThing(String thing) {
    extracted(repeat(thing, LONG / 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n \t", "\u2029", " ", "\u00A0", "\na", "a.\n\n"})
  void blanks(String blank) {
    extracted(repeat(blank, LONG) + "a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "وزیر اعظم نے کہا کہ “پل مئی میں کھلے گا”۔ ",
        "„Wir stimmen morgen ab“, sagte Frau Müller vom Hafenamt in Köln. ",
        "प्रधानमंत्री ने कहा, “पुल मई में खुलेगा।” ",
        "市长说：“大桥五月开放。”"
      })
  void otherLanguages(String text) {
    extracted(repeat(text, LONG));
  }

  @Test
  void emptyBodyHasNoQuotations() {
    assertEquals(0, extracted("").quotations().size());
    assertEquals(List.of(), extracted(" \n ").paragraphs());
  }

  @Test
  void quotationsAreFoundToTheEndOfALongParagraph() {
    ArchivedArticle article =
        extracted(repeat("The ferry ran as ever. ", 100_000) + "“It is shut,” Ada Holt said.");
    assertEquals(1, article.quotations().size());
    QuoteDocument quote = article.quotations().getLast();
    assertEquals("It is shut", quote.quotation().content());
  }

  private static ArchivedArticle extracted(String body) {
    Article article = Article.of("a", LocalDate.of(2024, 11, 7), body);
    return assertTimeoutPreemptively(limit(body), () -> EXTRACTION.analyze(article));
  }

  /** Far more than a text of this length takes on a machine that is busy. */
  private static Duration limit(String text) {
    return Duration.ofSeconds(60 + text.length() / 50_000);
  }

  private static String repeat(String text, int length) {
    return text.repeat(length / text.length() + 1);
  }

  private static String numbered(IntFunction<String> piece) {
    return IntStream.range(0, 4_000).mapToObj(piece).collect(Collectors.joining());
  }

  /** A word for a number: a, b, … ba, bb. */
  private static String letters(int number) {
    String last = String.valueOf((char) ('a' + number % 26));
    return number < 26 ? last : letters(number / 26) + last;
  }
}
