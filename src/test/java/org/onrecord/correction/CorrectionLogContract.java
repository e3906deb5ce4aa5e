package org.onrecord.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerType;

/** What holds of a log of corrections, wherever the logs of an archive lie. */
public abstract class CorrectionLogContract {
  private static final int EACH = 20;

  /** The logs as one program has them; those of each call are of the same archive. */
  protected abstract DecisionLogs logs() throws IOException;

  private CorrectionLog log() throws IOException {
    return new CorrectionFile(logs());
  }

  @Test
  void everyDecisionComesBackWhole() throws IOException {
    List<Correction> made = new ArrayList<>();
    CorrectionLog log = log();
    for (QuotationDecision decision :
        List.of(
            new QuotationDecision.SpeakerIs("Zoë 🌊 \"Q\"", SpeakerType.ORGANISATION),
            new QuotationDecision.PartyIs("Harbour\nParty"),
            new QuotationDecision.PartyIsNone(),
            new QuotationDecision.NotAQuotation(),
            new QuotationDecision.Withdrawn())) {
      Correction correction = correction("a/" + made.size() % 2, decision);
      made.add(correction);
      log.append(correction);
    }
    assertEquals(new CorrectionHistory(made, List.of()), log.history());
    assertEquals(log.history(), log().history());
    assertEquals(List.of(made.get(1), made.get(3)), log.of(new ArticleId("a/1")));
  }

  @Test
  void logToWhichNothingWasAddedIsEmpty() throws IOException {
    assertEquals(CorrectionHistory.EMPTY, log().history());
  }

  @Test
  void whatAnotherAddsIsSeenAtOnce() throws IOException {
    CorrectionLog reader = log();
    assertEquals(List.of(), reader.of(new ArticleId("a")));
    log().append(correction("a", struck()));
    assertEquals(1, reader.of(new ArticleId("a")).size());
    log().append(correction("a", new QuotationDecision.Withdrawn()));
    CorrectionHistory history = reader.history();
    assertEquals(2, history.corrections().size());
    assertSame(history, reader.history(), "what has not changed is not read again");
  }

  @Test
  void whatSeveralAddAtOnceIsAllThere() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
      for (String article : List.of("a", "b", "c")) {
        CorrectionLog log = log();
        all.add(
            writers.submit(
                () -> {
                  for (int i = 0; i < EACH; i++) {
                    log.append(correction(article, struck()));
                  }
                  return null;
                }));
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
    assertEquals(3 * EACH, log().history().corrections().size());
    assertEquals(EACH, log().of(new ArticleId("b")).size());
  }

  @Test
  void whatIsNoCorrectionIsToldByItsLineAndTheRestIsRead() throws IOException {
    CorrectionLog log = log();
    log.append(correction("a", struck()));
    DecisionLog<String> raw = logs().log(CorrectionFile.FILE, line -> line);
    raw.append(_ -> List.of("{}", CorrectionLine.write(correction("b", struck()))));
    assertEquals(2, log.history().corrections().size());
    assertEquals(
        List.of(new CorrectionHistory.BrokenLine(2, "\"article\" is missing")),
        log.history().broken());
  }

  static QuotationDecision struck() {
    return new QuotationDecision.NotAQuotation();
  }

  static Correction correction(String article, QuotationDecision decision) {
    ArticleId id = new ArticleId(article);
    return new Correction(
        id,
        id.paragraph(2) + "~q1",
        QuotationAnchorTest.at(2, "“Not now,” he said.", "Not now"),
        decision,
        "R. Elm",
        Instant.parse("2026-11-23T07:00:00Z"),
        decision instanceof QuotationDecision.NotAQuotation ? null : "he told me");
  }
}
