package org.onrecord.alert;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.correction.DecisionFolder;
import org.onrecord.correction.DecisionLog;
import org.onrecord.correction.DecisionLogs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log {@code saved-searches.jsonl} of an archive, a file beside its index or wherever its logs
 * lie: a line for each search that was saved or changed, of which the last with an id holds, and
 * one with {@code "deleted": true} for each that was taken away. What other processes add is seen.
 * Safe for use by several threads, and by several processes with one such each.
 */
public final class SavedSearchFile implements SavedSearches {
  /** The file's name. */
  public static final String FILE = "saved-searches.jsonl";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DecisionLog<Line> log;
  private DecisionLog.@Nullable Lines<Line> read;
  private List<SavedSearch> all = List.of();

  /**
   * What a line says of one id.
   *
   * @param saved null where it was taken away
   */
  private record Line(String id, @Nullable SavedSearch saved) {}

  /**
   * That of an index.
   *
   * @param index the index's folder; the file in it is made by the first search that is saved
   */
  public SavedSearchFile(Path index) {
    this(new DecisionFolder(index));
  }

  /** That among these logs. */
  public SavedSearchFile(DecisionLogs logs) {
    this.log = logs.log(FILE, SavedSearchFile::line);
  }

  @Override
  public synchronized List<SavedSearch> all() throws IOException {
    DecisionLog.Lines<Line> now = log.lines();
    if (now != read) {
      Map<String, SavedSearch> last = new LinkedHashMap<>();
      for (Line line : now.read()) {
        if (line.saved() == null) {
          last.remove(line.id());
        } else {
          last.put(line.id(), line.saved());
        }
      }
      all = List.copyOf(new ArrayList<>(last.values()));
      read = now;
    }
    return all;
  }

  @Override
  public void put(SavedSearch search) throws IOException {
    log.append(written(search));
  }

  @Override
  public boolean delete(String id) throws IOException {
    if (find(id).isEmpty()) {
      return false;
    }
    log.append(JSON.writeValueAsString(JSON.createObjectNode().put("id", id).put("deleted", true)));
    return true;
  }

  private static String written(SavedSearch search) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", search.id());
    line.put("owner", search.owner());
    line.put("by", search.by());
    line.put("name", search.name());
    line.put("query", search.query());
    line.put("every", search.every().label());
    line.put("corrections", search.corrections());
    if (search.webhook() != null) {
      line.put("webhook", search.webhook().toString());
    }
    ArrayNode mail = line.putArray("mail");
    search.mail().forEach(mail::add);
    line.put("secret", search.secret());
    line.put("created", search.created().toString());
    line.put("changed", search.changed().toString());
    return JSON.writeValueAsString(line);
  }

  private static Line line(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      String id = line.path("id").asString("");
      return new Line(id, line.path("deleted").asBoolean(false) ? null : search(id, line));
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("it is no line of " + FILE, e);
    }
  }

  private static SavedSearch search(String id, JsonNode line) {
    List<String> mail = new ArrayList<>();
    line.path("mail").forEach(address -> mail.add(address.asString("")));
    String webhook = line.path("webhook").asString("");
    return new SavedSearch(
        id,
        line.path("owner").asString(""),
        line.path("by").asString(""),
        line.path("name").asString(""),
        line.path("query").asString(""),
        Grouping.of(line.path("every").asString("")).orElse(Grouping.NOW),
        line.path("corrections").asBoolean(false),
        webhook.isEmpty() ? null : URI.create(webhook),
        mail,
        line.path("secret").asString(""),
        Instant.parse(line.path("created").asString("")),
        Instant.parse(line.path("changed").asString("")));
  }
}
