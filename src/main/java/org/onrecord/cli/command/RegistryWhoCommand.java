package org.onrecord.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.RegistryOption;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.registry.DatePeriod;
import org.onrecord.registry.Membership;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Organisation;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord registry who}: everything that is known of a name. */
@Command(
    name = "who",
    description = {"Prints everything that is known of everybody of a name.", ""},
    footer = {
      "",
      "Examples:",
      "  onrecord registry who \"Imran Khan\"",
      "  onrecord registry who Farage --on 2014-05-01",
    })
final class RegistryWhoCommand implements Callable<Integer> {
  private static final int SIMILAR = 5;

  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final RegistryOption option = new RegistryOption();

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "A name, a surname or an id, as a text or in several words.")
  private List<String> words = List.of();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = {"Who is meant on this day, such as 2015-06-30, and for", "which party."})
  private @Nullable LocalDate date;

  private final Terminal terminal;

  RegistryWhoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Registry registry = RegistryReading.read(option.choice(), terminal);
    String name = String.join(" ", words);
    List<Person> found = find(registry, name);
    if (found.isEmpty()) {
      List<String> similar = SimilarNames.of(registry, name, SIMILAR);
      terminal.fail(
          "nobody of the name "
              + name
              + " is known"
              + (similar.isEmpty() ? "" : "; similar: " + String.join(", ", similar)));
      return ExitCode.FAILED.number();
    }
    for (Person person : found) {
      print(registry, person);
    }
    return ExitCode.DONE.number();
  }

  private List<Person> find(Registry registry, String name) {
    List<NameMatch> named = registry.named(name, date);
    if (named.isEmpty()) {
      named =
          registry.bySurname(name).stream()
              .filter(match -> registry.isPlausible(match.person(), date))
              .toList();
    }
    List<Person> found = new ArrayList<>(named.stream().map(NameMatch::person).toList());
    registry.person(name).filter(person -> !found.contains(person)).ifPresent(found::add);
    return found;
  }

  private void print(Registry registry, Person person) {
    line(0, person.name() + " (" + person.id() + ")");
    if (!person.aliases().isEmpty()) {
      line(1, "also: " + String.join(", ", person.aliases()));
    }
    if (person.description() != null) {
      line(1, person.description());
    }
    life(person.life());
    if (person.wikidata() != null) {
      line(1, "Wikidata: " + person.wikidata());
    }
    if (date != null) {
      line(1, "on " + date + ": " + parties(registry, person, date));
    }
    person.memberships().stream()
        .sorted(Comparator.comparing(m -> start(m.period())))
        .forEach(membership -> line(1, membership(registry, membership)));
  }

  private void life(DatePeriod life) {
    if (life.start() != null) {
      line(1, "born: " + life.start());
    }
    if (life.end() != null) {
      line(1, "died: " + life.end());
    }
  }

  private static LocalDate start(DatePeriod period) {
    LocalDate start = period.start();
    return start == null ? LocalDate.MIN : start;
  }

  private static String parties(Registry registry, Person person, LocalDate day) {
    List<String> told = new ArrayList<>();
    for (Party party : registry.partiesOf(person, day)) {
      String lastKnown =
          registry
              .lastKnown(person, party, day)
              .map(known -> " (last known on " + known + ")")
              .orElse("");
      told.add(party.nameOn(day) + lastKnown);
    }
    for (Party party : registry.formerPartiesOf(person, day)) {
      told.add("formerly " + party.name());
    }
    registry.officesOf(person, day).forEach(office -> told.add(office.role()));
    return told.isEmpty() ? "no party or office known" : String.join(", ", told);
  }

  private static String membership(Registry registry, Membership membership) {
    String id = membership.organisationId();
    String where =
        registry
            .partyById(id)
            .map(Party::name)
            .or(() -> registry.organisation(id).map(Organisation::name))
            .orElse(id);
    DatePeriod period = membership.period();
    String from = period.start() == null ? "" : period.start() + " ";
    String to = period.end() == null ? "" : " " + period.end();
    String when = from.isEmpty() && to.isEmpty() ? "no dates" : from + "to" + to;
    String lastKnown =
        membership.lastKnown() == null ? "" : ", last known on " + membership.lastKnown();
    String source = membership.source() == null ? "" : " [" + membership.source() + "]";
    String what = membership.role() == null ? where : membership.role() + ", " + where;
    return when + lastKnown + ": " + what + source;
  }

  private void line(int indent, String text) {
    terminal.out().println("  ".repeat(indent) + TextStyle.clean(text));
  }
}
