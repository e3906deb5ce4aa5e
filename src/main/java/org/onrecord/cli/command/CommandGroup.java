package org.onrecord.cli.command;

import java.util.concurrent.Callable;
import org.onrecord.cli.option.StandardHelp;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing itself: one of its subcommands must be named. */
abstract class CommandGroup implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what: " + String.join(", ", spec.subcommands().keySet()));
  }
}
