package org.onrecord.cli.terminal;

/** What a command ends with. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  BAD_USAGE(2),
  /** Done, but some input was refused. */
  REFUSED(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
