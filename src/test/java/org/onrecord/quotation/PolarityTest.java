package org.onrecord.quotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.ParagraphView.CueRates;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.PosTagger;
import org.onrecord.segment.Segmenter;

class PolarityTest {
  private static final double FLOOR = 0.95;

  @Test
  void whatAReportDoesWithItsContentIsReadFromItsClause() throws IOException {
    assertEquals(List.of(), wrong(cases("polarity.tsv")));
  }

  @Test
  void casesThatWereWrittenApartAreReadAsWell() throws IOException {
    List<Case> cases = cases("polarity-apart.tsv");
    List<String> wrong = wrong(cases);
    assertTrue(wrong.size() <= (1 - FLOOR) * cases.size(), String.join("\n", wrong));
  }

  /** A text without its brackets, and what they stood around. */
  private record Case(
      Polarity polarity,
      String text,
      TextSpan content,
      @Nullable TextSpan cue,
      @Nullable TextSpan source) {}

  private static List<Case> cases(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PolarityTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PolarityTest::parsed)
          .toList();
    }
  }

  private static Case parsed(String line) {
    String[] parts = line.split("\t", 2);
    String marked = parts[1];
    return new Case(
        Polarity.of(parts[0]).orElseThrow(),
        marked.replaceAll("[\\[\\]{}<>]", ""),
        Objects.requireNonNull(within(marked, '[', ']')),
        within(marked, '{', '}'),
        within(marked, '<', '>'));
  }

  /** Where brackets stand, in the text without any; of two pairs from the first to the last. */
  private static @Nullable TextSpan within(String marked, char open, char close) {
    int start = -1;
    int end = -1;
    int at = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == open && start < 0) {
        start = at;
      } else if (c == close) {
        end = at;
      }
      at += "[]{}<>".indexOf(c) < 0 ? 1 : 0;
    }
    return start < 0 ? null : new TextSpan(start, end);
  }

  private static List<String> wrong(List<Case> cases) {
    PosTagger tagger = new PosTagger();
    List<String> wrong = new ArrayList<>();
    for (Case one : cases) {
      Polarity read = read(one, tagger);
      if (read != one.polarity()) {
        wrong.add(one.polarity() + " read as " + read + ": " + one.text());
      }
    }
    return wrong;
  }

  private static Polarity read(Case one, PosTagger tagger) {
    Article article = Article.of("a", null, one.text());
    ParagraphView view =
        new ParagraphView(
            new Segmenter().segment(article).paragraphs().getFirst(), tagger, CueRates.NONE);
    boolean marked = one.content().in(one.text()).startsWith("“");
    return new PolarityReader(
            view,
            PolarityReader.tokens(view, one.content()),
            marked ? QuotationKind.DIRECT : QuotationKind.INDIRECT,
            range(view, one.cue()),
            range(view, one.source()))
        .polarity();
  }

  private static @Nullable Range range(ParagraphView view, @Nullable TextSpan span) {
    return Optional.ofNullable(span).map(s -> PolarityReader.tokens(view, s)).orElse(null);
  }
}
