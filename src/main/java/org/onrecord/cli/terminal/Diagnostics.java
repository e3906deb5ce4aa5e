package org.onrecord.cli.terminal;

import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.onrecord.search.InvalidRequestException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Says what went wrong: in a sentence, and with {@code --debug} with everything that is known. */
public final class Diagnostics {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  private boolean debug;

  private final PrintStream err;

  public Diagnostics(PrintStream err) {
    this.err = err;
  }

  /** Tells of a fault that ends a command. */
  public ExitCode report(Exception fault) {
    err.println("onrecord: " + TextStyle.clean(sentence(fault)));
    explain(fault);
    if (fault instanceof InvalidRequestException) {
      return ExitCode.BAD_USAGE;
    }
    return ExitCode.FAILED;
  }

  /** Shows the fault's stack, with {@code --debug} only. */
  public void explain(Throwable fault) {
    if (debug) {
      fault.printStackTrace(err);
    }
  }

  private static String sentence(Exception fault) {
    return switch (fault) {
      case AccessDeniedException e -> Denied.of(e.getFile());
      case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
      case FileSystemException e -> String.valueOf(e.getMessage());
      case java.io.IOException e when e.getMessage() != null -> e.getMessage();
      case InvalidRequestException e -> String.valueOf(e.getMessage());
      default -> "this should not have happened: " + fault + ". With --debug it says where it did.";
    };
  }
}
