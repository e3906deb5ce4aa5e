package org.onrecord.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.cli.Service;
import org.onrecord.search.SearchService;

/** Serves an index by HTTP until it is closed or the program is told to end. */
final class ArchiveService implements Service {

  @Override
  public Running start(Path index, String host, int port) throws IOException {
    LuceneArchiveReader reader = LuceneArchiveReader.open(index);
    try {
      RegistryAliases aliases = new RegistryAliases();
      HttpServer server =
          HttpServer.start(
              new SearchService(reader, aliases, aliases), aliases::registry, host, port);
      aliases.prepare();
      return new RunningService(server, reader);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static final class RunningService implements Running {
    private final HttpServer server;
    private final LuceneArchiveReader reader;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread atExit = new Thread(this::stop, "stop service");
    private boolean stopped;

    RunningService(HttpServer server, LuceneArchiveReader reader) {
      this.server = server;
      this.reader = reader;
      Runtime.getRuntime().addShutdownHook(atExit);
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
      try {
        reader.close();
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
}
