package org.onrecord.cli.option;

/**
 * Where the value of a setting is from.
 *
 * @param place the option, the variable or the file that says it
 * @param kind which of them
 */
public record Origin(Kind kind, String place) {
  /** Nobody said anything. */
  public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

  /** The kinds, the one that outweighs the others first. */
  public enum Kind {
    OPTION,
    ENVIRONMENT,
    FILE,
    /** Nobody said anything. */
    DEFAULT
  }

  /** Whether it is said where the command line does not show it. */
  public boolean isUnseen() {
    return kind == Kind.ENVIRONMENT || kind == Kind.FILE;
  }
}
