package org.onrecord.cli.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.cli.option.Places;
import org.onrecord.people.ArticleCondition;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord people part}: a name is somebody else's in some articles. */
@Command(
    name = "part",
    description = {
      "Makes an id somebody else in some articles: namesakes. An article is one of them",
      "if it meets everything that is said. A join is parted by undoing it.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord people part tom-hale --is \"Tom Hale (referee)\" --outlet \"Sport Weekly\" \\",
      "    --by \"R. Elm\"",
      "  onrecord people part tom-hale --is thomas-hale --article bridge --by \"R. Elm\"",
    })
final class PeoplePartCommand extends DecidingCommand {
  @Parameters(paramLabel = "WHO", description = "An id or a name.")
  private String who = "";

  @Option(
      names = "--is",
      paramLabel = "OTHER",
      required = true,
      description = {"Who it is there: an id, a name, or a new name that", "tells them apart."})
  private String other = "";

  @Option(names = "--article", paramLabel = "ID", description = "In this article. May repeat.")
  private List<String> articles = new ArrayList<>();

  @Option(names = "--outlet", paramLabel = "NAME", description = "In this outlet.")
  private @Nullable String outlet;

  @Option(names = "--from", paramLabel = "DATE", description = "From this day on.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Up to this day.")
  private @Nullable LocalDate to;

  @Spec private CommandSpec spec = CommandSpec.create();

  PeoplePartCommand(PeopleAccess access, Places places) {
    super(access, places);
  }

  @Override
  Decided decide(PeopleDesk desk, PeopleDesk.Editor editor)
      throws IOException, RefusedDecisionException {
    return desk.part(who, other, where(), editor);
  }

  private ArticleCondition where() {
    try {
      return new ArticleCondition(articles.stream().map(ArticleId::new).toList(), outlet, from, to);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          e.getMessage() + ": --article ID, --outlet NAME, --from DATE, --to DATE");
    }
  }
}
