package org.onrecord.app;

import java.io.IOException;
import java.util.Optional;
import org.onrecord.article.Lazy;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.search.Readings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether articles were read with something else than there is now. What there is now are
 * files of some megabytes: they are read when they are first asked for, beside the service. Safe
 * for use by several threads.
 */
final class ReadingAdvice implements IndexOnDisk.Advice, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingAdvice.class);

  private final Knowledge knowledge;
  private final Read read;
  private final Lazy<Optional<String>> now = new Lazy<>();
  private final Thread telling =
      Thread.ofPlatform().daemon().name("read with").unstarted(this::log);

  /** With what the articles of an index were read. */
  @FunctionalInterface
  interface Read {
    Readings of() throws IOException;
  }

  ReadingAdvice(Knowledge knowledge, Read read) {
    this.knowledge = knowledge;
    this.read = read;
  }

  @Override
  public Optional<String> of() throws IOException {
    Optional<String> known = now.get(() -> ReadWith.ifReadable(knowledge));
    return known.isPresent() ? read.of().otherThan(known.get()) : Optional.empty();
  }

  /** Begins to find out, and logs it. */
  void tell() {
    telling.start();
  }

  private void log() {
    try {
      of().ifPresent(LOG::warn);
    } catch (IOException e) {
      LOG.warn("With what the articles were read cannot be told", e);
    }
  }

  /** Waits until it is told, so that the index may be closed. */
  @Override
  public void close() {
    boolean interrupted = false;
    while (telling.isAlive()) {
      try {
        telling.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
