package org.onrecord.attribution;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.Gender;

/**
 * Who is being talked about at each point of an article: the subjects of its sentences and its
 * speakers, in order, and beside them whoever else is named. A pronoun stands for the last of the
 * former that it fits, if the paragraph has none for the last of the others that it surely fits.
 */
final class Focus {
  private static final int REACH = 4;

  /** So many subjects and speakers back somebody can still be "she". */
  private static final int MOST_BETWEEN = 200;

  private final TreeMap<Position, CastMember> trail = new TreeMap<>();
  private final TreeMap<Position, CastMember> others = new TreeMap<>();

  /** Notes a subject or a speaker. */
  void add(Position position, CastMember member) {
    trail.put(position, member);
  }

  /** Notes somebody who is named and is no subject. */
  void addOther(Position position, CastMember member) {
    others.put(position, member);
  }

  /** The last one of this gender before a place, at most some paragraphs back. */
  Optional<Found> before(Position position, Gender gender) {
    Found subject = last(trail, position, member -> member.mayBe(gender), true);
    if (subject != null && subject.sameParagraph()) {
      return Optional.of(subject);
    }
    Found other = last(others, position, member -> member.gender() == gender, false);
    boolean nearer = other != null && (subject == null || other.sameParagraph());
    return Optional.ofNullable(nearer ? other : subject);
  }

  /** The last member of a party, or whatever else is asked, who was a subject or speaker. */
  Optional<Found> before(Position position, Predicate<CastMember> condition) {
    return Optional.ofNullable(last(trail, position, condition, true));
  }

  /** The first subject between two places, as in a sentence. */
  Optional<CastMember> firstBetween(Position from, Position end) {
    var entry = trail.ceilingEntry(from);
    return entry == null || entry.getKey().compareTo(end) >= 0
        ? Optional.empty()
        : Optional.of(entry.getValue());
  }

  private static @Nullable Found last(
      TreeMap<Position, CastMember> places,
      Position position,
      Predicate<CastMember> condition,
      boolean subject) {
    int between = 0;
    for (var entry : places.headMap(position, false).descendingMap().entrySet()) {
      if (position.paragraph() - entry.getKey().paragraph() > REACH || between++ > MOST_BETWEEN) {
        break;
      }
      if (condition.test(entry.getValue())) {
        boolean here = entry.getKey().paragraph() == position.paragraph();
        return new Found(entry.getValue(), here, subject);
      }
    }
    return null;
  }

  /** Who is in focus, whether that was in the same paragraph, and whether as a subject. */
  record Found(CastMember member, boolean sameParagraph, boolean subject) {}
}
