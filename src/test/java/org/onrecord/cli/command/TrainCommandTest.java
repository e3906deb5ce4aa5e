package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Article;
import org.onrecord.evaluation.MarkedArchive;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  @TempDir private Path folder;
  private CommandRun command = new CommandRun(Path.of(""));

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  private String archive(int articles) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Article article : new MarkedArchive(5).articles(articles)) {
      lines.add(
          JsonMapper.shared()
              .writeValueAsString(Map.of("id", article.id().value(), "text", article.body())));
    }
    return Files.write(folder.resolve("archive.jsonl"), lines).toString();
  }

  private String out() {
    return folder.resolve("our.model").toString();
  }

  @Test
  void namesAreLearntFromMentionsAndMeasured() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      lines.add(
          "{\"id\": \"a%d\", \"text\": \"Mayor Ruth Alder came to Elmsea.\", \"mentions\": ["
                  .formatted(i)
              + "{\"start\": 0, \"end\": 16, \"head\": [11, 16], \"type\": \"person\", \"form\":"
              + " \"name\"},{\"start\": 25, \"end\": 31, \"head\": [25, 31], \"type\": \"place\","
              + " \"form\": \"name\"}]}");
    }
    String names = Files.write(folder.resolve("names.jsonl"), lines).toString();
    assertEquals(0, command.run("train", "--names", names, "--out", out()), command.err());
    assertEquals("6 articles learnt, model of names in " + out(), command.outLines().getFirst());
    CommandRun evaluation = new CommandRun(folder);
    assertEquals(0, evaluation.run("evaluate", "names", names, "--folds", "3"), evaluation.err());
    assertTrue(evaluation.out().matches("(?s).*\\nperson +6 +6 +6 .*"), evaluation.out());
    assertEquals(2, evaluation.run("evaluate", "names", names, "--learn", names));
    assertEquals(2, evaluation.run("train", "--names", "--out", out()));
  }

  @Test
  void adaptsToAnArchiveAndTellsWhatCameOfIt() throws IOException {
    int code = command.run("train", "--unannotated", archive(200), "--out", out());
    assertEquals(0, code, command.err());
    List<String> lines = command.outLines();
    assertEquals("200 articles read, 200 with speech between quotation marks", lines.getFirst());
    assertTrue(
        lines
            .get(1)
            .matches(
                "5\\d\\d quotations of 180 articles learnt, .* of 20 articles held back, in \\d+"
                    + " s"),
        command.out());
    assertTrue(command.out().contains("Adapting helped"), command.out());
    assertEquals("Model in " + out(), lines.getLast());
    CommandRun evaluation = new CommandRun(folder);
    assertEquals(0, evaluation.run("bench", "extract", archive(20), "--model", out()));
  }

  @Test
  void nothingIsLearntFromWhatPublishersReserve() throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> rights =
        List.of(
            "DMI-PROHIBITED",
            "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING",
            "1",
            "DMI-UNSPECIFIED",
            "DMI-ALLOWED");
    int number = 0;
    for (Article article : new MarkedArchive(5).articles(50)) {
      lines.add(
          JsonMapper.shared()
              .writeValueAsString(
                  Map.of(
                      "id",
                      article.id().value(),
                      "text",
                      article.body(),
                      "dataMining",
                      rights.get(number++ % rights.size()))));
    }
    String archive = Files.write(folder.resolve("rights.jsonl"), lines).toString();
    command.run("train", "--unannotated", archive, "--out", out());
    assertEquals(
        List.of(
            "30 articles left out: their publisher forbids to learn from them",
            "20 articles read, 20 with speech between quotation marks"),
        command.outLines().subList(0, 2));
  }

  @Test
  void limitDrawsSome() throws IOException {
    command.run("train", "--unannotated", archive(60), "--limit", "30", "--out", out());
    assertEquals(
        "60 articles read, 60 with speech between quotation marks, 30 of them drawn",
        command.outLines().getFirst());
    assertTrue(command.out().contains(" of 27 articles learnt"), command.out());
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsLearnt() throws IOException {
    String archive = archive(30);
    Files.writeString(
        Path.of(archive), Files.readString(Path.of(archive)) + "{\"id\":\"x\"\nnonsense\n");
    assertEquals(3, command.run("train", "--unannotated", archive, "--out", out()));
    assertEquals(2, command.errLines().size(), command.err());
    assertTrue(command.errLines().getFirst().startsWith("refused: " + archive + ", line 31: "));
    assertTrue(Files.exists(Path.of(out())));
  }

  @Test
  void archiveWithoutMarksTeachesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Ruth Alder said that it will rain.");
    assertEquals(1, command.run("train", "--unannotated", file.toString(), "--out", out()));
    assertEquals(
        "onrecord: no article has speech between quotation marks; to adapt a model takes 20 at"
            + " least, and some hundred to do it well",
        command.errLines().getLast());
    assertFalse(Files.exists(Path.of(out())));
  }

  @Test
  void placeForTheModelIsLookedAtFirst() throws IOException {
    String nowhere = folder.resolve("none").resolve("our.model").toString();
    assertEquals(1, command.run("train", "--unannotated", archive(20), "--out", nowhere));
    assertTrue(command.err().contains("there is no folder " + folder.resolve("none")));
    assertEquals(1, command.run("train", "--unannotated", "x", "--out", folder.toString()));
    assertTrue(command.err().contains(folder + ": a folder; name a file"), command.err());
  }

  @Test
  void somethingToLearnFromMustBeNamed() {
    assertEquals(2, command.run("train", "--out", out()));
    assertTrue(command.err().contains("what is to be learnt from?"), command.err());
  }

  @Test
  void annotatedArticlesMakeAModelOfTheirOwn() {
    assertEquals(2, command.run("train", "gold.jsonl", "--model", "a.model", "--out", out()));
    assertTrue(command.err().contains("--model does not go with annotated articles"));
  }

  @Test
  void modelToAdaptMustBeOne() throws IOException {
    String archive = archive(20);
    assertEquals(
        1, command.run("train", "--unannotated", archive, "--model", archive, "--out", out()));
    assertTrue(command.err().startsWith("onrecord: " + archive + " ("), command.err());
    assertTrue(command.err().contains("no model of quotations"), command.err());
  }

  @Test
  void everyCommandThatReadsArticlesTakesAModel() throws IOException {
    String archive = archive(1);
    for (List<String> line :
        List.of(
            List.of("extract", archive, "--model", "our.model"),
            List.of("index", archive, "--model", "our.model"),
            List.of("serve", "--seeds", archive, "--model", "our.model", "--port", "0"))) {
      CommandRun one = new CommandRun(folder);
      one.run(line.toArray(String[]::new));
      assertEquals(Optional.of(Path.of("our.model")), one.model(), line.toString());
    }
    CommandRun evaluation = new CommandRun(folder);
    evaluation.run("extract", archive);
    assertEquals(Optional.empty(), evaluation.model());
  }

  @Test
  void modelAndFoldsExcludeEachOther() {
    assertEquals(
        2, command.run("evaluate", "quotations", "g.jsonl", "--folds", "3", "--model", "m"));
    assertTrue(command.err().contains("mutually exclusive"), command.err());
  }
}
