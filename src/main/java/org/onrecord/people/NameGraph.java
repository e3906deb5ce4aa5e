package org.onrecord.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.onrecord.article.SpeakerRef;
import org.onrecord.people.Names.Elsewhere;

/**
 * For whom each id stands, as it is built up decision by decision. No way through it leads back to
 * where it began.
 */
final class NameGraph {
  private final Map<String, Decided> merged = new HashMap<>();
  private final Map<String, Decided> struck = new HashMap<>();
  private final Map<String, List<Decided>> parted = new HashMap<>();
  private final Map<String, SpeakerRef> called = new HashMap<>();
  private final Map<String, String> renamed = new HashMap<>();

  /**
   * Adds a decision that nothing has undone.
   *
   * @throws RefusedDecisionException if it does not go with those before; nothing has changed then
   */
  void add(Decided decided) throws RefusedDecisionException {
    switch (decided.decision()) {
      case NameDecision.Merge(SpeakerRef who, SpeakerRef into) -> {
        checkFree(who);
        checkWay(who, into);
        merged.put(id(who), decided);
        called.put(id(into), into);
      }
      case NameDecision.Rename(SpeakerRef who, String name) -> {
        checkFree(who);
        called.put(id(who), who);
        renamed.put(id(who), name);
      }
      case NameDecision.Part(SpeakerRef who, SpeakerRef other, ArticleCondition _) -> {
        checkNotStruck(who);
        checkWay(who, other);
        parted.computeIfAbsent(id(who), _ -> new ArrayList<>()).add(decided);
        called.put(id(other), other);
        called.putIfAbsent(id(who), who);
      }
      case NameDecision.Strike(SpeakerRef who) -> {
        checkFree(who);
        struck.put(id(who), decided);
      }
      case NameDecision.Undo _ -> throw new IllegalArgumentException("undone beforehand");
    }
  }

  private void checkFree(SpeakerRef who) throws RefusedDecisionException {
    Decided before = merged.get(id(who));
    if (before != null) {
      throw new RefusedDecisionException(
          "%s counts as %s already, by decision %d: decide about that one, or undo it first"
              .formatted(
                  who.name(),
                  Objects.requireNonNull(before.decision().object()).name(),
                  before.number()));
    }
    checkNotStruck(who);
  }

  private void checkNotStruck(SpeakerRef who) throws RefusedDecisionException {
    Decided strike = struck.get(id(who));
    if (strike != null) {
      throw new RefusedDecisionException(
          "%s was struck, it is no name, by decision %d: undo that first"
              .formatted(who.name(), strike.number()));
    }
  }

  private void checkWay(SpeakerRef who, SpeakerRef other) throws RefusedDecisionException {
    if (id(who).equals(id(other))) {
      throw new RefusedDecisionException(who.name() + " is " + other.name() + ", the same id");
    }
    if (who.type() != other.type()) {
      throw new RefusedDecisionException(
          "%s is %s and %s is %s: they cannot be one"
              .formatted(who.name(), kind(who), other.name(), kind(other)));
    }
    Set<String> seen = new HashSet<>();
    Deque<SpeakerRef> ahead = new ArrayDeque<>(List.of(other));
    while (!ahead.isEmpty()) {
      SpeakerRef next = ahead.removeFirst();
      checkNotStruck(next);
      if (seen.add(id(next))) {
        for (Decided way : ways(id(next))) {
          SpeakerRef to = Objects.requireNonNull(way.decision().object());
          if (id(to).equals(id(who))) {
            throw new RefusedDecisionException(
                "%s counts as %s already, by decision %d: they would count as each other; undo that first"
                    .formatted(next.name(), to.name(), way.number()));
          }
          ahead.add(to);
        }
      }
    }
  }

  private List<Decided> ways(String id) {
    List<Decided> ways = new ArrayList<>(parted.getOrDefault(id, List.of()));
    Decided merge = merged.get(id);
    if (merge != null) {
      ways.add(merge);
    }
    return ways;
  }

  private static String kind(SpeakerRef who) {
    return switch (who.type()) {
      case PERSON -> "a person";
      case ORGANISATION -> "an organisation";
      case UNNAMED -> "unnamed";
    };
  }

  /** What came of it. */
  Names names() {
    Map<String, Elsewhere> elsewhere = new HashMap<>();
    Set<String> all = new HashSet<>(merged.keySet());
    all.addAll(struck.keySet());
    all.addAll(parted.keySet());
    all.addAll(called.keySet());
    for (String id : all) {
      List<Names.Parted> parts = new ArrayList<>();
      for (Decided decided : parted.getOrDefault(id, List.of()).reversed()) {
        if (decided.decision()
            instanceof NameDecision.Part(SpeakerRef _, SpeakerRef other, ArticleCondition where)) {
          parts.add(new Names.Parted(where, id(other)));
        }
      }
      Decided merge = merged.get(id);
      String into = merge == null ? null : id(Objects.requireNonNull(merge.decision().object()));
      elsewhere.put(id, new Elsewhere(parts, into, struck.containsKey(id)));
    }
    Map<String, SpeakerRef> shown = new HashMap<>();
    called.forEach(
        (id, who) ->
            shown.put(id, new SpeakerRef(renamed.getOrDefault(id, who.name()), id, who.type())));
    return new Names(elsewhere, shown);
  }

  private static String id(SpeakerRef who) {
    return Objects.requireNonNull(who.id());
  }
}
