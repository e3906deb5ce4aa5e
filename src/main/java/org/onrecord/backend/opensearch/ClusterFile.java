package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.backup.BackupFolder;

/**
 * The file {@code cluster.properties} in an index's folder, which says that the index is on an
 * OpenSearch cluster, and where; what else there is of the archive lies beside it. A path in it is
 * one in that folder.
 *
 * @param prefix what the names of the archive's indexes begin with
 * @param shards into how many parts its index is cut when it is made
 * @param replicas how many more times each part is kept
 * @param repository where on the cluster its snapshots go; null where that is not said
 * @param own the names of the files that say where the cluster is and who OnRecord is there: this
 *     one, and those in the same folder that it names
 */
public record ClusterFile(
    ClusterAddress address,
    String prefix,
    int shards,
    int replicas,
    @Nullable String repository,
    Set<String> own) {
  static final String NAME = "cluster.properties";

  private static final String HOSTS = "hosts";
  private static final String PREFIX = "prefix";
  private static final String USER = "user";
  private static final String PASSWORD = "password-file";
  private static final String TOKEN = "token-file";
  private static final String AUTHORITY = "authority";
  private static final String SHARDS = "shards";
  private static final String REPLICAS = "replicas";
  private static final String PATIENCE = "timeout";
  private static final String REPOSITORY = "repository";
  private static final Set<String> KNOWN =
      Set.of(
          HOSTS, PREFIX, USER, PASSWORD, TOKEN, AUTHORITY, SHARDS, REPLICAS, PATIENCE, REPOSITORY);

  /** Those that name files. */
  private static final List<String> FILES = List.of(PASSWORD, TOKEN, AUTHORITY);

  /** Whether a folder has one. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  /**
   * That of a folder; empty where its index is no cluster's.
   *
   * @throws IOException if it cannot be read, or says what cannot be; the message says what
   */
  public static Optional<ClusterFile> in(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      lines.load(text);
      return Optional.of(read(lines, folder));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static ClusterFile read(Properties lines, Path folder) throws IOException {
    Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
    unknown.removeAll(KNOWN);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no setting %s; there are %s"
              .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(KNOWN))));
    }
    String prefix = lines.getProperty(PREFIX, "onrecord").strip();
    Epochs.checkPrefix(prefix);
    String authority = lines.getProperty(AUTHORITY);
    ClusterAddress address =
        new ClusterAddress(
            hosts(lines.getProperty(HOSTS, "")),
            authorization(lines, folder),
            authority == null ? null : folder.resolve(authority.strip()),
            Duration.ofSeconds(number(lines, PATIENCE, 60, 1, 3_600)));
    String repository = lines.getProperty(REPOSITORY);
    return new ClusterFile(
        address,
        prefix,
        number(lines, SHARDS, 1, 1, 1_024),
        number(lines, REPLICAS, 1, 0, 10),
        repository == null || repository.isBlank() ? null : repository.strip(),
        own(lines));
  }

  private static Set<String> own(Properties lines) {
    Set<String> own = new TreeSet<>(Set.of(NAME));
    FILES.forEach(file -> own.add(lines.getProperty(file, NAME).strip()));
    return own;
  }

  private static List<URI> hosts(String typed) {
    List<URI> hosts =
        Arrays.stream(typed.strip().split("[\\s,]+"))
            .filter(one -> !one.isEmpty())
            .map(URI::create)
            .toList();
    if (hosts.isEmpty()
        || hosts.stream()
            .anyMatch(one -> one.getHost() == null || !one.toString().matches("https?://.*"))) {
      throw new IllegalArgumentException(
          HOSTS + " names the cluster's nodes, such as https://one.example:9200, parted by blanks");
    }
    return hosts;
  }

  private static @Nullable String authorization(Properties lines, Path folder) throws IOException {
    String user = lines.getProperty(USER);
    String password = lines.getProperty(PASSWORD);
    String token = lines.getProperty(TOKEN);
    if ((user == null) != (password == null) || user != null && token != null) {
      throw new IllegalArgumentException(
          "who is known by a name has %s and %s, who is known by a token %s"
              .formatted(USER, PASSWORD, TOKEN));
    }
    if (token != null) {
      return "Bearer " + secret(folder, token);
    }
    if (user == null || password == null) {
      return null;
    }
    byte[] both = (user.strip() + ':' + secret(folder, password)).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private static String secret(Path folder, String file) throws IOException {
    return Files.readString(folder.resolve(file.strip())).strip();
  }

  private static int number(Properties lines, String name, int unset, int least, int most) {
    String typed = lines.getProperty(name, Integer.toString(unset)).strip();
    int number;
    try {
      number = Integer.parseInt(typed);
    } catch (NumberFormatException e) {
      number = least - 1;
    }
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s is a number from %d to %d, not %s".formatted(name, least, most, typed));
    }
    return number;
  }

  /** How the archive is written. */
  public OpenSearchArchive.Terms terms(InstantSource clock, Duration patience) {
    OpenSearchArchive.Terms usual = OpenSearchArchive.Terms.DEFAULT;
    return new OpenSearchArchive.Terms(shards, replicas, usual.lease(), patience, clock);
  }

  /** The archive. */
  public Epochs epochs() throws IOException {
    return new Epochs(new Cluster(address), prefix);
  }

  /**
   * The archive's backups.
   *
   * @param folder that of this file
   */
  public ClusterBackups backups(BackupFolder backups, Path folder, OpenSearchArchive.Terms terms) {
    return new ClusterBackups(this, backups, folder, terms);
  }

  /** What else there is of an archive that is open: what is in files beside one in a folder. */
  public SideIndex side(Epochs epochs) {
    return epochs.side(replicas);
  }

  /** The same of one that is not. */
  public SideIndex side() throws IOException {
    return side(epochs());
  }

  /** The archive's passages as the cluster would have them without OnRecord. */
  public PlainIndex plainIndex() throws IOException {
    return new PlainIndex(epochs(), shards, replicas);
  }
}
