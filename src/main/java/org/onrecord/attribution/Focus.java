package org.onrecord.attribution;

import java.util.Optional;
import java.util.TreeMap;
import org.onrecord.registry.Gender;

/**
 * Who is being talked about at each point of an article: the subjects of its sentences and its
 * speakers, in order. A pronoun stands for the last of them that it fits.
 */
final class Focus {
  private static final int REACH = 4;

  /** So many subjects and speakers back somebody can still be "she". */
  private static final int MOST_BETWEEN = 200;

  private final TreeMap<Position, CastMember> trail = new TreeMap<>();

  void add(Position position, CastMember member) {
    trail.put(position, member);
  }

  /** The last one of this gender before a place, at most some paragraphs back. */
  Optional<Found> before(Position position, Gender gender) {
    int between = 0;
    for (var entry : trail.headMap(position, false).descendingMap().entrySet()) {
      if (position.paragraph() - entry.getKey().paragraph() > REACH || between++ > MOST_BETWEEN) {
        break;
      }
      if (entry.getValue().mayBe(gender)) {
        boolean here = entry.getKey().paragraph() == position.paragraph();
        return Optional.of(new Found(entry.getValue(), here));
      }
    }
    return Optional.empty();
  }

  /** Who is in focus, and whether that was in the same paragraph. */
  record Found(CastMember member, boolean sameParagraph) {}
}
