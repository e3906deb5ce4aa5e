package org.onrecord.http.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.SpeakerRef;
import org.onrecord.page.Naming;
import org.onrecord.page.PeopleView;
import org.onrecord.page.Viewer;
import org.onrecord.page.Wording;
import org.onrecord.people.Decided;
import org.onrecord.people.NameDecision;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.PeopleHistory;
import org.onrecord.people.Variant;

/** What the pages show of decisions about names. */
@Singleton
final class NamePages {
  static final String ALL = "/people";

  private static final int MOST_SUGGESTED = 100;
  private static final int MOST_TOLD = 500;

  private final Optional<PeopleDesk> desk;

  NamePages(Optional<PeopleDesk> desk) {
    this.desk = desk;
  }

  /** Of one profile; empty where nothing can be decided, or not all is shown. */
  Optional<Naming> of(String id, String name, Viewer looking) throws IOException {
    if (desk.isEmpty() || !looking.seesAll()) {
      return Optional.empty();
    }
    return Optional.of(
        naming(desk.get(), id, name, Pages.speaker(id), looking, one -> isAbout(one, id)));
  }

  private static boolean isAbout(Decided decided, String id) {
    return is(decided.decision().subject(), id) || is(decided.decision().object(), id);
  }

  private static boolean is(@Nullable SpeakerRef who, String id) {
    return who != null && id.equals(who.id());
  }

  /** Of the whole archive. */
  PeopleView all(PeopleDesk all, Viewer looking) throws IOException {
    return new PeopleView(
        naming(all, null, "", ALL, looking, _ -> true),
        looking.mayCorrect() ? suggested(all) : List.of());
  }

  private static Naming naming(
      PeopleDesk desk,
      @Nullable String who,
      String name,
      String back,
      Viewer looking,
      Predicate<Decided> wanted)
      throws IOException {
    PeopleHistory history = desk.history();
    List<Naming.DecidedName> log = new ArrayList<>();
    for (Decided decided : desk.told().reversed()) {
      if (wanted.test(decided) && log.size() < MOST_TOLD) {
        log.add(told(decided, history, looking));
      }
    }
    return new Naming(who, name, back, looking.mayCorrect(), log);
  }

  private static Naming.DecidedName told(Decided decided, PeopleHistory history, Viewer looking) {
    LocalDate day = decided.at().atZone(ZoneOffset.UTC).toLocalDate();
    boolean holds = history.holds(decided);
    boolean undoing = decided.decision() instanceof NameDecision.Undo;
    return new Naming.DecidedName(
        decided.number(),
        decided.decision().sentence(),
        decided.by() + " on " + Wording.day(day),
        decided.note(),
        !holds && !undoing,
        holds && looking.mayCorrect());
  }

  private static List<PeopleView.Suggested> suggested(PeopleDesk desk) throws IOException {
    return desk.variants().stream().limit(MOST_SUGGESTED).map(NamePages::suggested).toList();
  }

  private static PeopleView.Suggested suggested(Variant variant) {
    String who = Objects.requireNonNull(variant.who().who().id());
    String into = Objects.requireNonNull(variant.into().who().id());
    String together =
        variant.together() == 0
            ? "no article has both"
            : Wording.count(variant.together(), "article has both", "articles have both");
    return new PeopleView.Suggested(
        who,
        variant.who().who().name(),
        Pages.speaker(who),
        into,
        variant.into().who().name(),
        Pages.speaker(into),
        variant.evidence() + "; " + together);
  }
}
