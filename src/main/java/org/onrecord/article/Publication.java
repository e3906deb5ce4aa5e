package org.onrecord.article;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a newsroom says of an article's publication, in the words of <a
 * href="https://iptc.org/standards/ninjs/">ninjs</a>, among the members that are kept with it:
 * {@code pubStatus}, {@code embargoed}, {@code version}.
 *
 * @param embargoed until when it must not be shown
 * @param version of the article, to tell an older one from a newer one; null where none is named,
 *     or one that is neither a number nor a time
 */
public record Publication(Status status, @Nullable Instant embargoed, @Nullable Version version) {
  private static final String STATUS = "pubStatus";
  private static final String EMBARGOED = "embargoed";
  private static final String VERSION = "version";
  private static final String CREATED = "versionCreated";
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Whether it may be shown. */
  public enum Status {
    USABLE,
    /** Not now. */
    WITHHELD,
    /** Never again. */
    CANCELED;

    private static final String ALL = "usable, withheld or canceled";

    /** The name in ninjs: {@code usable}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why an article is not shown. */
  public enum Hold {
    WITHHELD,
    CANCELED,
    EMBARGOED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A version. Those of one kind can be compared. */
  public sealed interface Version {
    /** {@code 3}, {@code 1.2}. */
    record Number(BigDecimal value) implements Version {}

    /** When it was made. */
    record Time(Instant value) implements Version {}

    /** Below 0 where this one is the older; empty where that cannot be told. */
    default OptionalInt compare(@Nullable Version other) {
      return switch (this) {
        case Number(BigDecimal mine) when other instanceof Number(BigDecimal theirs) ->
            OptionalInt.of(mine.compareTo(theirs));
        case Time(Instant mine) when other instanceof Time(Instant theirs) ->
            OptionalInt.of(mine.compareTo(theirs));
        case Number _, Time _ -> OptionalInt.empty();
      };
    }
  }

  /**
   * Reads it.
   *
   * @param members as a JSON object has them; their names in any case
   * @throws IllegalArgumentException if it says something that is not understood, so that it must
   *     not be shown; the message says what to write
   */
  public static Publication of(Map<String, Object> members) {
    Version version = version(member(members, VERSION));
    return new Publication(
        status(member(members, STATUS)),
        embargoed(member(members, EMBARGOED)),
        version == null ? version(member(members, CREATED)) : version);
  }

  /** Those of the members that are about publication, with this version where they name none. */
  static Map<String, Object> among(Map<String, Object> members, Optional<Object> version) {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (String name : new String[] {STATUS, EMBARGOED, VERSION, CREATED}) {
      Object value = member(members, name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    if (of(members).version() == null) {
      version.ifPresent(v -> kept.put(VERSION, v));
    }
    return kept;
  }

  /** The version as it was written. */
  static Optional<Object> writtenVersion(Map<String, Object> members) {
    Object version = member(members, VERSION);
    return Optional.ofNullable(version(version) == null ? member(members, CREATED) : version);
  }

  private static @Nullable Object member(Map<String, Object> members, String name) {
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

  private static Status status(@Nullable Object value) {
    String text = value == null ? "" : value.toString().strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "", "usable" -> Status.USABLE;
      case "withheld" -> Status.WITHHELD;
      case "canceled", "cancelled" -> Status.CANCELED;
      default ->
          throw new IllegalArgumentException(
              "\"" + STATUS + "\" is " + Status.ALL + ", not \"" + value + "\"");
    };
  }

  private static @Nullable Instant embargoed(@Nullable Object value) {
    String text = value == null ? "" : value.toString().strip();
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

  private static @Nullable Version version(@Nullable Object value) {
    String text = value == null ? "" : value.toString().strip();
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

  /** Whether the members say that the article is to be shown no more, and nothing amiss. */
  public static boolean isKilled(Map<String, Object> members) {
    try {
      return of(members).isKilled();
    } catch (IllegalArgumentException notUnderstood) {
      return false;
    }
  }

  /** Whether it is to be shown no more. */
  public boolean isKilled() {
    return status != Status.USABLE;
  }

  /** Why it is not shown at this time; empty where it is. */
  public Optional<Hold> hold(Instant now) {
    return switch (status) {
      case WITHHELD -> Optional.of(Hold.WITHHELD);
      case CANCELED -> Optional.of(Hold.CANCELED);
      case USABLE ->
          embargoed != null && now.isBefore(embargoed)
              ? Optional.of(Hold.EMBARGOED)
              : Optional.empty();
    };
  }
}
