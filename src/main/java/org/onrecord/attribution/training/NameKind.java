package org.onrecord.attribution.training;

import org.onrecord.attribution.names.NameMention.Kind;

/** What a name is the name of. */
public enum NameKind {
  PERSON(Kind.PERSON),
  ORGANISATION(Kind.ORGANISATION),
  PLACE(Kind.PLACE),
  /** A work, an event, a product, a law. */
  OTHER(Kind.THING);

  private final Kind mention;

  NameKind(Kind mention) {
    this.mention = mention;
  }

  Kind mention() {
    return mention;
  }
}
