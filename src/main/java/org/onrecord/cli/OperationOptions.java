package org.onrecord.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how the service is operated. */
final class OperationOptions {
  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = {
        "The address that others know the service by, such as",
        "https://archive.example; by default the request's Host."
      })
  private @Nullable String publicUrl;

  @Option(
      names = "--request-timeout",
      paramLabel = "SECONDS",
      defaultValue = ServiceSettings.REQUEST_TIMEOUT,
      description = {
        "How long a request may take to arrive, ${DEFAULT-VALUE} by",
        "default; then the connection is closed."
      })
  private int requestTimeout;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      defaultValue = ServiceSettings.MAX_CONNECTIONS,
      description = "The most connections at a time, ${DEFAULT-VALUE} by default.")
  private int maxConnections;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the log is written; text by default.")
  private ServiceSettings.LogFormat logFormat = ServiceSettings.LogFormat.TEXT;

  @Option(
      names = "--access-log",
      paramLabel = "on|off",
      defaultValue = "off",
      description = "Whether each request is a line of the log; off by default.")
  private ServiceSettings.AccessLog accessLog = ServiceSettings.AccessLog.OFF;

  /**
   * The settings, checked.
   *
   * @throws IllegalArgumentException if they cannot be
   */
  ServiceSettings.Operation settings() {
    return new ServiceSettings.Operation(
        Optional.ofNullable(publicUrl).map(url -> url.replaceFirst("/$", "")),
        requestTimeout,
        maxConnections,
        logFormat,
        accessLog);
  }
}
