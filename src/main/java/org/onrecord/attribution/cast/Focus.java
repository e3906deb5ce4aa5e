package org.onrecord.attribution.cast;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.names.Position;
import org.onrecord.registry.Gender;

/**
 * Who is being talked about at each point of an article: the subjects of its sentences and its
 * speakers, in order, and beside them whoever else is named. A pronoun stands for the last of the
 * former that it fits, if the paragraph has none for the last of the others that it surely fits.
 */
public final class Focus {
  private static final int REACH = 4;

  /** So many subjects and speakers back somebody can still be "she". */
  private static final int MOST_BETWEEN = 200;

  private static final int MOST = 8;

  private final TreeMap<Position, Antecedent> trail = new TreeMap<>();
  private final TreeMap<Position, Antecedent> others = new TreeMap<>();

  /** Notes a subject or a speaker. */
  public void add(Position position, Antecedent member) {
    trail.put(position, member);
  }

  /** Notes somebody who is named and is no subject. */
  void addOther(Position position, Antecedent member) {
    others.put(position, member);
  }

  /** The last one of this gender before a place, at most some paragraphs back. */
  public Optional<Found> before(Position position, Gender gender) {
    Found subject = last(trail, position, member -> member.mayBe(gender), true);
    if (subject != null && subject.sameParagraph()) {
      return Optional.of(subject);
    }
    Found other = last(others, position, member -> member.gender() == gender, false);
    boolean nearer = other != null && (subject == null || other.sameParagraph());
    return Optional.ofNullable(nearer ? other : subject);
  }

  /** The last of these people who was a subject or speaker. */
  public Optional<CastMember> before(Position position, Collection<CastMember> people) {
    Found found =
        last(trail, position, a -> a instanceof CastMember member && people.contains(member), true);
    return found != null && found.member() instanceof CastMember member
        ? Optional.of(member)
        : Optional.empty();
  }

  /** The subjects and speakers before a place, each once, the last first. */
  public List<Antecedent> recent(Position position, int reach) {
    Set<Antecedent> found = new LinkedHashSet<>();
    for (var entry : trail.headMap(position, false).descendingMap().entrySet()) {
      if (position.paragraph() - entry.getKey().paragraph() > reach || found.size() >= MOST) {
        break;
      }
      found.add(entry.getValue());
    }
    return List.copyOf(found);
  }

  /** The first subject between two places, as in a sentence. */
  public Optional<CastMember> firstBetween(Position from, Position end) {
    var entry = trail.ceilingEntry(from);
    return entry != null
            && entry.getKey().compareTo(end) < 0
            && entry.getValue() instanceof CastMember member
        ? Optional.of(member)
        : Optional.empty();
  }

  private static @Nullable Found last(
      TreeMap<Position, Antecedent> places,
      Position position,
      Predicate<Antecedent> condition,
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
  public record Found(Antecedent member, boolean sameParagraph, boolean subject) {}
}
