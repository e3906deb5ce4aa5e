package org.onrecord.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.people.RefusedDecisionException.Reason;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.schema.ArticleHeader;

/** What an editor may decide about names, and what comes of it. */
final class PeopleDeskTest {
  private static final PeopleDesk.Editor ELM = new PeopleDesk.Editor("R. Elm", "heard it");
  private static final Instant NOW = Instant.parse("2024-11-09T08:30:00Z");

  @TempDir private Path folder;
  private PeopleLog log;
  private PeopleDesk desk;
  private final List<ArchivedPerson> archived = new ArrayList<>();
  private Registry registry = Registry.empty();

  @BeforeEach
  void open() {
    log = new PeopleFile(folder);
    desk =
        new PeopleDesk(
            log,
            new PeopleDesk.Archived() {
              @Override
              public List<ArchivedPerson> people() {
                return archived;
              }

              @Override
              public long articlesWithBoth(String id, String other) {
                return Set.of(id, other).contains("zulfi") || id.startsWith("s") ? 2 : 0;
              }
            },
            () -> registry,
            InstantSource.fixed(NOW));
    add("Ruth Alder", SpeakerType.PERSON);
    add("R Alder", SpeakerType.PERSON);
    add("Tom Hale", SpeakerType.PERSON);
    add("Harbour Board", SpeakerType.ORGANISATION);
  }

  private void add(String name, SpeakerType type) {
    add(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, type);
  }

  private void add(String id, String name, SpeakerType type) {
    archived.add(
        new ArchivedPerson(new SpeakerRef(name, id, type), List.of(name), 3, archived.size()));
  }

  private static ArticleHeader article(String id, String outlet, String day) {
    return new ArticleHeader(
        new ArticleId(id), "v", null, LocalDate.parse(day), outlet, null, null);
  }

  private String who(String id) throws IOException {
    SpeakerRef raw = new SpeakerRef("?", id, SpeakerType.PERSON);
    return log.names()
        .of(raw, article("a", "Herald", "2024-11-07"))
        .map(who -> who.name() + "/" + who.id())
        .orElse("nobody");
  }

  private interface Deciding {
    void decide() throws IOException, RefusedDecisionException;
  }

  private void refused(Reason reason, String why, Deciding deciding) throws IOException {
    int before = log.history().decisions().size();
    RefusedDecisionException refused =
        assertThrows(RefusedDecisionException.class, deciding::decide);
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
    assertEquals(reason, refused.reason());
    assertEquals(before, log.history().decisions().size());
  }

  @Test
  void chainLeadsToItsEndAndUndoingItsMiddlePartsIt() throws Exception {
    assertEquals(1, desk.merge("r-alder", "ruth-alder", ELM).number());
    assertEquals(2, desk.merge("Ruth Alder", "tom-hale", ELM).number());
    assertEquals("Tom Hale/tom-hale", who("r-alder"));
    desk.undo(2, ELM);
    assertEquals("Ruth Alder/ruth-alder", who("r-alder"));
    desk.undo(1, ELM);
    assertEquals("?/r-alder", who("r-alder"));
    assertEquals("?/ruth-alder", who("ruth-alder"));
  }

  @Test
  void circleIsRefused() throws Exception {
    desk.merge("r-alder", "ruth-alder", ELM);
    desk.merge("ruth-alder", "tom-hale", ELM);
    refused(Reason.CONFLICT, "decision 2", () -> desk.merge("tom-hale", "r-alder", ELM));
    refused(Reason.CONFLICT, "decision 2", () -> desk.merge("tom-hale", "ruth-alder", ELM));
    refused(Reason.CONFLICT, "the same id", () -> desk.merge("tom-hale", "Tom Hale", ELM));
  }

  @Test
  void circleThroughAPartIsRefused() throws Exception {
    ArticleCondition herald = new ArticleCondition(List.of(), "herald", null, null);
    desk.part("ruth-alder", "tom-hale", herald, ELM);
    assertEquals("Tom Hale/tom-hale", who("ruth-alder"));
    refused(Reason.CONFLICT, "decision 1", () -> desk.merge("tom-hale", "ruth-alder", ELM));
    desk.merge("r-alder", "ruth-alder", ELM);
    assertEquals("Tom Hale/tom-hale", who("r-alder"), "what counts as it is parted with it");
  }

  @Test
  void latestPartOfSeveralHolds() throws Exception {
    ArticleCondition herald = new ArticleCondition(List.of(), "Herald", null, null);
    ArticleCondition that =
        new ArticleCondition(List.of(new ArticleId("a")), null, null, LocalDate.of(2024, 12, 31));
    desk.part("ruth-alder", "Ruth Alder (Elmsea)", herald, ELM);
    assertEquals("Ruth Alder (Elmsea)/ruth-alder-elmsea", who("ruth-alder"));
    desk.part("ruth-alder", "Tom Hale", that, ELM);
    assertEquals("Tom Hale/tom-hale", who("ruth-alder"));
    desk.undo(2, ELM);
    assertEquals("Ruth Alder (Elmsea)/ruth-alder-elmsea", who("ruth-alder"));
    desk.rename("ruth-alder-elmsea", "Dr Alder", ELM);
    assertEquals("Dr Alder/ruth-alder-elmsea", who("ruth-alder"));
  }

  @Test
  void personIsNoOrganisation() throws Exception {
    refused(
        Reason.CONFLICT,
        "Tom Hale is a person and Harbour Board is an organisation",
        () -> desk.merge("tom-hale", "harbour-board", ELM));
  }

  @Test
  void whatIsStruckOrMergedIsNotDecidedAbout() throws Exception {
    desk.strike("tom-hale", ELM);
    assertEquals("nobody", who("tom-hale"));
    refused(Reason.CONFLICT, "decision 1: undo", () -> desk.merge("tom-hale", "ruth-alder", ELM));
    refused(Reason.CONFLICT, "decision 1: undo", () -> desk.merge("ruth-alder", "tom-hale", ELM));
    refused(Reason.CONFLICT, "decision 1: undo", () -> desk.strike("tom-hale", ELM));
    refused(Reason.CONFLICT, "decision 1: undo", () -> desk.rename("tom-hale", "Tom", ELM));
    desk.merge("r-alder", "ruth-alder", ELM);
    refused(Reason.CONFLICT, "counts as Ruth Alder", () -> desk.strike("r-alder", ELM));
    refused(Reason.CONFLICT, "counts as Ruth Alder", () -> desk.rename("r-alder", "X", ELM));
    desk.strike("ruth-alder", ELM);
    assertEquals("nobody", who("r-alder"), "what counts as it is struck with it");
    desk.undo(3, ELM);
    assertEquals("Ruth Alder/ruth-alder", who("r-alder"));
  }

  @Test
  void nameHasToBeOne() throws Exception {
    for (String bad : List.of("", " ", "<b>Ruth</b>", "a\u0000b", "12", "x".repeat(201))) {
      refused(Reason.INVALID, "a name", () -> desk.rename("r-alder", bad, ELM));
    }
    refused(
        Reason.CONFLICT,
        "merge r-alder into ruth-alder",
        () -> desk.rename("r-alder", "ruth alder", ELM));
    refused(Reason.CONFLICT, "already", () -> desk.rename("r-alder", "R Alder", ELM));
  }

  @Test
  void undoneRenameGivesTheOneBefore() throws Exception {
    desk.rename("ruth-alder", "Dame Ruth", ELM);
    desk.merge("r-alder", "Dame Ruth", ELM);
    desk.rename("ruth-alder", "Lady Ruth", ELM);
    assertEquals("Lady Ruth/ruth-alder", who("r-alder"));
    desk.undo(3, ELM);
    assertEquals("Dame Ruth/ruth-alder", who("r-alder"));
    desk.undo(1, ELM);
    assertEquals("Ruth Alder/ruth-alder", who("r-alder"));
  }

  @Test
  void unknownOneSuggestsTheNear() throws Exception {
    refused(Reason.UNKNOWN, "Ruth Alder (ruth-alder)", () -> desk.strike("ruth-aldr", ELM));
    refused(Reason.UNKNOWN, "Ruth Alder (ruth-alder)", () -> desk.strike("Alder", ELM));
    refused(Reason.UNKNOWN, "people list", () -> desk.strike("zzzz", ELM));
    add("tom-hale-2", "Tom Hale", SpeakerType.PERSON);
    refused(Reason.CONFLICT, "tom-hale or tom-hale-2", () -> desk.strike("Tom Hale", ELM));
  }

  @Test
  void undoIsOfWhatHolds() throws Exception {
    refused(Reason.UNKNOWN, "no decision 1", () -> desk.undo(1, ELM));
    desk.strike("tom-hale", ELM);
    desk.undo(1, ELM);
    refused(Reason.CONFLICT, "undone already", () -> desk.undo(1, ELM));
    refused(Reason.CONFLICT, "itself", () -> desk.undo(2, ELM));
    assertEquals("?/tom-hale", who("tom-hale"));
  }

  @Test
  void everyDecisionIsReadAgainAsItWas() throws Exception {
    desk.merge("r-alder", "ruth-alder", ELM);
    desk.rename("ruth-alder", "Dame Ruth", new PeopleDesk.Editor("Ann", null));
    desk.part(
        "tom-hale",
        "Tom Hale (referee)",
        new ArticleCondition(
            List.of(new ArticleId("b"), new ArticleId("a")),
            "Sport",
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 2, 1)),
        ELM);
    desk.strike("harbour-board", ELM);
    desk.undo(4, ELM);
    List<Decided> written = log.history().decisions();
    assertEquals(5, written.size());
    assertEquals(NOW, written.getFirst().at());
    assertEquals("heard it", written.getFirst().note());
    assertEquals(written, new PeopleFile(folder).history().decisions());
    assertEquals(
        "Tom Hale (tom-hale) is Tom Hale (referee) (tom-hale-referee) in a, b in Sport from"
            + " 2024-01-01 to 2024-02-01",
        written.get(2).decision().sentence());
  }

  @Test
  void brokenLinesAndContradictionsAreToldAndTheRestHolds() throws Exception {
    desk.merge("r-alder", "ruth-alder", ELM);
    String line = Files.readString(Path.of(log.place()));
    String back =
        line.replace("\"number\":1", "\"number\":2")
            .replace("\"who\":{\"id\":\"r-alder\"", "\"who\":{\"id\":\"x\"")
            .replace("\"other\":{\"id\":\"ruth-alder\"", "\"other\":{\"id\":\"r-alder\"")
            .replace("{\"id\":\"x\"", "{\"id\":\"ruth-alder\"");
    Files.writeString(Path.of(log.place()), back + "{\"number\":", StandardOpenOption.APPEND);
    assertEquals(2, log.history().broken().size());
    assertEquals("Ruth Alder/ruth-alder", who("r-alder"));
    desk.strike("tom-hale", ELM);
    assertEquals("nobody", who("tom-hale"));
    assertEquals(3, log.history().decisions().getLast().number());
  }

  @Test
  void ofTwoEditorsAtOnceOneIsRefusedAndNothingIsLost() throws Exception {
    try (ExecutorService editors = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        boolean one = i % 2 == 0;
        tries.add(
            editors.submit(
                () -> {
                  try {
                    desk.merge(one ? "r-alder" : "ruth-alder", one ? "ruth-alder" : "r-alder", ELM);
                    return true;
                  } catch (RefusedDecisionException _) {
                    return false;
                  }
                }));
      }
      int done = 0;
      for (Future<Boolean> each : tries) {
        done += each.get() ? 1 : 0;
      }
      assertEquals(1, done);
    }
    assertEquals(1, log.history().decisions().size());
    assertEquals(List.of(), log.history().broken());
  }

  @Test
  void variantsAreSuggestedAndOnlyTheSureOnesJoin() throws Exception {
    registry = registry(Person.of("zulfi", "Zulfi Bukhari", Gender.MALE));
    archived.clear();
    add("zulfi", "Zulfi Bukhari", SpeakerType.PERSON);
    add("zulfi-bukhari", "Zulfi Bukhari", SpeakerType.PERSON);
    add("sayed-zulfi-bukhari", "Sayed Zulfi Bukhari", SpeakerType.PERSON);
    add("md-alam", "Md Alam", SpeakerType.PERSON);
    add("mohammad-alam", "Mohammad Alam", SpeakerType.PERSON);
    add("ruth-k-stone", "Ruth K Stone", SpeakerType.PERSON);
    add("ruth-stone", "Ruth Stone", SpeakerType.PERSON);
    add("quill", "Quill", SpeakerType.PERSON);
    add("marta-quill", "Marta Quill", SpeakerType.PERSON);
    add("hale", "Hale", SpeakerType.PERSON);
    add("tom-hale", "Tom Hale", SpeakerType.PERSON);
    add("ann-hale", "Ann Hale", SpeakerType.PERSON);
    List<String> pairs =
        desk.variants().stream().map(v -> v.who().id() + " " + v.into().id()).sorted().toList();
    assertEquals(
        List.of(
            "md-alam mohammad-alam",
            "quill marta-quill",
            "ruth-k-stone ruth-stone",
            "zulfi-bukhari zulfi"),
        pairs);
    List<Decided> joined = desk.join();
    assertEquals(1, joined.size());
    assertEquals(PeopleDesk.JOINED_BY, joined.getFirst().by());
    assertTrue(
        String.valueOf(joined.getFirst().note()).contains("articles have both"),
        joined.getFirst().note());
    assertEquals("Zulfi Bukhari/zulfi", who("zulfi-bukhari"));
    desk.undo(1, ELM);
    assertEquals(List.of(), desk.join(), "what an editor undid is not joined again");
  }

  private static Registry registry(Person... people) {
    return new Registry(List.of(people), List.of(), List.of());
  }
}
