package org.onrecord.article;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Publication.Status;
import org.onrecord.article.Publication.Version;

/**
 * The members of a JSON object that are about publication, {@code pubStatus, embargoed, version}
 * and {@code versionCreated}; their names in any case.
 *
 * @param members all that the object has
 */
record PublicationMembers(Map<String, Object> members) {
  private static final String STATUS = "pubStatus";
  private static final String EMBARGOED = "embargoed";
  private static final String VERSION = "version";
  private static final String CREATED = "versionCreated";

  /** Members that say when an article was published, in ninjs, schema.org and feeds. */
  private static final List<String> TIMES =
      List.of("publishedAt", "firstCreated", "datePublished", "published", CREATED);

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Those of them alone, with this version where they name none. */
  Map<String, Object> with(Optional<Object> version) {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String name : new String[] {STATUS, EMBARGOED, VERSION, CREATED}) {
      Object value = member(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    if (version() == null) {
      version.ifPresent(v -> kept.put(VERSION, v));
    }
    return kept;
  }

  /** When it was published first, as far as a member with a time and its zone says. */
  Optional<Instant> published() {
    return TIMES.stream()
        .map(name -> time(text(member(name))))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The version as it was written. */
  Optional<Object> writtenVersion() {
    Object version = member(VERSION);
    return Optional.ofNullable(version(version) == null ? member(CREATED) : version);
  }

  /**
   * Whether it may be shown; it may where nothing is said.
   *
   * @throws IllegalArgumentException if it is not understood; the message says what to write
   */
  Status status() {
    Object value = member(STATUS);
    return switch (text(value).toLowerCase(Locale.ROOT)) {
      case "", "usable" -> Status.USABLE;
      case "withheld" -> Status.WITHHELD;
      case "canceled", "cancelled" -> Status.CANCELED;
      default ->
          throw new IllegalArgumentException(
              "\"" + STATUS + "\" is usable, withheld or canceled, not \"" + value + "\"");
    };
  }

  /**
   * Until when it must not be shown.
   *
   * @throws IllegalArgumentException if it is not understood; the message says what to write
   */
  @Nullable Instant embargoed() {
    Object value = member(EMBARGOED);
    String text = text(value);
    if (text.isEmpty()) {
      return null;
    }
    Instant until = time(text);
    if (until == null || until.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "\""
              + EMBARGOED
              + "\" is a time with its zone such as \"2024-11-07T18:00:00Z\", not \""
              + value
              + "\"");
    }
    return until;
  }

  @Nullable Version version() {
    Version version = version(member(VERSION));
    return version == null ? version(member(CREATED)) : version;
  }

  private static @Nullable Version version(@Nullable Object value) {
    String text = text(value);
    if (text.matches("\\d{1,30}(\\.\\d{1,10})?")) {
      return new Version.Number(new BigDecimal(text));
    }
    Instant time = time(text);
    return time == null ? null : new Version.Time(time);
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException noTime) {
      return null;
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString().strip();
  }

  private @Nullable Object member(String name) {
    Object exact = members.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Object> each : members.entrySet()) {
      if (each.getKey().equalsIgnoreCase(name) && each.getValue() != null) {
        return each.getValue();
      }
    }
    return null;
  }
}
