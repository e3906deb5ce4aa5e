package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onrecord.query.QueryLimits;

/**
 * How an index is served: a value for each {@linkplain Settings setting}, its default if none was
 * said. Every value is one that its setting can have.
 */
public final class ServiceSettings {
  /** Every setting as it is if nobody says anything. */
  public static final ServiceSettings DEFAULT = new ServiceSettings(Map.of());

  private final Map<Setting<?>, String> said;

  /**
   * Settings of which some are said.
   *
   * @param said texts as they are typed
   * @throws IllegalArgumentException if one cannot be; the message says which, and what could
   */
  ServiceSettings(Map<Setting<?>, String> said) {
    this.said = Map.copyOf(said);
    this.said.forEach(Setting::read);
    if (this.said.containsKey(Settings.TLS_CERTIFICATE)
        != this.said.containsKey(Settings.TLS_KEY)) {
      Setting<Path> missing =
          this.said.containsKey(Settings.TLS_KEY) ? Settings.TLS_CERTIFICATE : Settings.TLS_KEY;
      throw new IllegalArgumentException(
          "--tls-certificate and --tls-key need each other: "
              + missing.optionName()
              + " is missing");
    }
    require(Settings.AUTH_HEADER, Settings.TRUSTED_PROXIES, "is believed of trusted proxies alone");
    require(Settings.AUTH_GROUPS_HEADER, Settings.AUTH_HEADER, "tells of whom that one names");
    require(Settings.SMTP, Settings.MAIL_FROM, "sends from that address");
    require(Settings.SMTP_USER, Settings.SMTP, "is that server's");
    require(Settings.SMTP_USER, Settings.SMTP_PASSWORD_FILE, "has that password");
    require(Settings.AUTH_ROLES, Settings.AUTH_HEADER, "is for whom that one names");
  }

  /** Refuses one that means nothing without another. */
  private void require(Setting<?> one, Setting<?> other, String why) {
    if (said.containsKey(one) && !said.containsKey(other)) {
      throw new IllegalArgumentException(
          "%s needs %s: it %s".formatted(one.optionName(), other.optionName(), why));
    }
  }

  /** An index served as it comes, on this machine alone, on a port that is free. */
  public static ServiceSettings local(Path index) {
    return DEFAULT.with(Settings.INDEX, index.toString()).with(Settings.PORT, "0");
  }

  /**
   * These with another value of one setting.
   *
   * @param typed as on the command line
   * @throws IllegalArgumentException if it cannot be
   */
  public ServiceSettings with(Setting<?> setting, String typed) {
    Map<Setting<?>, String> all = new HashMap<>(said);
    all.put(setting, typed);
    return new ServiceSettings(all);
  }

  /** The value of a setting; empty if it has no default and nobody said one. */
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable(said.get(setting)).or(setting::unset).map(setting::read);
  }

  /**
   * The value of a setting that has a default, or must be said.
   *
   * @throws IllegalStateException if it is not
   */
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new IllegalStateException(setting.name() + " has no value"));
  }

  /** The folder of the index; it is there. */
  public Path index() {
    return get(Settings.INDEX);
  }

  /** What articles that come by HTTP are read with. */
  public Knowledge knowledge() {
    return new Knowledge(
        find(Settings.REGISTRY).orElse(RegistryChoice.NONE),
        find(Settings.MODEL),
        get(Settings.VARIANTS));
  }

  /** What a query may ask for. */
  public QueryLimits queries() {
    return new QueryLimits(
        get(Settings.MAX_QUERY_LENGTH), get(Settings.MAX_QUERY_WORDS), get(Settings.MAX_EXPANSION));
  }

  /** What is taken in. */
  public Bounds bounds() {
    return new Bounds(
        (long) get(Settings.MIN_FREE_DISK) << 20,
        get(Settings.MAX_ARTICLE) * 1_000,
        get(Settings.MAX_PARAGRAPHS));
  }

  /** What the service speaks HTTPS by; without, it speaks HTTP. */
  public Optional<Tls> tls() {
    return find(Settings.TLS_CERTIFICATE)
        .map(certificate -> new Tls(certificate, get(Settings.TLS_KEY)));
  }

  @Override
  public String toString() {
    Map<String, String> named = new TreeMap<>();
    said.forEach((setting, typed) -> named.put(setting.name(), typed));
    return named.toString();
  }

  /**
   * The files of a certificate, in PEM.
   *
   * @param certificate the service's own, and after it those that signed it
   * @param key its private key, in PKCS#8
   */
  public record Tls(Path certificate, Path key) {}

  /** How the log is written. */
  public enum LogFormat {
    /** A line for a person. */
    TEXT,
    /** A JSON object a line. */
    JSON
  }

  /** Whether each request is a line of the log. */
  public enum AccessLog {
    ON,
    OFF
  }
}
