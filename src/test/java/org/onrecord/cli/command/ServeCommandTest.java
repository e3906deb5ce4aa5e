package org.onrecord.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  private static final String GOOD = "date 2024-11-07\n\nJane Doe said “it will be built”.\n";

  @TempDir private Path home;
  private CommandRun command;

  @BeforeEach
  void start() throws IOException {
    command = new CommandRun(home);
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(home.resolve("seeds/a.txt"), GOOD);
  }

  @Test
  void emptyIndexIsFilledFromTheSeedsFirst() {
    assertEquals(0, command.run("serve"));
    assertEquals(List.of("OnRecord serves http://127.0.0.1:8080"), command.outLines());
    assertEquals(
        List.of("start index 127.0.0.1 8080", "wait", "close"), command.service().events());
    assertEquals(1, command.archives().sink().articles().size());
    assertEquals(
        "Filling the empty index from " + home.resolve("seeds"), command.errLines().get(1));
    assertTrue(command.errLines().get(2).startsWith("1 article, 1 paragraph, 1 quotation"));
  }

  @Test
  void filledIndexIsLeftAsItIs() {
    command.run("index", home + "/seeds");
    command.run("serve", "--seeds", home + "/nowhere");
    assertEquals(
        "Index: " + home.resolve("index"), command.errLines().getLast(), "nothing is filled");
  }

  @Test
  void namedIndexGetsNoSample() {
    assertEquals(0, command.run("serve", "--index", home + "/other"));
    assertEquals(List.of("Index: " + home.resolve("other")), command.errLines());
    assertEquals(0, command.archives().sink().articles().size());
  }

  @Test
  void namedIndexThatIsMissingIsMadeOnlyWhereThatIsAskedFor() {
    String missing = home + "/missing";
    assertEquals(1, command.run("serve", "--index", missing));
    assertTrue(
        command.errLines().getLast().startsWith("onrecord: There is no index in " + missing),
        command.err());
    assertEquals(List.of(), command.service().events());
    command.environment(Map.of("ONRECORD_INDEX", missing));
    assertEquals(1, command.run("keys", "add", "desk", "--role", "writer"));
    assertEquals(1, command.run("keys", "list"));
    assertEquals(0, command.run("serve", "--create"), command.err());
    assertEquals(Path.of(missing), command.archives().written());
    assertEquals(0, command.archives().sink().articles().size());
  }

  @Test
  void freePortIsTold() {
    command.run("serve", "--port", "0", "--index", home + "/other", "--seeds", home + "/seeds");
    assertEquals(List.of("OnRecord serves http://127.0.0.1:54321"), command.outLines());
    assertEquals("start other 127.0.0.1 0", command.service().events().getFirst());
    assertEquals(home.resolve("other"), command.archives().written());
  }

  @Test
  void refusedSeedsAreToldAndTheServiceStarts() {
    assertEquals(3, command.run("serve", "--seeds", home + "/nowhere"));
    assertEquals(List.of("OnRecord serves http://127.0.0.1:8080"), command.outLines());
    assertEquals(
        "  " + home + "/nowhere: there is no such file or folder", command.errLines().getLast());
  }

  @Test
  void portInUseFails() {
    assertEquals(1, command.run("serve", "--port", "1"));
    assertEquals(
        "onrecord: cannot listen on 127.0.0.1, port 1: Address already in use",
        command.errLines().getLast());
  }

  @Test
  void otherMachinesAreNotServedWithoutKeys() {
    assertEquals(2, command.run("serve", "--host", "0.0.0.0"));
    assertEquals(
        "onrecord: --host 0.0.0.0 is open to other machines, and there are no keys. Make one with"
            + " \"onrecord keys add NAME --role ROLE\", or let everybody read with"
            + " --allow-anonymous-read",
        command.errLines().get(1));
    assertEquals(List.of(), command.service().events());
  }

  @Test
  void portMustBeOne() {
    assertEquals(2, command.run("serve", "--port", "70000"));
    assertEquals("onrecord: --port is 0 to 65535, not 70000", command.errLines().get(1));
  }
}
