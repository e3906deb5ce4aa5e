package org.onrecord.cli;

import java.nio.file.Path;
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
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = {
        "Speak HTTPS, HTTP/2 included, by this certificate: a file in",
        "PEM, the service's own first. Read anew when it changes."
      })
  private @Nullable Path tlsCertificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key: a file in PEM, PKCS#8, not encrypted.")
  private @Nullable Path tlsKey;

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
        tls(),
        requestTimeout,
        maxConnections,
        logFormat,
        accessLog);
  }

  private Optional<ServiceSettings.Tls> tls() {
    Path certificate = tlsCertificate;
    Path key = tlsKey;
    if (certificate != null && key != null) {
      return Optional.of(new ServiceSettings.Tls(certificate, key));
    }
    if (certificate != null || key != null) {
      throw new IllegalArgumentException(
          "--tls-certificate and --tls-key need each other: "
              + (key == null ? "--tls-key" : "--tls-certificate")
              + " is missing");
    }
    return Optional.empty();
  }
}
