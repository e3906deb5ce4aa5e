package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractCommandTest {
  @TempDir private Path folder;
  private CommandRun command;

  @BeforeEach
  void start() {
    command = new CommandRun(folder);
  }

  @Test
  void lineHoldsEveryMemberInOrder() {
    command.standardInput("{\"id\":\"a\",\"text\":\"So.\\n\\n“Yes,” said Jane Doe.\"}\n");
    assertEquals(0, command.run("extract"));
    assertEquals(
        "{\"id\":\"a\",\"quotes\":[{\"start\":6,\"end\":10,\"text\":\"Yes,\",\"kind\":\"direct\","
            + "\"type\":\"direct\",\"cue\":\"said\",\"polarity\":\"affirmed\",\"speaker\":\"Jane"
            + " Doe\",\"speakers\":[\"Jane Doe\"],\"speaker_mention\":\"Jane"
            + " Doe\",\"speaker_span\":[17,25],\"speaks_for\":null,\"anonymity\":null,\"party\":\"Road"
            + " Party\",\"former_party\":null,\"confidence\":0.5,\"speaker_confidence\":0.5,\"rule\":\"marks\"}]}\n",
        command.out());
  }

  @Test
  void unattributedQuotationHasNulls() {
    command.standardInput("{\"id\":\"a\",\"text\":\"“Yes,” they said.\"}\n");
    command.run("extract", "-");
    JsonNode quote = quotes(0).get(0);
    assertTrue(quote.get("speaker").isNull());
    assertTrue(quote.get("speaker_span").isNull());
    assertTrue(quote.get("cue").isNull());
    assertTrue(quote.path("segments").isMissingNode());
  }

  @Test
  void offsetsAreCodePointsIntoTheBodyAsGiven() {
    String body = "🙂🙂 So.\r\n\n\n“🙂 Yes,” said Jane Doe, “and no.”";
    command.standardInput(
        JsonMapper.shared().writeValueAsString(java.util.Map.of("id", "a", "text", body)));
    command.run("extract");
    JsonNode quote = quotes(0).get(0);
    int[] codePoints = body.codePoints().toArray();
    JsonNode segments = quote.get("segments");
    assertEquals("🙂 Yes,", cut(codePoints, segments.get(0)));
    assertEquals("and no.", cut(codePoints, segments.get(1)));
    assertEquals("Jane Doe", cut(codePoints, quote.get("speaker_span")));
    assertEquals(segments.get(0).get(0).intValue(), quote.get("start").intValue());
    assertEquals(segments.get(1).get(1).intValue(), quote.get("end").intValue());
  }

  @Test
  void headlineIsLeftOut() {
    command.standardInput(
        "{\"id\":\"a\",\"title\":\"Jane Doe: “Yes”\",\"text\":\"“No,” said Jane Doe.\"}\n");
    command.run("extract");
    assertEquals(1, quotes(0).size());
    assertEquals("No,", quotes(0).get(0).get("text").stringValue());
  }

  @Test
  void orderIsTheInputsOwn() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lines.append("{\"id\":\"a").append(i).append("\",\"text\":\"");
      lines.append("x ".repeat((300 - i) * 20)).append("\"}\n");
    }
    command.standardInput(lines.toString());
    assertEquals(0, command.run("extract"));
    List<String> out = command.outLines();
    assertEquals(300, out.size());
    for (int i = 0; i < 300; i++) {
      assertEquals("a" + i, JsonMapper.shared().readTree(out.get(i)).get("id").stringValue());
    }
  }

  @Test
  void refusedInputIsToldOnTheErrorStream() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(
        file, "{\"id\":\"a\",\"text\":\"One.\"}\nnonsense\n{\"id\":\"b\",\"text\":\"explode\"}\n");
    assertEquals(3, command.run("extract", file.toString()));
    assertEquals(1, command.outLines().size());
    assertEquals(
        List.of(
            "refused: "
                + file
                + ", line 2: broken JSON at column 1: Unrecognized token 'nonsense': was expecting"
                + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            "refused: "
                + file
                + ", line 3: the analysis of article b failed: java.lang.IllegalStateException: it"
                + " exploded"),
        command.errLines());
  }

  @Test
  void registryIsPassedOn() {
    assertEquals(1, command.run("extract", "--registry", "people.json", "x"));
    assertEquals(List.of(Path.of("people.json")), command.registry().files());
    assertEquals(List.of("onrecord: people.json is no registry"), command.errLines());
  }

  private JsonNode quotes(int line) {
    return JsonMapper.shared().readTree(command.outLines().get(line)).get("quotes");
  }

  private static String cut(int[] codePoints, JsonNode span) {
    int start = span.get(0).intValue();
    return new String(codePoints, start, span.get(1).intValue() - start);
  }
}
