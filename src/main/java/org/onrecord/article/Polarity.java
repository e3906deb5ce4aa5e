package org.onrecord.article;

import java.util.Optional;

/** What the report does with the content: whether somebody is told to have said it at all. */
public enum Polarity implements Labelled {
  /** Somebody said it. */
  AFFIRMED,
  /** Somebody denied it: the content is what is denied ("denied that …", "rejected the claim"). */
  DENIED,
  /** Somebody asked it ("asked whether …", a question). */
  ASKED,
  /** Somebody would or may say it ("would say", "if … said"). */
  HYPOTHETICAL,
  /** Somebody refused to say or do it ("declined to comment on …", "would not say"). */
  REFUSED,
  /** Nobody said it ("never said that …", "did not say whether …"): it is nobody's words. */
  UNSAID;

  /**
   * The verb that tells it after the speaker's name: "denies", "asks", "would say", "refuses", "did
   * not say"; empty where it is affirmed.
   */
  public String told() {
    return switch (this) {
      case AFFIRMED -> "";
      case DENIED -> "denies";
      case ASKED -> "asks";
      case HYPOTHETICAL -> "would say";
      case REFUSED -> "refuses";
      case UNSAID -> "did not say";
    };
  }

  /** Whether the report puts the content into somebody's mouth, in whatever manner. */
  public boolean isSaid() {
    return this != UNSAID;
  }

  /** The polarity with this label, in any case. */
  public static Optional<Polarity> of(String label) {
    return Labelled.of(values(), label);
  }
}
