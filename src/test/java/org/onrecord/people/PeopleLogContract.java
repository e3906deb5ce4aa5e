package org.onrecord.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.correction.DecisionLogs;

/** What holds of a log of decisions about names, wherever the logs of an archive lie. */
public abstract class PeopleLogContract {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-09T08:30:00Z"));

  /** The logs as one program has them; those of each call are of the same archive. */
  protected abstract DecisionLogs logs() throws IOException;

  private PeopleLog log() throws IOException {
    return new PeopleFile(logs());
  }

  private static SpeakerRef person(String id) {
    return new SpeakerRef("Person " + id, id, SpeakerType.PERSON);
  }

  private static Decided decide(PeopleLog log, NameDecision decision)
      throws IOException, RefusedDecisionException {
    return log.decide(decision, "R. Elm", "heard it", CLOCK);
  }

  @Test
  void whatAnotherDecidedIsSeenAndUndone() throws Exception {
    PeopleLog one = log();
    PeopleLog other = log();
    assertEquals(Optional.empty(), other.history().decision(1));
    NameDecision.Merge merge = new NameDecision.Merge(person("ada-bell"), person("a-bell"));
    Decided made = decide(one, merge);
    assertEquals(1, made.number());
    assertEquals(List.of(made), other.history().decisions());
    assertEquals(2, decide(other, new NameDecision.Undo(1)).number());
    assertEquals(0, one.history().holding().size());
  }

  @Test
  void theSecondOfTwoIsCheckedAgainstWhatTheFirstDecided() throws Exception {
    PeopleLog one = log();
    PeopleLog other = log();
    assertEquals(0, other.history().decisions().size());
    decide(one, new NameDecision.Strike(person("ada-bell")));
    decide(one, new NameDecision.Undo(1));
    assertThrows(
        RefusedDecisionException.class, () -> decide(other, new NameDecision.Undo(1)), "undone");
    assertEquals(2, one.history().decisions().size());
  }

  @Test
  void noTwoDecisionsHaveOneNumber() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService editors = Executors.newFixedThreadPool(3)) {
      for (String editor : List.of("a", "b", "c")) {
        PeopleLog log = log();
        all.add(
            editors.submit(
                () -> {
                  for (int i = 0; i < 10; i++) {
                    decide(log, new NameDecision.Strike(person(editor + i)));
                  }
                  return null;
                }));
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
    assertEquals(
        IntStream.rangeClosed(1, 30).boxed().toList(),
        log().history().decisions().stream().map(Decided::number).toList());
  }
}
