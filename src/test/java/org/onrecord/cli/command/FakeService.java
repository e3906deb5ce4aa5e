package org.onrecord.cli.command;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.Service;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;

/** A service that ends as soon as it is waited for. Port 1 is taken. */
final class FakeService implements Service {
  private final List<String> events = new ArrayList<>();
  private @Nullable ServiceSettings started;

  @Override
  public Running start(ServiceSettings settings) throws IOException {
    started = settings;
    String host = settings.get(Settings.HOST);
    int port = settings.get(Settings.PORT);
    if (port == 1) {
      throw new IOException("cannot listen on 127.0.0.1, port 1: Address already in use");
    }
    events.add("start " + settings.index().getFileName() + " " + host + " " + port);
    return new Running() {
      @Override
      public URI address() {
        return URI.create("http://" + host + ":" + (port == 0 ? 54_321 : port) + "/");
      }

      @Override
      public void awaitEnd() {
        events.add("wait");
      }

      @Override
      public void close() {
        events.add("close");
      }
    };
  }

  /** With what it was started last. */
  ServiceSettings settings() {
    return Objects.requireNonNull(started);
  }

  List<String> events() {
    return events;
  }
}
