package org.onrecord.people;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.registry.Registry;

/**
 * Takes editors' decisions about names into the log. No document is read or written: whoever reads
 * the index follows the log. Safe for use by several threads.
 */
public final class PeopleDesk {

  /** Those of an archive, as it has them before anything is decided. */
  public interface Archived {
    List<ArchivedPerson> people() throws IOException;

    /** Whether the archive has an id. */
    default boolean has(String id) throws IOException {
      return people().stream().anyMatch(one -> one.id().equals(id));
    }

    /** In how many articles two ids are. */
    default long articlesWithBoth(String id, String other) throws IOException {
      return 0;
    }
  }

  /**
   * Who decides, and why.
   *
   * @param by the editor
   * @param note in the editor's words
   */
  public record Editor(String by, @Nullable String note) {}

  /** Under what name those are joined that are one on good evidence. */
  public static final String JOINED_BY = "OnRecord";

  private final PeopleLog log;
  private final Archived archived;
  private final Supplier<Registry> registry;
  private final InstantSource clock;

  /** A desk for the index beside which the log lies. */
  public PeopleDesk(
      PeopleLog log, Archived archived, Supplier<Registry> registry, InstantSource clock) {
    this.log = log;
    this.archived = archived;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Everything under one id counts as another from now on.
   *
   * @param who an id or a name
   * @param into an id or a name
   * @throws RefusedDecisionException if that does not go; the message says why and what to do
   * @throws IOException if archive or log cannot be read or written
   */
  public Decided merge(String who, String into, Editor editor)
      throws IOException, RefusedDecisionException {
    People people = people();
    return decide(new NameDecision.Merge(people.meant(who), people.meant(into)), editor);
  }

  /**
   * An id is called so from now on.
   *
   * @see #merge
   */
  public Decided rename(String who, String name, Editor editor)
      throws IOException, RefusedDecisionException {
    People people = people();
    SpeakerRef meant = people.meant(who);
    String wanted = name.strip();
    checkName(wanted);
    SpeakerRef now = log.names().of(meant).orElse(meant);
    if (now.name().equals(wanted) && Objects.equals(now.id(), meant.id())) {
      throw new RefusedDecisionException(meant.id() + " is called " + wanted + " already");
    }
    Optional<SpeakerRef> other = people.otherCalled(wanted, meant);
    if (other.isPresent()) {
      throw new RefusedDecisionException(
          "%s is what %s is called: to make both one, merge %s into %s"
              .formatted(wanted, other.get().id(), meant.id(), other.get().id()));
    }
    return decide(new NameDecision.Rename(meant, wanted), editor);
  }

  /**
   * In some articles an id is somebody else from now on.
   *
   * @param other an id or a name; a new name makes somebody new
   * @see #merge
   */
  public Decided part(String who, String other, ArticleCondition where, Editor editor)
      throws IOException, RefusedDecisionException {
    People people = people();
    SpeakerRef meant = people.meant(who);
    checkName(other.strip());
    SpeakerRef somebody = people.meantOrNew(other, meant.type());
    if (Objects.equals(somebody.id(), meant.id())
        || folded(somebody.name()).equals(folded(meant.name()))) {
      throw new RefusedDecisionException(
          "%s is the same name: say who it is there by a name that tells them apart, such as \"%s (of %s)\""
              .formatted(
                  other, meant.name(), where.outlet() == null ? "Elsewhere" : where.outlet()));
    }
    return decide(new NameDecision.Part(meant, somebody, where), editor);
  }

  /**
   * An id is no name from now on.
   *
   * @see #merge
   */
  public Decided strike(String who, Editor editor) throws IOException, RefusedDecisionException {
    return decide(new NameDecision.Strike(people().meant(who)), editor);
  }

  /**
   * A decision does not hold any more.
   *
   * @see #merge
   */
  public Decided undo(int decision, Editor editor) throws IOException, RefusedDecisionException {
    return decide(new NameDecision.Undo(decision), editor);
  }

  private static void checkName(String name) throws RefusedDecisionException {
    try {
      NameRules.check(name);
    } catch (IllegalArgumentException e) {
      throw new RefusedDecisionException(
          RefusedDecisionException.Reason.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private Decided decide(NameDecision decision, Editor editor)
      throws IOException, RefusedDecisionException {
    return log.decide(decision, editor.by(), editor.note(), clock);
  }

  private People people() throws IOException {
    return new People(archived.people(), log.history(), registry);
  }

  /** Everybody of the archive, each with what was decided. */
  public List<NamedPerson> list() throws IOException {
    Names names = log.names();
    List<NamedPerson> all = new ArrayList<>();
    for (ArchivedPerson person : archived.people()) {
      all.add(NamedPerson.of(person, names));
    }
    return all;
  }

  /** Who may be one under two names, the likeliest first. */
  public List<Variant> variants() throws IOException {
    return new Variants(
            archived.people(), log.history(), registry.get(), archived::articlesWithBoth)
        .all();
  }

  /**
   * Joins the names that are one on good evidence, which becomes the note of each decision. What an
   * editor undid is not joined again.
   */
  public List<Decided> join() throws IOException {
    List<Decided> joined = new ArrayList<>();
    for (Variant variant : variants()) {
      if (variant.sure()) {
        String note = variant.evidence() + ", and " + both(variant.together());
        try {
          joined.add(
              decide(
                  new NameDecision.Merge(variant.who().who(), variant.into().who()),
                  new Editor(JOINED_BY, note)));
        } catch (RefusedDecisionException _) {
          // An editor was faster: that holds.
        }
      }
    }
    return joined;
  }

  private static String both(long articles) {
    return articles == 1 ? "an article has both" : articles + " articles have both";
  }

  /** What was decided, the earliest first. */
  public PeopleHistory history() throws IOException {
    return log.history();
  }

  /**
   * What was decided about those whom the archive still has, or the registry knows: what only
   * articles had that were taken out or withheld is not told.
   */
  public List<Decided> told() throws IOException {
    PeopleHistory history = log.history();
    List<Decided> told = new ArrayList<>();
    for (Decided decided : history.decisions()) {
      if (isTold(decided, history)) {
        told.add(decided);
      }
    }
    return told;
  }

  private boolean isTold(Decided decided, PeopleHistory history) throws IOException {
    if (decided.decision() instanceof NameDecision.Undo(int number)) {
      Optional<Decided> undone = history.decision(number);
      return undone.isPresent() && isTold(undone.get(), history);
    }
    return isHeld(decided.decision().subject(), history)
        && isHeld(decided.decision().object(), history);
  }

  private boolean isHeld(@Nullable SpeakerRef who, PeopleHistory history) throws IOException {
    if (who == null) {
      return true;
    }
    String id = Objects.requireNonNull(who.id());
    return archived.has(id)
        || registry.get().person(id).isPresent()
        || registry.get().organisation(id).isPresent()
        || history.made().contains(id);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
