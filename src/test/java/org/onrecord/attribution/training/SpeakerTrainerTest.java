package org.onrecord.attribution.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Excerpt;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.Attributor;
import org.onrecord.attribution.HarbourRegistry;
import org.onrecord.attribution.Said;
import org.onrecord.attribution.cast.PartyDecision;
import org.onrecord.attribution.source.AntecedentCandidate;
import org.onrecord.attribution.source.AntecedentRanker;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.attribution.source.Clue;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.SegmentedArticle;

/** What is learnt about speakers. */
class SpeakerTrainerTest {
  private static final String TEXT = "Tom Birch met Robert Hale. “The quay is ours,” he said.";

  @Test
  void whoIsMeantIsLearnt() {
    double first = weight("Tom Birch", "LAST_SUBJECT");
    double second = weight("Robert Hale", "LAST_SUBJECT");
    assertTrue(first > 0 && second < 0, first + " and " + second);
  }

  @Test
  void likelihoodsAddUpToOne() {
    double[] weights = new double[Clue.values().length];
    weights[Clue.NOBODY.ordinal()] = 1;
    double[] clues = new double[weights.length];
    clues[Clue.NOBODY.ordinal()] = 1;
    double[] likely =
        AntecedentRanker.probabilities(
            weights,
            List.of(
                new AntecedentCandidate(null, clues),
                new AntecedentCandidate(null, new double[weights.length])));
    assertEquals(1, likely[0] + likely[1], 1e-9);
    assertEquals(Math.E, likely[0] / likely[1], 1e-9);
  }

  @Test
  void ruleThatIsOftenWrongIsLessSure() {
    SpeakerTrainer trainer = new SpeakerTrainer(Objects::equals);
    for (int i = 0; i < 50; i++) {
      trainer.addFound(found("surname"), i % 10 > 0);
      trainer.addFound(found("name alone"), i % 10 > 6);
    }
    List<String> lines = trainer.lines();
    assertTrue(
        confidence(lines, "rule surname") > confidence(lines, "rule name alone"), lines.toString());
  }

  private static double confidence(List<String> lines, String name) {
    return value(lines, "confidence\t" + name + "\t");
  }

  private static double value(List<String> lines, String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
        .findFirst()
        .orElseThrow();
  }

  private static AttributedQuotation found(String rule) {
    return new AttributedQuotation(
        quotation(),
        new Attribution.ToPerson("Tom Birch", "tom-birch", false, rule, 0.8),
        PartyDecision.UNKNOWN);
  }

  private static Quotation quotation() {
    int he = TEXT.indexOf("he said");
    int content = TEXT.indexOf("The quay");
    return new Quotation(
        1,
        List.of(new TextSpan(content, content + 16)),
        QuotationKind.DIRECT,
        true,
        null,
        new Excerpt("he", 1, new TextSpan(he, he + 2)),
        1,
        "annotated");
  }

  private static double weight(String speaker, String clue) {
    SpeakerTrainer trainer = new SpeakerTrainer(Objects::equals);
    SegmentedArticle article = Said.segmented(TEXT);
    Quotation quotation = quotation();
    trainer.addSources(
        new Attributor(HarbourRegistry.of()),
        article,
        List.of(quotation),
        Map.of(quotation, speaker));
    trainer.fitRanker();
    return value(trainer.lines(), "pronoun\t" + clue + "\t");
  }
}
