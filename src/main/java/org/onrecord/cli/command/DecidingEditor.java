package org.onrecord.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.people.PeopleDesk;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say who decides, and about which index. */
final class DecidingEditor {
  @Option(names = "--by", paramLabel = "NAME", description = "Who decides it; must be given.")
  private @Nullable String by;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private @Nullable String note;

  @Mixin private final IndexFolder index;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  DecidingEditor(Places places) {
    this.index = new IndexFolder(places);
  }

  Path index() {
    return index.path();
  }

  PeopleDesk.Editor editor() {
    String editor = by == null ? "" : by.strip();
    if (editor.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "who decides it? Say so with --by NAME");
    }
    return new PeopleDesk.Editor(editor, note == null || note.isBlank() ? null : note.strip());
  }
}
