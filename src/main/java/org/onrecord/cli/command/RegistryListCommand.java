package org.onrecord.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.RegistryOption;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.registry.Membership;
import org.onrecord.registry.Office;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord registry list}: the people, a line each. */
@Command(
    name = "list",
    description = {
      "Lists people by name: id, name, party and offices on a day, parted by tabs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord registry list --country PK",
      "  onrecord registry list --party Labour --country GB --on 2010-05-01",
    })
final class RegistryListCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final RegistryOption option = new RegistryOption();

  @Option(
      names = "--country",
      paramLabel = "XX",
      description = "Only who had a party or office there, such as GB.")
  private @Nullable String country;

  @Option(
      names = "--party",
      paramLabel = "NAME",
      description = "Only who was at some time in this party: any of its names, or its id.")
  private @Nullable String party;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day, such as 2015-06-30; today by default.")
  private LocalDate date = LocalDate.now();

  private final Terminal terminal;

  RegistryListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Registry registry = RegistryReading.read(option.choice(), terminal);
    List<String> parties = party == null ? List.of() : parties(registry, party);
    if (party != null && parties.isEmpty()) {
      terminal.fail("no party is called " + party);
      return ExitCode.FAILED.number();
    }
    List<Person> people = new ArrayList<>();
    for (Person person : registry.persons()) {
      if ((country == null || isOf(registry, person, country))
          && (parties.isEmpty() || isIn(person, parties))) {
        people.add(person);
      }
    }
    people.sort(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER));
    people.forEach(person -> print(registry, person));
    terminal.err().println(Amount.of(people.size(), "pe", "rson", "ople"));
    return ExitCode.DONE.number();
  }

  private List<String> parties(Registry registry, String asked) {
    List<String> ids = new ArrayList<>();
    registry.partyById(asked).ifPresent(byId -> ids.add(byId.id()));
    for (Party each : registry.partiesAsked(asked)) {
      if (country == null || country.equalsIgnoreCase(each.country())) {
        ids.add(each.id());
      }
    }
    return ids;
  }

  private static boolean isOf(Registry registry, Person person, String country) {
    return registry.countriesOf(person).contains(country.toUpperCase(Locale.ROOT));
  }

  private static boolean isIn(Person person, List<String> parties) {
    return person.memberships().stream()
        .map(Membership::organisationId)
        .anyMatch(parties::contains);
  }

  private void print(Registry registry, Person person) {
    List<String> parties =
        registry.partiesOf(person, date).stream().map(p -> p.nameOn(date)).toList();
    List<String> offices =
        registry.officesOf(person, date).stream().map(Office::role).distinct().toList();
    terminal
        .out()
        .println(
            String.join(
                "\t",
                TextStyle.clean(person.id()),
                TextStyle.clean(person.name()),
                TextStyle.clean(String.join(", ", parties)),
                TextStyle.clean(String.join(", ", offices))));
  }
}
