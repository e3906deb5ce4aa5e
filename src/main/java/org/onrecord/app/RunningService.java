package org.onrecord.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.onrecord.alert.Alerts;
import org.onrecord.cli.Service.Running;
import org.onrecord.ingest.ArticleWriter;
import org.onrecord.ingest.EmbargoWatcher;

/**
 * A service that runs until it is closed, or the program is told to end. Safe for use by several
 * threads.
 */
final class RunningService implements Running {
  private final HttpServer server;
  private final Optional<ServiceIntake> intake;
  private final ReadingAdvice advice;
  private final EmbargoWatcher embargoes;
  private final NameJoining joining;
  private final Alerts alerts;
  private final ArticleWriter desk;
  private final ServedIndex index;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread atExit;
  private boolean stopped;

  RunningService(
      HttpServer server,
      Optional<ServiceIntake> intake,
      ReadingAdvice advice,
      EmbargoWatcher embargoes,
      NameJoining joining,
      Alerts alerts,
      ArticleWriter desk,
      ServedIndex index,
      Runnable afterSignal) {
    this.atExit =
        new Thread(
            () -> {
              if (stop()) {
                afterSignal.run();
              }
            },
            "stop service");
    this.server = server;
    this.intake = intake;
    this.advice = advice;
    this.embargoes = embargoes;
    this.joining = joining;
    this.alerts = alerts;
    this.desk = desk;
    this.index = index;
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // The program was told to end while it started.
      stop();
    }
  }

  @Override
  public URI address() {
    return server.url();
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public void close() {
    if (stop()) {
      forgetExit();
    }
  }

  /** Stops once, and returns when it has stopped; says whether this was the call that did it. */
  private synchronized boolean stop() {
    if (stopped) {
      return false;
    }
    stopped = true;
    server.close();
    intake.ifPresent(ServiceIntake::close);
    advice.close();
    embargoes.close();
    joining.close();
    try (index;
        alerts) {
      desk.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the index", e);
    } finally {
      ended.countDown();
    }
    return true;
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // The program is ending: the thread runs by itself, and there is nothing left for it to do.
    }
  }
}
