package org.onrecord.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.people.NamedPerson;
import org.onrecord.people.RefusedDecisionException;
import org.onrecord.people.Variant;
import org.onrecord.registry.NameKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord people list}: who is in the archive. */
@Command(
    name = "list",
    description = {
      "Lists the people and organisations of the archive, those with most quotations",
      "first: id, name, quotations, paragraphs that name them, and what was decided.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord people list",
      "  onrecord people list alder",
      "  onrecord people list --suggest",
    })
final class PeopleListCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "Only those whose name or id has all of these words.")
  private List<String> words = List.of();

  @Option(
      names = "--suggest",
      description = {
        "Which may be one under two names, with what speaks",
        "for it, for an editor to decide."
      })
  private boolean suggest;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many at the most; ${DEFAULT-VALUE} by default.")
  private int limit;

  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;
  private final Terminal terminal;

  PeopleListCommand(PeopleAccess access, Places places, Terminal terminal) {
    this.access = access;
    this.index = new IndexFolder(places);
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<String> lines;
    try {
      lines =
          suggest
              ? access.at(index.path(), desk -> suggested(desk.variants()))
              : access.at(index.path(), desk -> listed(desk.list()));
    } catch (RefusedDecisionException e) {
      throw new IOException(e.getMessage(), e);
    }
    lines.stream().limit(limit).forEach(this::line);
    if (lines.size() > limit) {
      terminal.err().println((lines.size() - limit) + " more: --limit " + lines.size());
    }
    if (lines.isEmpty()) {
      terminal.err().println((suggest ? "Nothing to suggest in " : "Nobody in ") + index.path());
    }
    return ExitCode.DONE.number();
  }

  private List<String> listed(List<NamedPerson> people) {
    List<NamedPerson> wanted = new ArrayList<>(people);
    wanted.removeIf(
        person ->
            !isWanted(
                person.name() + " " + person.archived().id() + " " + person.archived().names()));
    wanted.sort(
        Comparator.comparing((NamedPerson one) -> -one.archived().spoken())
            .thenComparing(one -> -one.archived().mentioned())
            .thenComparing(one -> one.archived().id()));
    return wanted.stream()
        .map(
            person ->
                "%s  %s  %d  %d%s"
                    .formatted(
                        person.archived().id(),
                        person.name(),
                        person.archived().spoken(),
                        person.archived().mentioned(),
                        told(person)))
        .toList();
  }

  private static String told(NamedPerson person) {
    if (person.struck()) {
      return "  struck";
    }
    if (person.countsAs() != null) {
      return "  counts as " + person.countsAs().name() + " (" + person.countsAs().id() + ")";
    }
    List<String> others = new ArrayList<>(person.archived().names());
    others.remove(person.name());
    return others.isEmpty() ? "" : "  also: " + String.join(", ", others);
  }

  private List<String> suggested(List<Variant> variants) {
    return variants.stream()
        .filter(one -> isWanted(one.who().who().name() + " " + one.into().who().name()))
        .map(
            one ->
                "%s -> %s  %s (%d) -> %s (%d): %s; %s%s"
                    .formatted(
                        one.who().id(),
                        one.into().id(),
                        one.who().who().name(),
                        one.who().spoken() + one.who().mentioned(),
                        one.into().who().name(),
                        one.into().spoken() + one.into().mentioned(),
                        one.evidence(),
                        one.together() == 0
                            ? "no article has both"
                            : Amount.of(one.together(), "article") + " with both",
                        one.sure() ? " (joins by itself)" : ""))
        .toList();
  }

  private boolean isWanted(String text) {
    String key = " " + NameKey.of(text.replace('-', ' ')) + " ";
    return words.stream().allMatch(word -> key.contains(" " + NameKey.of(word.replace('-', ' '))));
  }

  private void line(String text) {
    terminal.out().println(TextStyle.clean(text));
  }
}
