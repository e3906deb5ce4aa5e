package org.onrecord.attribution.source;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Antecedent;
import org.onrecord.attribution.names.Position;

/** Who has spoken so far, in the order of the text. */
public final class Conversation {
  /** So many paragraphs back somebody has just spoken. */
  private static final int REACH = 2;

  /** So many paragraphs back two can still be "they". */
  private static final int FAR = 6;

  private final TreeMap<Position, Source> spoken = new TreeMap<>();
  private final Map<Antecedent, Position> first = new HashMap<>();

  public void add(Position at, Source source) {
    spoken.put(at, source);
    if (source.who() != null) {
      first.merge(source.who(), at, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }
  }

  /** Who spoke last before a place; null where nobody did, or long before. */
  @Nullable Source last(Position before) {
    Map.Entry<Position, Source> last = spoken.lowerEntry(before);
    return last == null || before.paragraph() - last.getKey().paragraph() > REACH
        ? null
        : last.getValue();
  }

  /** Those who spoke together last before a place; null where nobody did, or long before. */
  @Nullable Source lastJoint(Position before) {
    for (var entry : spoken.headMap(before, false).descendingMap().entrySet()) {
      if (before.paragraph() - entry.getKey().paragraph() > FAR) {
        return null;
      }
      if (!entry.getValue().others().isEmpty()) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Where somebody spoke last before a place; null where nobody did. */
  @Nullable Position lastPlace(Position before) {
    return spoken.lowerKey(before);
  }

  /** Whether somebody spoke anywhere before a place. */
  boolean hasSpoken(Antecedent who, Position before) {
    Position began = first.get(who);
    return began != null && began.compareTo(before) < 0;
  }
}
