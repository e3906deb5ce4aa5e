package org.onrecord.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.access.KeyFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say whom the service serves, and how much. */
final class ServiceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = ServiceSettings.HOST,
      description = {
        "The address to listen on, one of this machine's own;",
        "${DEFAULT-VALUE} by default. Another than this machine's",
        "inner one needs keys, or --allow-anonymous-read."
      })
  private String host = ServiceSettings.HOST;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = ServiceSettings.PORT,
      description = "The port to listen on, ${DEFAULT-VALUE} by default; 0 picks a free one.")
  private int port;

  @Option(
      names = "--allow-anonymous-read",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      defaultValue = "false",
      description = "Let everybody search and read without a key.")
  private boolean anonymousRead;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      defaultValue = ServiceSettings.RATE_LIMIT,
      description = {
        "Requests a minute by one key, or one address without;",
        "${DEFAULT-VALUE} by default, 0 for any number."
      })
  private int rateLimit;

  @Option(
      names = "--max-body",
      paramLabel = "MIB",
      defaultValue = ServiceSettings.MAX_BODY,
      description = "The longest body that is taken, ${DEFAULT-VALUE} by default.")
  private int maxBody;

  @Option(
      names = "--max-articles",
      paramLabel = "N",
      defaultValue = ServiceSettings.MAX_ARTICLES,
      description = "The most articles in one request, ${DEFAULT-VALUE} by default.")
  private int maxArticles;

  @Option(
      names = "--write-queue",
      paramLabel = "N",
      defaultValue = ServiceSettings.WRITE_QUEUE,
      description = {
        "The most requests to write that are under way at a time,",
        "${DEFAULT-VALUE} by default; past it they are told to come back."
      })
  private int writeQueue;

  @Option(
      names = "--max-searches",
      paramLabel = "N",
      defaultValue = ServiceSettings.MAX_SEARCHES,
      description = {
        "The most requests to search or read that are answered",
        "at a time, ${DEFAULT-VALUE} by default; others wait a second at the most."
      })
  private int maxSearches;

  @Option(
      names = "--search-timeout",
      paramLabel = "SECONDS",
      defaultValue = ServiceSettings.SEARCH_TIMEOUT,
      description = "How long a search may take, ${DEFAULT-VALUE} by default; then it is stopped.")
  private int searchTimeout;

  @Mixin private final QueryOptions queries = new QueryOptions();
  @Mixin private final BoundsOptions bounds = new BoundsOptions();

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      split = ",",
      description = {
        "Pages of this origin may use the API, such as",
        "https://desk.example; * for all. May repeat."
      })
  private List<String> corsOrigins = new ArrayList<>();

  @Mixin private final OperationOptions operation = new OperationOptions();

  Bounds bounds() {
    return bounds.bounds();
  }

  /**
   * The settings, checked.
   *
   * @throws ParameterException if they cannot be, or would open the index to all the world unasked
   */
  ServiceSettings settings(Path index, Knowledge knowledge) throws IOException {
    ServiceSettings settings;
    try {
      settings =
          new ServiceSettings(
              index,
              host,
              port,
              knowledge,
              anonymousRead,
              new ServiceSettings.Limits(
                  rateLimit,
                  maxBody,
                  maxArticles,
                  writeQueue,
                  maxSearches,
                  searchTimeout,
                  queries.limits(),
                  bounds.bounds()),
              corsOrigins,
              operation.settings());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    if (!anonymousRead
        && !isLoopback()
        && new KeyFile(index, InstantSource.system()).keys().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--host "
              + host
              + " is open to other machines, and there are no keys. Make one with \"onrecord keys"
              + " add NAME --role ROLE\", or let everybody read with --allow-anonymous-read");
    }
    return settings;
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ParameterException(
          spec.commandLine(), "--host " + host + " is no address of this machine", e);
    }
  }
}
