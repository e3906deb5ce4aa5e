package org.onrecord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, copied into a folder of its own, with JDKs and a Maven that only say that they were
 * called.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherTest {
  private static final String NO_JDK =
      "onrecord: needs a JDK 25 or newer and found none: install one (https://adoptium.net) or set"
          + " JAVA_HOME to it.";

  /** How a launcher ended; the error stream joins the output. */
  private record Ended(int code, List<String> lines) {
    boolean says(String line) {
      return lines.contains(line);
    }
  }

  @TempDir private Path folder;
  private Path home;
  private Path bin;

  @BeforeEach
  void copyLauncher() throws IOException {
    home = Files.createDirectories(folder.toRealPath().resolve("on record/home"));
    bin = Files.createDirectories(folder.resolve("bin"));
    String launcher = Files.readString(Path.of("onrecord"));
    String usual = "/usr/lib/jvm/* /usr/java/* /opt/* /opt/java/*";
    assertTrue(launcher.contains(usual), "the usual folders stand elsewhere");
    script(home.resolve("onrecord"), launcher.replace(usual, "\"" + folder + "\"/jvm/*"));
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("src/main/A.java"), "");
    Files.writeString(home.resolve("pom.xml"), "");
    script(
        bin.resolve("mvn"),
        """
        #!/bin/sh
        echo built >>"$CALLS"
        sleep 0.5
        [ ! -e "$CALLS.broken" ] || { echo "A.java: broken"; exit 1; }
        mkdir -p target/lib
        : >target/onrecord-1.jar
        : >target/lib/a.jar
        : >target/lib/b.jar
        """);
  }

  @Test
  void javaHomeIsUsedWhereItIsNewEnough() throws Exception {
    Path jdk = jdk("own", "26.0.1");
    jdk("jvm/other", "25");
    assertTrue(launch(Map.of("JAVA_HOME", jdk.toString())).says("java of own"));
  }

  @Test
  void olderJavaHomeIsPassedOver() throws Exception {
    jdk("jvm/a-21", "21.0.4");
    jdk("jvm/b-25", "25.0.3");
    Path old = jdk("old", "17.0.15");
    assertTrue(launch(Map.of("JAVA_HOME", old.toString())).says("java of b-25"));
  }

  @Test
  void oldNumberingIsOlder() throws Exception {
    jdk("jvm/ancient", "1.8.0_402");
    assertEquals(List.of(NO_JDK), launch(Map.of()).lines());
  }

  @Test
  void runtimeWithoutCompilerIsPassedOver() throws Exception {
    Files.delete(jdk("jvm/jre", "25").resolve("bin/javac"));
    assertEquals(List.of(NO_JDK), launch(Map.of()).lines());
  }

  @Test
  void runtimeWithoutCompilerWillDoWhereNothingIsToBeBuilt() throws Exception {
    Path full = jdk("jvm/full", "25");
    assertEquals(0, launch(Map.of()).code());
    Files.delete(full.resolve("bin/javac"));
    assertTrue(launch(Map.of()).says("java of full"));
    assertEquals(1, builds());
  }

  @Test
  void releaseRunsItsJarsWithTheJavaThatCameAlong() throws Exception {
    Path release = release();
    jdk("jvm/other", "25");
    Path own = jdk("runtime", "25");
    Files.delete(own.resolve("bin/javac"));
    Files.move(own, release.resolve("runtime"));
    Ended ended = end(start(release.resolve("onrecord"), folder, Map.of(), "serve"));
    assertTrue(ended.says("java of runtime"), ended.lines()::toString);
    assertTrue(ended.says(release + "/lib/a.jar:" + release + "/lib/onrecord-1.jar"));
    assertTrue(ended.says("-XX:AOTCache=" + release + "/lib/onrecord-serve.aot"));
    assertTrue(ended.says("--add-modules=jdk.incubator.vector"));
  }

  @Test
  void releaseWithoutJavaTakesAnotherRuntime() throws Exception {
    Path release = release();
    Path jre = jdk("jvm/jre", "25");
    Files.delete(jre.resolve("bin/javac"));
    Files.writeString(
        jre.resolve("release"), "MODULES=\"java.base java.xml\"\n", StandardOpenOption.APPEND);
    Ended ended = end(start(release.resolve("onrecord"), folder, Map.of(), "serve"));
    assertTrue(ended.says("java of jre"), ended.lines()::toString);
    assertFalse(ended.says("--add-modules=jdk.incubator.vector"), "the Java has no such module");
    Files.delete(jre.resolve("bin/java"));
    assertEquals(
        List.of(NO_JDK.replace("a JDK 25", "Java 25")),
        end(start(release.resolve("onrecord"), folder, Map.of(), "check")).lines());
  }

  private Path release() throws IOException {
    Path release = Files.createDirectories(folder.toRealPath().resolve("a release"));
    Files.copy(home.resolve("onrecord"), release.resolve("onrecord"));
    Files.createDirectory(release.resolve("lib"));
    for (String file : List.of("a.jar", "onrecord-1.jar", "onrecord-serve.aot")) {
      Files.createFile(release.resolve("lib").resolve(file));
    }
    return release;
  }

  @Test
  void javaOnThePathIsFoundThroughLinks() throws Exception {
    Files.createSymbolicLink(bin.resolve("java"), jdk("elsewhere", "25").resolve("bin/java"));
    assertTrue(launch(Map.of()).says("java of elsewhere"));
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    Ended ended = launch(Map.of());
    assertEquals(1, ended.code());
    assertEquals(List.of(NO_JDK), ended.lines());
  }

  @Test
  void buildsOnceAndAgainWhenSourcesChange() throws Exception {
    jdk("jvm/a", "25");
    assertTrue(launch(Map.of()).says("Building OnRecord (first start)…"));
    assertEquals("java of a", launch(Map.of()).lines().getFirst());
    assertEquals(1, builds());
    Files.setLastModifiedTime(
        home.resolve("src/main/A.java"), FileTime.from(Instant.now().plusSeconds(2)));
    assertTrue(launch(Map.of()).says("Building OnRecord (its sources have changed)…"));
    assertEquals(2, builds());
  }

  @Test
  void failedBuildShowsItsLogAndIsTriedAgain() throws Exception {
    jdk("jvm/a", "25");
    Files.createFile(folder.resolve("calls.broken"));
    Ended failed = launch(Map.of());
    assertEquals(1, failed.code());
    assertEquals(
        List.of(
            "Building OnRecord (first start)…",
            "A.java: broken",
            "onrecord: could not be built; the log above says why, and lies in "
                + home.resolve("target/onrecord-build.log")
                + "."),
        failed.lines());
    Files.delete(folder.resolve("calls.broken"));
    assertEquals(0, launch(Map.of()).code());
  }

  @Test
  void argumentsAndPlacesArePassedOnFromAnyFolder() throws Exception {
    jdk("jvm/a", "25");
    Path link = folder.resolve("links/record");
    Files.createDirectories(link.resolveSibling("."));
    Files.createSymbolicLink(link, Path.of("../on record/home/onrecord"));
    Ended ended =
        end(start(link, folder, Map.of(), "search", "Imran  Khan", "\"a * b\"", "", "--size=3"));
    assertEquals(0, ended.code());
    assertTrue(ended.says("-Donrecord.home=" + home), ended.lines()::toString);
    assertTrue(
        ended.says(
            home
                + "/target/onrecord-1.jar:"
                + home
                + "/target/lib/a.jar:"
                + home
                + "/target/lib/b.jar"),
        ended.lines()::toString);
    int main = ended.lines().indexOf("org.onrecord.app.Main");
    assertEquals(
        List.of("search", "Imran  Khan", "\"a * b\"", "", "--size=3"),
        ended.lines().subList(main + 1, ended.lines().size()));
  }

  @Test
  void serviceIsRehearsedAfterABuildAndStartsFromWhatWasKept() throws Exception {
    Path jdk = jdk("jvm/a", "25");
    script(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        for argument do
          case $argument in
            -XX:AOTCacheOutput=*)
              echo kept >"${argument#*=}"
              echo "OnRecord serves http://127.0.0.1:9"
              exec sleep 30 ;;
          esac
        done
        printf '%s\\n' "$@"
        """);
    assertTrue(launch(Map.of()).lines().stream().noneMatch(l -> l.contains("AOT")));
    Ended ended = end(start(home.resolve("onrecord"), folder, Map.of(), "serve"));
    assertTrue(
        ended.says("-XX:AOTCache=" + home + "/target/onrecord-serve.aot"), ended.lines()::toString);
  }

  @Test
  void exitCodeIsPassedOn() throws Exception {
    Path jdk = jdk("jvm/a", "25");
    script(jdk.resolve("bin/java"), "#!/bin/sh\nexit 3\n");
    assertEquals(3, launch(Map.of()).code());
  }

  @Test
  void optionsOfTheJavaMachineComeFromTheEnvironment() throws Exception {
    jdk("jvm/a", "25");
    Ended ended = launch(Map.of("ONRECORD_JAVA_OPTS", "-Xmx2g -Xss1m"));
    assertTrue(ended.says("-Xmx2g") && ended.says("-Xss1m"), ended.lines()::toString);
  }

  @Test
  void servesWithTheCollectorThatIsNamedAndElseWithItsOwn() throws Exception {
    jdk("jvm/a", "25");
    Path launcher = home.resolve("onrecord");
    Ended own = end(start(launcher, folder, Map.of(), "serve"));
    assertTrue(own.says("-XX:+UseSerialGC"), own.lines()::toString);
    Ended other =
        end(start(launcher, folder, Map.of("ONRECORD_JAVA_OPTS", "-XX:+UseParallelGC"), "serve"));
    assertTrue(other.says("-XX:+UseParallelGC"), other.lines()::toString);
    assertFalse(other.says("-XX:+UseSerialGC"), other.lines()::toString);
  }

  @Test
  void twoLaunchersAtOnceBuildOnce() throws Exception {
    jdk("jvm/a", "25");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(home.resolve("onrecord"), folder, Map.of(), "check"));
    }
    for (Process process : processes) {
      assertEquals(0, end(process).code());
    }
    assertEquals(1, builds());
  }

  @Test
  void lockOfADeadBuildIsTakenOver() throws Exception {
    jdk("jvm/a", "25");
    Files.createDirectories(home.resolve("target"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(
        home.resolve("target/onrecord-building"), Path.of(Long.toString(dead.pid())));
    assertEquals(0, launch(Map.of()).code());
    assertEquals(1, builds());
  }

  /** A JDK whose java says where it lies and prints its arguments, one a line. */
  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    script(
        jdk.resolve("bin/java"),
        "#!/bin/sh\necho 'java of " + jdk.getFileName() + "'\nprintf '%s\\n' \"$@\"\n");
    return jdk;
  }

  private Ended launch(Map<String, String> environment) throws Exception {
    return end(start(home.resolve("onrecord"), folder, environment, "check"));
  }

  private Process start(
      Path launcher, Path directory, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin + ":" + tools());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().put("CALLS", folder.resolve("calls").toString());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  /** A folder with the few tools that the launcher uses, and no java. */
  private Path tools() throws IOException {
    Path tools = folder.resolve("tools");
    if (!Files.exists(tools)) {
      Files.createDirectory(tools);
      for (String tool :
          List.of(
              "sh",
              "cat",
              "dirname",
              "find",
              "grep",
              "head",
              "ln",
              "mkdir",
              "mv",
              "readlink",
              "rm",
              "sed",
              "sleep")) {
        Path real =
            List.of("/bin", "/usr/bin").stream()
                .map(dir -> Path.of(dir, tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        script(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
      }
    }
    return tools;
  }

  private static Ended end(Process process) throws Exception {
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Ended(
        process.exitValue(),
        List.of(text.split("\n", -1)).subList(0, text.split("\n", -1).length - 1));
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("calls")).size();
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
