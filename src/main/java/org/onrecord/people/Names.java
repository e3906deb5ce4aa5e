package org.onrecord.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.schema.ArticleHeader;

/** For whom the ids of an archive stand, by what editors decided. Immutable. */
public final class Names {
  /** Nothing was decided. */
  public static final Names NONE = new Names(Map.of(), Map.of());

  private final Map<String, Elsewhere> elsewhere;
  private final Map<String, SpeakerRef> shown;

  /**
   * Where an id leads.
   *
   * @param parts in these articles elsewhere; the first that holds does
   * @param into in all others; null for nowhere
   * @param struck whether it is nobody's
   */
  record Elsewhere(List<Parted> parts, @Nullable String into, boolean struck) {
    Elsewhere {
      parts = List.copyOf(parts);
    }
  }

  /** Somebody else in some articles. */
  record Parted(ArticleCondition where, String other) {}

  /**
   * One of the ways in which an id is to be read.
   *
   * @param in the article meets all of these
   * @param notIn and none of these
   * @param who for whom it stands there; empty where it was struck, or where it is itself and
   *     called as the archive calls it
   * @param itself whether it is as the archive has it
   */
  public record Reading(
      List<ArticleCondition> in,
      List<ArticleCondition> notIn,
      Optional<SpeakerRef> who,
      boolean itself) {
    public Reading {
      in = List.copyOf(in);
      notIn = List.copyOf(notIn);
    }

    boolean holds(ArticleHeader article) {
      return in.stream().allMatch(one -> one.holds(article))
          && notIn.stream().noneMatch(one -> one.holds(article));
    }
  }

  /**
   * Names.
   *
   * @param elsewhere where ids lead, in no circle
   * @param shown what is known of those that they lead to
   */
  Names(Map<String, Elsewhere> elsewhere, Map<String, SpeakerRef> shown) {
    this.elsewhere = Map.copyOf(elsewhere);
    this.shown = Map.copyOf(shown);
  }

  public boolean isEmpty() {
    return elsewhere.isEmpty();
  }

  /** Every id that something was decided about. */
  public Set<String> ids() {
    return elsewhere.keySet();
  }

  /** How an id is to be read; exactly one reading holds of an article. */
  public List<Reading> readings(String id) {
    List<Reading> readings = new ArrayList<>();
    add(readings, id, List.of(), List.of());
    return readings;
  }

  private void add(
      List<Reading> readings, String id, List<ArticleCondition> in, List<ArticleCondition> notIn) {
    Elsewhere where = elsewhere.get(id);
    if (where == null) {
      readings.add(new Reading(in, notIn, Optional.empty(), true));
      return;
    }
    List<ArticleCondition> before = new ArrayList<>(notIn);
    for (Parted part : where.parts()) {
      List<ArticleCondition> within = new ArrayList<>(in);
      within.add(part.where());
      add(readings, part.other(), within, before);
      before.add(part.where());
    }
    if (where.into() != null) {
      add(readings, where.into(), in, before);
    } else if (where.struck()) {
      readings.add(new Reading(in, before, Optional.empty(), false));
    } else {
      readings.add(new Reading(in, before, Optional.ofNullable(shown.get(id)), false));
    }
  }

  /** For whom somebody in an article stands; nobody where the name was struck. */
  public Optional<SpeakerRef> of(SpeakerRef who, ArticleHeader article) {
    if (who.id() == null || !elsewhere.containsKey(who.id())) {
      return Optional.of(who);
    }
    for (Reading reading : readings(who.id())) {
      if (reading.holds(article)) {
        return reading.itself() ? Optional.of(who) : reading.who();
      }
    }
    return Optional.of(who);
  }

  /** Whether the passages of somebody in an article are found by the name that they had there. */
  public boolean isFoundAs(SpeakerRef who, ArticleHeader article) {
    return who.id() == null
        || readings(who.id()).stream()
            .filter(reading -> reading.holds(article))
            .anyMatch(
                reading -> reading.itself() || reading.who().isPresent() && reading.in().isEmpty());
  }

  /** For whom an id stands in articles of which nothing else was decided; nobody where struck. */
  public Optional<SpeakerRef> of(SpeakerRef who) {
    String id = who.id();
    if (id == null) {
      return Optional.of(who);
    }
    Elsewhere where = elsewhere.get(id);
    while (where != null && where.into() != null) {
      id = where.into();
      where = elsewhere.get(id);
    }
    if (where != null && where.struck()) {
      return Optional.empty();
    }
    SpeakerRef known = shown.get(id);
    return Optional.of(known == null ? who : known);
  }

  /** Whether an id was struck, or counts as one that was. */
  public boolean isStruck(String id) {
    return of(new SpeakerRef(id, id, SpeakerType.PERSON)).isEmpty();
  }
}
