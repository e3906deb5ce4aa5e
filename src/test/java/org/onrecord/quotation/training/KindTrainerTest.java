package org.onrecord.quotation.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.onrecord.article.QuotationKind;
import org.onrecord.quotation.KindRanker;

class KindTrainerTest {
  private static final long COMMON = 1;

  @Test
  void likeliestKindIsTold() {
    KindTrainer trainer = new KindTrainer();
    add(trainer, 60, QuotationKind.INDIRECT, COMMON, 2);
    add(trainer, 40, QuotationKind.DIRECT, COMMON, 3);
    add(trainer, 40, QuotationKind.MIXED, COMMON, 4);
    add(trainer, 7, QuotationKind.MIXED, COMMON, 5);
    KindRanker ranker = trainer.train();
    assertEquals(QuotationKind.INDIRECT, ranker.kind(new long[] {COMMON, 2}));
    assertEquals(QuotationKind.DIRECT, ranker.kind(new long[] {COMMON, 3}));
    assertEquals(QuotationKind.MIXED, ranker.kind(new long[] {COMMON, 4}));
    assertEquals(
        QuotationKind.INDIRECT, ranker.kind(new long[] {COMMON, 5}), "too rare to be learnt");
  }

  @Test
  void repeatedWordCountsOnce() {
    KindTrainer trainer = new KindTrainer();
    add(trainer, 60, QuotationKind.INDIRECT, 2);
    add(trainer, 60, QuotationKind.DIRECT, 3);
    KindRanker ranker = trainer.train();
    long[] torn = {2, 2, 3, 3, 3, 3, 3};
    long[] once = {2, 3};
    assertEquals(ranker.kind(once), ranker.kind(torn));
  }

  private static void add(KindTrainer trainer, int times, QuotationKind kind, long... features) {
    for (int i = 0; i < times; i++) {
      trainer.add(features, kind);
    }
  }
}
