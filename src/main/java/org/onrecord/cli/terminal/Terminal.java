package org.onrecord.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Warned;

/**
 * The streams of a command.
 *
 * @param out results, in UTF-8
 * @param err progress and errors, in UTF-8
 * @param interactive which of these a person is looking at
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Set<Stream> interactive) {
  /** One of the streams that a command writes. */
  public enum Stream {
    OUT,
    ERR
  }

  public Terminal {
    interactive = Set.copyOf(interactive);
  }

  /** Says in a sentence what went wrong. */
  public void fail(String sentence) {
    err.println("onrecord: " + TextStyle.clean(sentence));
  }

  /** Says what is wrong though the command goes on. */
  public void warn(String sentence) {
    err.println("warning: " + TextStyle.clean(sentence));
  }

  /** Says which input was refused, and why. */
  public void refuse(Rejected rejected) {
    err.println("refused: " + TextStyle.clean(rejected.sentence()));
  }

  /** Says what is to be known of how an article was read. */
  public void warn(Warned warned) {
    err.println("warning: " + TextStyle.clean(warned.sentence()));
  }

  /** How to write to {@code out}. */
  public TextStyle style() {
    return interactive.contains(Stream.OUT) ? TextStyle.ANSI : TextStyle.PLAIN;
  }
}
