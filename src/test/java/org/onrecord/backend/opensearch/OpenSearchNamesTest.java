package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.people.NameDecision;
import org.onrecord.people.PeopleFile;
import org.onrecord.people.PeopleLog;
import org.onrecord.search.NamesContract;

/** An archive on a cluster keeps the contract. */
@Execution(ExecutionMode.CONCURRENT)
class OpenSearchNamesTest extends NamesContract {
  private Path at = Path.of("");
  private @Nullable ClusterPeople log;

  @Override
  protected Engine open(Path empty) throws IOException {
    at = empty;
    Epochs epochs = TestClusters.epochs();
    log = new ClusterPeople(new PeopleFile(empty), epochs, TestClusters.TERMS);
    return TestClusters.engine(epochs, log);
  }

  @Override
  protected ClusterPeople log() {
    return Objects.requireNonNull(log);
  }

  @Override
  protected int seeds() {
    return 1;
  }

  /** Each is checked by dozens of searches. */
  @Override
  protected int decisions() {
    return 1;
  }

  /** Whoever wrote the decision was killed before anything was found by it. */
  @Test
  void whatWasDecidedAndNotDoneIsDoneByTheNext() throws Exception {
    SpeakerRef alder = new SpeakerRef("R Alder", "r-alder", SpeakerType.PERSON);
    SpeakerRef ruth = new SpeakerRef("Ruth Alder", "ruth-alder", SpeakerType.PERSON);
    PeopleLog file = new PeopleFile(at);
    file.decide(new NameDecision.Merge(alder, ruth), "R. Elm", null, InstantSource.system());
    assertEquals(2, quotationsOf("Ruth Alder"));
    log().apply();
    assertEquals(3, quotationsOf("Ruth Alder"));
    log().apply();
    assertEquals(3, quotationsOf("Ruth Alder"));
  }
}
