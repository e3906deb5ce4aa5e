package org.onrecord.quotation;

/**
 * What a token is to a quotation. Content is told apart by how it is said and by its first token;
 * "ignored" content is that of attitudes (believes, hopes), which is learnt so that it is not taken
 * for speech, and never emitted.
 */
public enum Label {
  OUTSIDE,
  BEGIN_DIRECT,
  INSIDE_DIRECT,
  BEGIN_REPORTED,
  INSIDE_REPORTED,
  BEGIN_IGNORED,
  INSIDE_IGNORED,
  CUE,
  SOURCE;

  public static final int COUNT = values().length;

  /** The label that must stand before this one or be it, for the inside of a span; null for any. */
  boolean mayFollow(Label before) {
    return switch (this) {
      case INSIDE_DIRECT -> before == BEGIN_DIRECT || before == INSIDE_DIRECT;
      case INSIDE_REPORTED -> before == BEGIN_REPORTED || before == INSIDE_REPORTED;
      case INSIDE_IGNORED -> before == BEGIN_IGNORED || before == INSIDE_IGNORED;
      case OUTSIDE, BEGIN_DIRECT, BEGIN_REPORTED, BEGIN_IGNORED, CUE, SOURCE -> true;
    };
  }

  boolean isInside() {
    return this == INSIDE_DIRECT || this == INSIDE_REPORTED || this == INSIDE_IGNORED;
  }

  boolean isContent() {
    return switch (this) {
      case BEGIN_DIRECT, INSIDE_DIRECT, BEGIN_REPORTED, INSIDE_REPORTED -> true;
      case OUTSIDE, BEGIN_IGNORED, INSIDE_IGNORED, CUE, SOURCE -> false;
    };
  }

  boolean isDirect() {
    return this == BEGIN_DIRECT || this == INSIDE_DIRECT;
  }

  boolean begins() {
    return this == BEGIN_DIRECT || this == BEGIN_REPORTED || this == BEGIN_IGNORED;
  }
}
