package org.onrecord.cli.command;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.RegistryChoice;
import org.onrecord.cli.option.RegistryOption;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.registry.LoadedRegistry;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.registry.RegistryLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord registry check}: how much is known, and what is wrong with files. */
@Command(
    name = "check",
    description = {
      "Tells how many people, parties, memberships and countries are known, and what",
      "is wrong with the files given. Ends with 3 if something is.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord registry check",
      "  onrecord registry check --registry people.csv",
    })
final class RegistryCheckCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final RegistryOption option = new RegistryOption();
  private final Terminal terminal;

  RegistryCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RegistryChoice choice = option.choice();
    long start = System.nanoTime();
    LoadedRegistry loaded = RegistryLoader.builtInWith(choice.files());
    double milliseconds = (System.nanoTime() - start) / 1e6;
    Registry registry = loaded.registry();
    long memberships = 0;
    Set<String> countries = new TreeSet<>();
    for (Person person : registry.persons()) {
      memberships += person.memberships().size();
      countries.addAll(registry.countriesOf(person));
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s, %s, %s, %s; read in %.0f ms%n",
            people(registry.persons().size()),
            Amount.of(registry.parties().size(), "part", "y", "ies"),
            Amount.of(memberships, "membership"),
            Amount.of(countries.size(), "countr", "y", "ies"),
            milliseconds);
    loaded.problems().forEach(terminal::warn);
    if (!loaded.problems().isEmpty()) {
      terminal.fail(Amount.of(loaded.problems().size(), "problem") + " found");
    }
    return (loaded.problems().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  private static String people(int number) {
    return Amount.of(number, "pe", "rson", "ople");
  }
}
