package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.people.NameDecision;
import org.onrecord.people.PeopleFile;
import org.onrecord.people.PeopleLog;
import org.onrecord.search.NamesContract;

/** Lucene keeps the contract, for readers in other processes too. */
final class LuceneNamesTest extends NamesContract {
  private Path at = Path.of("");

  @Override
  protected Engine open(Path empty) throws IOException {
    at = empty;
    LuceneArchive archive = LuceneArchive.open(empty);
    return new Engine(archive, archive.backend());
  }

  @Override
  protected PeopleLog log() {
    return new PeopleFile(at);
  }

  private static String speaker(LuceneArchiveReader reader) throws IOException {
    return String.valueOf(reader.backend().quote("b~p1~q1").orElseThrow().quotation().speaker());
  }

  @Test
  void readerFollowsWhatAnotherProcessDecides() throws Exception {
    SpeakerRef alder = new SpeakerRef("R Alder", "r-alder", SpeakerType.PERSON);
    SpeakerRef ruth = new SpeakerRef("Ruth Alder", "ruth-alder", SpeakerType.PERSON);
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(at)) {
      assertEquals(alder.toString(), speaker(reader));
      log().decide(new NameDecision.Merge(alder, ruth), "R. Elm", null, InstantSource.system());
      assertEquals(ruth.toString(), speaker(reader));
    }
  }
}
