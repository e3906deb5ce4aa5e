package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;

/**
 * Holds back what is refused at the beginning of a file of many articles, until one is right: a
 * file of which the first {@value #MOST} are wrong is another kind of file, and is refused once.
 */
final class FirstRefusals implements Consumer<ReadResult> {
  static final int MOST = 20;

  private final Provenance file;
  private final Consumer<? super ReadResult> results;
  private @Nullable List<ReadResult> held = new ArrayList<>();
  private boolean wrong;

  /**
   * A file's.
   *
   * @param file the file as such
   */
  FirstRefusals(Provenance file, Consumer<? super ReadResult> results) {
    this.file = file;
    this.results = results;
  }

  /** Whether the file was refused, and need not be read any further. */
  boolean isWrong() {
    return wrong;
  }

  @Override
  public void accept(ReadResult result) {
    if (held == null) {
      results.accept(result);
      return;
    }
    held.add(result);
    if (!(result instanceof Rejected(var _, String reason, var _))
        || !reason.startsWith("broken JSON")) {
      end();
    } else if (held.size() == MOST && held.getFirst() instanceof Rejected first) {
      wrong = true;
      held = null;
      results.accept(
          new Rejected(
              file,
              "this is no JSON Lines, one object a line: none of the first "
                  + MOST
                  + " lines can be read; line "
                  + first.provenance().line()
                  + ": "
                  + first.reason()));
    }
  }

  /** Gives what is held back. */
  void end() {
    List<ReadResult> all = held;
    held = null;
    if (all != null) {
      all.forEach(results);
    }
  }
}
