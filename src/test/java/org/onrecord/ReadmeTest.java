package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.ProgramRun;
import org.onrecord.app.ServedProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs what README shows, from top to bottom, on an index of its own. In a {@code console} block a
 * line that begins with {@code $} is run and the lines after it are its answer; where a command
 * shows none, its answer is the {@code json} block that follows. An ellipsis stands for anything,
 * {@code tookMillis} is anybody's guess, {@code score} and {@code confidence} hold to two places,
 * and 8080 is whatever port is free.
 */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final String ADDRESS = "http://127.0.0.1:8080";
  private static final Pattern BLOCK =
      Pattern.compile("^```(console|json)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final Pattern VARYING = Pattern.compile("\"tookMillis\":\\s*[0-9]+");
  private static final Pattern ROUNDED =
      Pattern.compile("(\"(?:score|confidence|speakerConfidence)\":\\s*)([0-9.eE+-]+)");

  /** A command and what README says that it answers. */
  private record Step(String command, String answer) {}

  @TempDir private Path home;
  private ServedProgram served;
  private int lastCode;

  @AfterEach
  void stop() throws InterruptedException {
    if (served != null) {
      served.close();
    }
  }

  @Test
  void everyCommandAnswersAsShown() throws Exception {
    copySeeds();
    List<Step> steps = steps(Files.readString(README));
    assertTrue(steps.size() > 15, "README's commands were not read: " + steps);
    for (Step step : steps) {
      String answer = run(step.command());
      if (!(step.command().startsWith("curl ") && step.answer().startsWith("{"))) {
        assertMatches(step.answer(), answer, step.command());
      } else {
        assertSame(step.answer(), answer, step.command());
      }
    }
  }

  @Test
  void javaScriptAnswersAsShown() throws Exception {
    assertScript("js", List.of("node", "--input-type=module", "-e"));
  }

  @Test
  void pythonAnswersAsShown() throws Exception {
    assertScript("python", List.of("python3", "-c"));
  }

  /** Runs README's one block in this language on the articles that it has shown before. */
  private void assertScript(String language, List<String> interpreter) throws Exception {
    Matcher block =
        Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```\\n\\n```text\\n(.*?)^```$")
            .matcher(Files.readString(README));
    assertTrue(block.find(), "no block of " + language);
    assumeTrue(isThere(interpreter.getFirst()), interpreter.getFirst() + " is missing");
    Files.createDirectories(home.resolve("seeds"));
    assertEquals(0, ProgramRun.of(home, "index", "src/docs/examples/articles").code());
    served = ServedProgram.start(home, List.of("serve"));
    List<String> command = new ArrayList<>(interpreter);
    command.add(block.group(1).replace(ADDRESS, served.address()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertMatches(block.group(2), answer, language);
    assertEquals(0, process.waitFor());
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void tableOfPackagesIsTheOneThatHolds() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(README)) {
      if (line.startsWith("| `")) {
        String[] cells = line.split("\\|", -1);
        rows.put(cells[1].replace("`", "").strip(), cells[3].replaceAll("[`,]", "").strip());
      }
    }
    assertEquals(
        ArchitectureTest.TABLE.lines().collect(Collectors.joining("\n")),
        rows.entrySet().stream()
            .map(row -> "%-15s %s".formatted(row.getKey() + ":", imports(row.getValue())).strip())
            .collect(Collectors.joining("\n")));
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (String name : List.of("README.md", "CHANGES.md")) {
      checkLinks(Path.of(name));
    }
    try (Stream<Path> docs = Files.list(Path.of("src/docs"))) {
      for (Path doc : docs.filter(d -> d.toString().endsWith(".md")).toList()) {
        checkLinks(doc);
      }
    }
  }

  private static void checkLinks(Path file) throws IOException {
    Matcher link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(file));
    while (link.find()) {
      Path target = file.toAbsolutePath().resolveSibling(link.group(1));
      assertTrue(Files.exists(target), file + " links to " + link.group(1));
    }
  }

  private static String imports(String cell) {
    return switch (cell) {
      case "–" -> "";
      case "everything" -> "*";
      default -> cell;
    };
  }

  private static List<Step> steps(String readme) {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(readme);
    while (block.find()) {
      if (block.group(1).equals("json")) {
        Step open = steps.removeLast();
        assertEquals("", open.answer(), "two answers to " + open.command());
        steps.add(new Step(open.command(), block.group(2)));
      } else {
        for (String part : block.group(2).split("(?m)^\\$ ")) {
          if (!part.isEmpty()) {
            String[] lines = part.split("\\n", 2);
            steps.add(new Step(lines[0], lines[1]));
          }
        }
      }
    }
    return steps;
  }

  private String run(String command) throws Exception {
    List<String> words = words(command);
    return switch (words.getFirst()) {
      case "./onrecord" -> onrecord(words.subList(1, words.size()));
      case "curl" -> curl(words.subList(1, words.size()));
      case "cat" -> Files.readString(Path.of(words.getLast()));
      case "echo" -> lastCode + "\n";
      default -> throw new AssertionError("README shows a command that cannot be run: " + command);
    };
  }

  private String onrecord(List<String> args) throws InterruptedException {
    if (args.getFirst().equals("serve")) {
      served = ServedProgram.start(home, args);
      return served.output().replace(served.address(), ADDRESS);
    }
    ProgramRun run = ProgramRun.of(home, "", args);
    lastCode = run.code();
    return run.index() + run.out() + run.err();
  }

  /** The options -X, -H and -d alone. */
  private String curl(List<String> args) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    String method = "GET";
    BodyPublisher body = BodyPublishers.noBody();
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "-X" -> method = args.get(++i);
        case "-H" -> {
          String[] header = args.get(++i).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> body = BodyPublishers.ofString(args.get(++i));
        default -> request.uri(URI.create(args.get(i).replace(ADDRESS, served.address())));
      }
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.method(method, body).build(), BodyHandlers.ofString()).body();
    }
  }

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(m -> Stream.of(1, 2, 3).map(m::group).filter(g -> g != null).findFirst().orElseThrow())
        .toList();
  }

  /** Line by line, so that a difference is seen where it is. */
  private static void assertMatches(String shown, String real, String command) {
    List<String> expected = shown.stripTrailing().lines().toList();
    List<String> actual = real.stripTrailing().lines().toList();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      boolean same =
          i < expected.size() && pattern(expected.get(i)).matcher(actual.get(i)).matches();
      seen.add(same ? expected.get(i) : actual.get(i));
    }
    assertEquals(String.join("\n", expected), String.join("\n", seen), command);
  }

  private static void assertSame(String shown, String real, String command) {
    JsonMapper json = JsonMapper.shared();
    JsonNode expected = json.readTree(steady(shown));
    JsonNode actual = json.readTree(steady(real));
    assertMatches(
        json.writerWithDefaultPrettyPrinter().writeValueAsString(expected),
        json.writerWithDefaultPrettyPrinter().writeValueAsString(actual),
        command);
  }

  /** The answer without what differs from run to run and from machine to machine. */
  private static String steady(String answer) {
    return ROUNDED
        .matcher(VARYING.matcher(answer).replaceAll("\"tookMillis\":0"))
        .replaceAll(m -> m.group(1) + new BigDecimal(m.group(2)).setScale(2, RoundingMode.HALF_UP));
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(
        Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  private void copySeeds() throws IOException {
    Path seeds = Files.createDirectories(home.resolve("seeds"));
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      for (Path file : files.toList()) {
        Files.copy(file, seeds.resolve(file.getFileName()));
      }
    }
  }
}
