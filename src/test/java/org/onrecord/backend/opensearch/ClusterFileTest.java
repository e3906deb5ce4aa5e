package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFileTest {
  @TempDir private Path folder;

  private ClusterFile read(String... lines) throws IOException {
    Files.write(folder.resolve(ClusterFile.NAME), List.of(lines));
    return ClusterFile.in(folder).orElseThrow();
  }

  private void refused(String part, String... lines) {
    IOException fault = assertThrows(IOException.class, () -> read(lines));
    assertTrue(String.valueOf(fault.getMessage()).contains(part), fault.getMessage());
  }

  @Test
  void aFolderWithoutOneIsNoClusters() throws IOException {
    assertEquals(Optional.empty(), ClusterFile.in(folder));
  }

  @Test
  void hostsAndWhoOneIsThere() throws IOException {
    Files.writeString(folder.resolve("password"), "open sesame\n");
    ClusterFile file =
        read(
            "hosts = https://one.example:9200 https://two.example:9200",
            "prefix = post",
            "user = desk",
            "password-file = password",
            "shards = 6",
            "replicas = 2");
    assertEquals(
        List.of(URI.create("https://one.example:9200"), URI.create("https://two.example:9200")),
        file.address().hosts());
    assertEquals("Basic ZGVzazpvcGVuIHNlc2FtZQ==", file.address().authorization());
    assertEquals("post", file.prefix());
    assertEquals(6, file.shards());
    assertEquals(2, file.replicas());
    assertEquals("[https://one.example:9200, https://two.example:9200]", file.address().toString());
  }

  @Test
  void whatCannotBeIsRefused() {
    String hosts = "hosts = http://one.example:9200";
    refused("hosts", "prefix = a");
    refused("hosts", "hosts = one.example:9200");
    refused("there is no setting host;", "host = http://one.example:9200");
    refused("prefix", hosts, "prefix = A b");
    refused("password-file", hosts, "user = desk");
    refused("shards", hosts, "shards = 0");
    refused("replicas", hosts, "replicas = many");
    refused("absent", hosts, "token-file = absent");
  }
}
