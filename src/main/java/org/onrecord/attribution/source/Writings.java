package org.onrecord.attribution.source;

import java.util.Optional;
import java.util.TreeMap;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.BodyNouns;

/** What has been written, shown or issued so far, and by whom: the statement, the report. */
public final class Writings {
  /** So many paragraphs back something can still be "the statement" with its noun. */
  private static final int REACH = 12;

  private final TreeMap<Position, Written> written = new TreeMap<>();

  private record Written(String noun, Source by) {}

  /** Notes who has written something that a noun names. */
  public void add(Position at, String noun, Source by) {
    written.put(at, new Written(BodyNouns.singular(noun), by));
  }

  /** Who has written what "the NOUN" means; empty where nobody is known to have. */
  Optional<Source> by(String noun, Position before) {
    String one = BodyNouns.singular(noun);
    for (var entry : written.headMap(before, false).descendingMap().entrySet()) {
      if (before.paragraph() - entry.getKey().paragraph() > REACH) {
        break;
      }
      if (entry.getValue().noun().equals(one)) {
        return Optional.of(entry.getValue().by());
      }
    }
    return Optional.empty();
  }
}
