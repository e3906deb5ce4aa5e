package org.onrecord.backend.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.people.NameDecision;
import org.onrecord.people.NameSource;
import org.onrecord.people.PeopleFile;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.RandomArchives;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.StandingContract;

/** Lucene keeps the contract, under what is decided about names too. */
final class LuceneStandingSearchesTest extends StandingContract {
  private Path at = Path.of("");

  @Override
  protected Engine open(Path empty) throws IOException {
    LuceneArchive archive = LuceneArchive.open(empty);
    at = empty;
    return new Engine(archive, archive.backend());
  }

  @Override
  protected NameSource names(Path folder) {
    return new PeopleFile(folder);
  }

  @Test
  void decisionsAboutNamesHoldForArrivals() throws Exception {
    PeopleFile log = new PeopleFile(at);
    log.decide(
        new NameDecision.Merge(person("Ben Oru", "ben-oru"), person("Ada Bell", "ada-bell")),
        "R. Elm",
        null,
        InstantSource.system());
    log.decide(
        new NameDecision.Rename(person("Cleo Marsh", "cleo-marsh"), "Clea Quill"),
        "R. Elm",
        null,
        InstantSource.system());
    for (long seed = 11; seed <= 13; seed++) {
      compare(new RandomArchives(seed), seed);
    }
    List<SampleArticle> arrived =
        List.of(article("r").paragraph("Marsh: it stays.").said("it stays", "Cleo Marsh", "GRN"));
    arrive(arrived);
    List<AskedSearch> renamed = List.of(asked(SearchRequest.of("quill").forQuotations()));
    assertEquals(1, matched(renamed, arrived).size());
  }

  private static SpeakerRef person(String name, String id) {
    return new SpeakerRef(name, id, SpeakerType.PERSON);
  }
}
