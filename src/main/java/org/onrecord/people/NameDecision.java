package org.onrecord.people;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;

/**
 * What an editor decides about a name. Whoever it is about has an id, and is kept with the name and
 * the type that the archive had for it then.
 */
public sealed interface NameDecision {

  /** Everything under the one counts as the other. */
  record Merge(SpeakerRef who, SpeakerRef into) implements NameDecision {
    public Merge {
      requireId(who);
      requireId(into);
    }

    @Override
    public String sentence() {
      return told(who) + " is " + told(into);
    }
  }

  /** It is called so. */
  record Rename(SpeakerRef who, String name) implements NameDecision {
    public Rename {
      requireId(who);
      NameRules.check(name);
    }

    @Override
    public String sentence() {
      return told(who) + " is called " + name;
    }
  }

  /** In some articles it is somebody else. */
  record Part(SpeakerRef who, SpeakerRef other, ArticleCondition where) implements NameDecision {
    public Part {
      requireId(who);
      requireId(other);
      Objects.requireNonNull(where);
    }

    @Override
    public String sentence() {
      return told(who) + " is " + told(other) + " " + where.sentence();
    }
  }

  /** It is nobody's name. */
  record Strike(SpeakerRef who) implements NameDecision {
    public Strike {
      requireId(who);
    }

    @Override
    public String sentence() {
      return told(who) + " is no name";
    }
  }

  /** An earlier decision does not hold any more. */
  record Undo(int decision) implements NameDecision {
    @Override
    public String sentence() {
      return "decision " + decision + " is undone";
    }
  }

  /** The decision as a person reads it. */
  String sentence();

  /** Whom it is about; null where it is about a decision. */
  default @Nullable SpeakerRef subject() {
    return switch (this) {
      case Merge(SpeakerRef who, SpeakerRef _) -> who;
      case Rename(SpeakerRef who, String _) -> who;
      case Part(SpeakerRef who, SpeakerRef _, ArticleCondition _) -> who;
      case Strike(SpeakerRef who) -> who;
      case Undo _ -> null;
    };
  }

  /** As whom that counts; null where there is nobody. */
  default @Nullable SpeakerRef object() {
    return switch (this) {
      case Merge(SpeakerRef _, SpeakerRef into) -> into;
      case Part(SpeakerRef _, SpeakerRef other, ArticleCondition _) -> other;
      case Rename _, Strike _, Undo _ -> null;
    };
  }

  private static String told(SpeakerRef who) {
    return who.name() + " (" + who.id() + ")";
  }

  private static void requireId(SpeakerRef who) {
    if (who.id() == null || who.id().isBlank() || who.name().isBlank()) {
      throw new IllegalArgumentException("whoever is decided about has an id and a name");
    }
  }
}
