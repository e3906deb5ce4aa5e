package org.onrecord.attribution.cast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.lookup.OfficeFit;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.Position;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/** Which of several people of one name in an article is meant. */
final class Disambiguator {
  private final Registry registry;
  private final @Nullable LocalDate date;

  private static final Position HEADLINE = new Position(0, Integer.MAX_VALUE);

  Disambiguator(Registry registry, @Nullable LocalDate date) {
    this.registry = registry;
    this.date = date;
  }

  /**
   * Of several of one name, relatives last if the headline does not name them: the one named in
   * full in this paragraph, else one who leads or stands for a country's highest office, else the
   * one named in full in the headline, else the one named most.
   */
  CastMember likeliest(List<CastMember> holders, NameMention name) {
    Comparator<CastMember> byWeight =
        Comparator.<CastMember>comparingInt(m -> m.isRelative() && !leads(m) && !isTold(m) ? 0 : 1)
            .thenComparingInt(m -> m.isNamedInFull(name.position()) ? 1 : 0)
            .thenComparingInt(m -> leads(m) ? 1 : 0)
            .thenComparingInt(m -> isTold(m) ? 1 : 0)
            .thenComparingInt(CastMember::timesNamed);
    CastMember best = holders.getFirst();
    for (CastMember member : holders) {
      best = byWeight.compare(member, best) > 0 ? member : best;
    }
    return best;
  }

  /** Whether the headline, which is the first paragraph, names somebody in full. */
  private static boolean isTold(CastMember member) {
    return member.isNamedInFull(HEADLINE);
  }

  private boolean leads(CastMember member) {
    Person person = member.person();
    return person != null
        && registry.officesOf(person, date).stream()
            .anyMatch(office -> OfficeFit.rank(office) >= OfficeFit.NATIONAL);
  }
}
