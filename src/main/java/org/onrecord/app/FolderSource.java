package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.onrecord.format.ArticleSource;
import org.onrecord.format.ReadOptions;
import org.onrecord.intake.DropFolder;

/** A folder of a service into which others drop files. */
final class FolderSource implements ServiceIntake.Source {
  /** The longest that is waited after a fault. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Path folder;
  private final ReadOptions options;
  private final Duration quiet;
  private final DropFolder drop;
  private Instant next = Instant.MIN;
  private volatile int failures;

  /**
   * A folder, which need not be there yet.
   *
   * @param quiet for how long a whole file has not been written
   * @param log where it is kept which files were taken
   * @throws IOException if that cannot be read
   */
  FolderSource(Path folder, ReadOptions options, Duration quiet, Path log) throws IOException {
    this.folder = folder;
    this.options = options;
    this.quiet = quiet;
    this.drop = new DropFolder(folder, quiet, log);
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public int failing() {
    return failures > 0 ? 1 : 0;
  }

  @Override
  public void look(Instant now, ServiceIntake.Taking taking) throws IOException {
    if (now.isBefore(next)) {
      return;
    }
    int before = failures;
    try {
      DropFolder.Batch batch = drop.look(now, true);
      if (!batch.isEmpty()) {
        taking.take(
            new ArticleSource(
                    List.of(folder.toString()),
                    Optional.empty(),
                    InputStream.nullInputStream(),
                    options)
                .only(batch::has));
        batch.done();
      }
      failures = 0;
      next = now.plus(quiet);
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      failures = before + 1;
      Duration doubled = quiet.multipliedBy(1L << Math.min(failures, 20));
      next = now.plus(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
      throw e;
    }
  }
}
