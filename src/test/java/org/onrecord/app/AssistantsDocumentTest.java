package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What src/docs/assistants.md shows is so; an ellipsis stands for anything. */
final class AssistantsDocumentTest {
  private static final Path DOCUMENT = Path.of("src/docs/assistants.md");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path home;

  @BeforeAll
  static void index() {
    assertEquals(0, ProgramRun.of(home, "index", "src/docs/examples/articles").code());
  }

  private static List<String> blocks(String language) throws Exception {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(block -> block.group(1).strip())
        .toList();
  }

  private static void assertShown(String shown, String real) {
    String pattern =
        Stream.of(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    assertTrue(Pattern.compile(pattern, Pattern.DOTALL).matcher(real).matches(), real);
  }

  @Test
  void messagesAreAnsweredAsShown() throws Exception {
    List<String> lines = blocks("console").getFirst().lines().toList();
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      asked.add(lines.get(i));
    }
    ProgramRun run = ProgramRun.of(home, String.join("\n", asked), List.of("mcp"));
    assertEquals(0, run.code(), run.err());
    assertEquals(asked.size(), run.outLines().size(), run.out());
    for (int i = 0; i < asked.size(); i++) {
      assertShown(lines.get(2 * i + 1), run.outLines().get(i));
    }
  }

  @Test
  void unknownNameIsAnsweredAsShown() throws Exception {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"search_quotations\",\"arguments\":{\"speaker\":\"Alder\"}}}";
    JsonNode answer = JSON.readTree(ProgramRun.of(home, call, List.of("mcp")).out());
    assertEquals(blocks("text").getFirst(), answer.at("/result/content/0/text").asString().strip());
  }

  @Test
  void tableHasEveryTool() throws Exception {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    JsonNode answer = JSON.readTree(ProgramRun.of(home, list, List.of("mcp")).out());
    List<String> names = new ArrayList<>();
    answer.at("/result/tools").forEach(tool -> names.add(tool.path("name").asString()));
    List<String> shown = new ArrayList<>();
    Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(Files.readString(DOCUMENT));
    while (row.find()) {
      shown.add(row.group(1));
    }
    assertEquals(names, shown);
  }

  /**
   * Programs that the settings start are this one, with arguments that it takes; addresses end so.
   */
  @Test
  void settingsStartTheProgram() throws Exception {
    List<String> settings = blocks("json");
    assertEquals(3, settings.size());
    for (String each : settings) {
      JsonNode server = JSON.readTree(each).iterator().next().path("onrecord");
      if (server.has("url")) {
        assertEquals("http://127.0.0.1:8080/mcp", server.path("url").asString());
      } else {
        List<String> args = new ArrayList<>();
        server.path("args").forEach(arg -> args.add(arg.asString()));
        assertTrue(server.path("command").asString().endsWith("/onrecord"), each);
        assertEquals(0, ProgramRun.of(home, "", args).code());
      }
    }
  }
}
