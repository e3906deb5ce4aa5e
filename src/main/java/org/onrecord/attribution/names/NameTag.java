package org.onrecord.attribution.names;

import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.names.NameMention.Kind;

/** What a token is in a name: its first word or one that goes on, by the name's kind. */
public enum NameTag {
  OUTSIDE(null, false),
  PERSON(Kind.PERSON, true),
  IN_PERSON(Kind.PERSON, false),
  ORGANISATION(Kind.ORGANISATION, true),
  IN_ORGANISATION(Kind.ORGANISATION, false),
  PLACE(Kind.PLACE, true),
  IN_PLACE(Kind.PLACE, false),
  /** A work, an event, a product: a name, but of nobody who could speak. */
  OTHER(Kind.THING, true),
  IN_OTHER(Kind.THING, false);

  public static final int COUNT = values().length;

  /** Every tag, as a set of bits. */
  public static final short ANY = (short) ((1 << COUNT) - 1);

  private final @Nullable Kind kind;
  private final boolean first;

  NameTag(@Nullable Kind kind, boolean first) {
    this.kind = kind;
    this.first = first;
  }

  /** The name's kind; null outside of names. */
  public @Nullable Kind kind() {
    return kind;
  }

  /** Whether a name begins with it. */
  boolean isFirst() {
    return first;
  }

  /** Whether a name goes on with it. */
  public boolean isInside() {
    return kind != null && !first;
  }

  /** Whether it may stand right behind another; null stands for what is before the first. */
  boolean mayFollow(@Nullable NameTag before) {
    return !isInside() || before != null && before.kind == kind;
  }

  public short bit() {
    return (short) (1 << ordinal());
  }

  public static NameTag first(Kind kind) {
    return of(kind, true);
  }

  public static NameTag inside(Kind kind) {
    return of(kind, false);
  }

  private static NameTag of(Kind kind, boolean first) {
    for (NameTag tag : values()) {
      if (tag.kind == kind && tag.first == first) {
        return tag;
      }
    }
    throw new IllegalArgumentException("no name is a " + kind);
  }
}
