package org.onrecord.attribution.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Antecedent;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.cast.Focus;
import org.onrecord.attribution.cast.Stranger;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.Description;
import org.onrecord.registry.Gender;

/** Gathers for whom "he" or "the minister" may stand at a place, and what speaks for each. */
public final class Candidates {
  /** So many people are weighed. */
  private static final int MOST = 16;

  /** So many paragraphs back are looked at. */
  private static final int REACH = 12;

  private final Cast cast;
  private final Focus focus;
  private final Conversation conversation;
  private final Nominals nominals;

  public Candidates(Cast cast, Focus focus, Conversation conversation, Nominals nominals) {
    this.cast = cast;
    this.focus = focus;
    this.conversation = conversation;
    this.nominals = nominals;
  }

  /**
   * Whoever may be meant, nobody last.
   *
   * @param gender what the words give away
   * @param description what they say; null for a pronoun
   * @param rules whom the rules found, null for nobody
   * @param sentence where the sentence begins
   */
  List<AntecedentCandidate> at(
      Position place,
      Position sentence,
      Gender gender,
      @Nullable Description description,
      @Nullable Antecedent rules) {
    List<Antecedent> subjects = focus.recent(place, REACH);
    Set<Antecedent> all = new LinkedHashSet<>();
    if (rules != null) {
      all.add(rules);
    }
    subjects.forEach(all::add);
    named(place).forEach(all::add);
    all.removeIf(who -> !who.mayBe(gender));
    boolean known = all.stream().anyMatch(who -> who.gender() == gender);
    Source last = conversation.last(place);
    List<AntecedentCandidate> candidates = new ArrayList<>();
    double best = 0;
    CastMember lastNamed = named(place).stream().findFirst().orElse(null);
    for (Antecedent who : all) {
      Map<Clue, Double> clues = new EnumMap<>(Clue.class);
      put(clues, Clue.RULES, who.equals(rules));
      put(clues, Clue.SAME_GENDER, gender != Gender.UNKNOWN && who.gender() == gender);
      put(clues, Clue.OTHER_GENDER_KNOWN, known && who.gender() == Gender.UNKNOWN);
      List<Antecedent> fitting = subjects.stream().filter(s -> s.mayBe(gender)).toList();
      int rank = fitting.indexOf(who);
      put(clues, Clue.LAST_SUBJECT, rank == 0);
      put(clues, Clue.SECOND_SUBJECT, rank == 1);
      put(clues, Clue.NO_SUBJECT, rank < 0);
      put(clues, Clue.LAST_SPEAKER, last != null && who.equals(last.who()));
      put(clues, Clue.SPOKE, conversation.hasSpoken(who, place));
      put(clues, Clue.STRANGER, who instanceof Stranger);
      if (who instanceof CastMember member) {
        member(clues, member, place, sentence);
        put(clues, Clue.LAST_NAMED, member.equals(lastNamed));
        if (description != null) {
          best = Math.max(best, described(clues, member, description));
        }
      }
      candidates.add(new AntecedentCandidate(who, values(clues)));
      if (candidates.size() == MOST) {
        break;
      }
    }
    candidates.add(
        nobody(description, rules, best, subjects.stream().noneMatch(s -> s.mayBe(gender))));
    return candidates;
  }

  private static AntecedentCandidate nobody(
      @Nullable Description description, @Nullable Antecedent rules, double best, boolean absent) {
    Map<Clue, Double> clues = new EnumMap<>(Clue.class);
    put(clues, Clue.NOBODY, true);
    put(clues, Clue.NOBODY_ABSENT, absent);
    put(
        clues,
        Clue.NOBODY_WITHOUT_ROLE,
        description != null && description.role().name().isEmpty());
    put(clues, Clue.NOBODY_MODIFIED, description != null && !description.modifiers().isEmpty());
    put(clues, Clue.NOBODY_BY_RULES, rules == null);
    clues.put(Clue.NOBODY_FITTING, best);
    return new AntecedentCandidate(null, values(clues));
  }

  private void member(
      Map<Clue, Double> clues, CastMember member, Position place, Position sentence) {
    Optional<Position> last = member.lastNamed(place);
    Source speaker = conversation.last(place);
    Position spoke = conversation.lastPlace(place);
    int away = last.map(at -> place.paragraph() - at.paragraph()).orElse(REACH);
    put(clues, Clue.SAME_SENTENCE, last.isPresent() && last.get().compareTo(sentence) >= 0);
    put(clues, Clue.SAME_PARAGRAPH, away == 0);
    put(clues, Clue.PARAGRAPH_BEFORE, away == 1);
    put(clues, Clue.FAR, away > 3);
    put(
        clues,
        Clue.NAMED_SINCE,
        speaker != null
            && !member.equals(speaker.who())
            && spoke != null
            && last.isPresent()
            && last.get().compareTo(spoke) > 0);
    clues.put(Clue.OFTEN, Math.log(1 + member.timesNamed()) / 3);
    put(clues, Clue.RELATIVE, member.isRelative());
    put(clues, Clue.KNOWN, member.person() != null);
    put(clues, Clue.ONE_WORD, member.name().size() == 1);
  }

  private double described(Map<Clue, Double> clues, CastMember member, Description description) {
    double text = nominals.textFit(member, description) / 8.0;
    double office = nominals.officeFit(member, description) / 8.0;
    clues.put(Clue.TEXT_FIT, text);
    clues.put(Clue.OFFICE_FIT, office);
    put(clues, Clue.DESCRIBED_OTHERWISE, text == 0 && !member.descriptions().isEmpty());
    put(
        clues,
        Clue.WORD_SHARED,
        member.descriptions().stream()
            .anyMatch(own -> own.modifiers().stream().anyMatch(description.modifiers()::contains)));
    put(clues, Clue.PARTY, nominals.isOfParty(member, description));
    return Math.max(text, office);
  }

  /** The people named before a place and not far back, the last first. */
  private List<CastMember> named(Position place) {
    return cast.members().stream()
        .filter(
            m ->
                m.lastNamed(place)
                    .filter(at -> place.paragraph() - at.paragraph() <= REACH)
                    .isPresent())
        .sorted(
            java.util.Comparator.comparing((CastMember m) -> m.lastNamed(place).orElseThrow())
                .reversed())
        .limit(MOST)
        .toList();
  }

  private static void put(Map<Clue, Double> clues, Clue clue, boolean holds) {
    if (holds) {
      clues.put(clue, 1.0);
    }
  }

  private static double[] values(Map<Clue, Double> clues) {
    double[] values = new double[Clue.values().length];
    clues.forEach((clue, value) -> values[clue.ordinal()] = value);
    return values;
  }
}
