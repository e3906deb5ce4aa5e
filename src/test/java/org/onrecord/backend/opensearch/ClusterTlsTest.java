package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.SelfSigned;
import org.onrecord.backend.opensearch.NodeProxy.Seen;
import org.onrecord.backend.opensearch.NodeProxy.Treatment;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/** Who a node is, and who OnRecord is there: nothing is told to whoever is not the node. */
class ClusterTlsTest {
  private static final String SECRET = "not for everybody";

  @TempDir private static Path certificates;
  private static SelfSigned own;
  private static Epochs epochs;

  @TempDir private Path folder;
  private NodeProxy node;

  @BeforeAll
  static void fill() throws Exception {
    own = SelfSigned.make();
    own.write(certificates.resolve("own.pem"), certificates.resolve("own.key"));
    SelfSigned.make().write(certificates.resolve("other.pem"), certificates.resolve("other.key"));
    epochs = TestClusters.epochs();
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, KilledWriter.TERMS)) {
      KilledWriter.write(archive, 0);
    }
  }

  @AfterAll
  static void clear() throws IOException {
    epochs.cluster().send("DELETE", "/%1$s-1,%1$s-control".formatted(epochs.documents()), null);
    epochs.close();
  }

  @BeforeEach
  void standBefore() throws Exception {
    node = new NodeProxy(OpenSearchNode.address(), own.show());
  }

  @AfterEach
  void stepAside() {
    node.close();
  }

  /** The archive by a file of its own. */
  private Epochs by(URI host, String... lines) throws IOException {
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Files.writeString(
        folder.resolve(ClusterFile.NAME),
        "hosts = %s\nprefix = %s\n%s\n"
            .formatted(host, epochs.documents(), String.join("\n", lines)));
    return ClusterFile.in(folder).orElseThrow().epochs();
  }

  private static String authority(String name) {
    return "authority = " + certificates.resolve(name).toString().replace('\\', '/');
  }

  private static String told(Reason reason, Epochs asked) throws IOException {
    try (asked) {
      ArchiveUnavailableException fault =
          assertThrows(ArchiveUnavailableException.class, () -> BackedUpArchive.round(asked));
      assertEquals(reason, fault.reason(), fault.getMessage());
      String told = String.valueOf(fault.getMessage());
      assertFalse(told.contains(SECRET), "what was sent is told to nobody");
      return told;
    }
  }

  private static void assertTold(String part, String told) {
    assertTrue(told.contains(part), told);
  }

  private Set<@Nullable String> authorizations() {
    return node.seen().stream().map(Seen::authorization).collect(Collectors.toSet());
  }

  private static String basic(String user) {
    byte[] both = (user + ':' + SECRET).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Test
  void whoIsVouchedForIsToldWhoAsks() throws IOException {
    try (Epochs asked =
        by(node.at(), authority("own.pem"), "user = desk", "password-file = secret")) {
      assertEquals(0, BackedUpArchive.round(asked));
    }
    assertEquals(Set.of(basic("desk")), authorizations());
    node.seen().clear();
    try (Epochs asked = by(node.at(), authority("own.pem"), "token-file = secret")) {
      assertEquals(0, BackedUpArchive.round(asked));
    }
    assertEquals(Set.of("Bearer " + SECRET), authorizations());
  }

  @Test
  void whoIsNotVouchedForIsToldNothing() throws IOException {
    String other = told(Reason.UNREACHABLE, by(node.at(), authority("other.pem")));
    assertTold(node.at().toString(), other);
    assertTold("other.pem vouches for its certificate", other);
    assertTold("name a file", told(Reason.UNREACHABLE, by(node.at())));
    assertEquals(List.of(), node.seen());
  }

  @Test
  void whoHasAnotherNameIsToldNothing() throws Exception {
    SelfSigned another = SelfSigned.ofAnother();
    another.write(folder.resolve("another.pem"), folder.resolve("another.key"));
    try (NodeProxy elsewhere = new NodeProxy(OpenSearchNode.address(), another.show())) {
      String told = told(Reason.UNREACHABLE, by(elsewhere.at(), "authority = another.pem"));
      assertTold("is for another name", told);
      assertEquals(List.of(), elsewhere.seen());
    }
  }

  @Test
  void aNodeThatIsNotVouchedForIsPassedOver() throws IOException {
    try (NodeProxy plain = new NodeProxy(OpenSearchNode.address());
        Epochs both = by(node.at(), "hosts = " + node.at() + " " + plain.at())) {
      for (int i = 0; i < 3; i++) {
        assertEquals(0, BackedUpArchive.round(both));
      }
      assertEquals(List.of(), node.seen());
    }
  }

  @Test
  void whoSpeaksWithoutTlsIsToldSo() throws IOException {
    URI secure = URI.create(OpenSearchNode.address().toString().replace("http:", "https:"));
    assertTold("http:// in place of https://", told(Reason.UNREACHABLE, by(secure)));
  }

  @Test
  void nobodyIsFollowedToAnotherAddress() throws IOException {
    try (NodeProxy plain = new NodeProxy(OpenSearchNode.address())) {
      node.sendOn(plain.at());
      String told =
          told(
              Reason.UNREACHABLE,
              by(node.at(), authority("own.pem"), "user = desk", "password-file = secret"));
      assertTold("sends to " + plain.at(), told);
      assertEquals(List.of(), plain.seen());
    }
  }

  @Test
  void whoIsNotLetInIsToldWhy() throws IOException {
    node.treat(
        seen ->
            basic("desk").equals(seen.authorization())
                ? Treatment.PASSED
                : seen.authorization() == null ? Treatment.UNKNOWN : Treatment.FORBIDDEN);
    String[] known = {authority("own.pem"), "user = desk", "password-file = secret"};
    assertEquals(0, BackedUpArchive.round(by(node.at(), known)));
    String nobody = told(Reason.REFUSED, by(node.at(), authority("own.pem")));
    assertTold("see the user and the password, or the token", nobody);
    String guest =
        told(
            Reason.REFUSED,
            by(node.at(), authority("own.pem"), "user = guest", "password-file = secret"));
    assertTold("does not let this user do that: no permissions for [indices:", guest);
  }
}
