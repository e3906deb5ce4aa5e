package org.onrecord.article;

import java.math.BigDecimal;
import java.time.Instant;
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
 * @param problem what of it is not understood, as a sentence that says what to write; then it reads
 *     as if nothing were said, and the article must not be taken in; null where all is well
 */
public record Publication(
    Status status,
    @Nullable Instant embargoed,
    @Nullable Version version,
    @Nullable String problem) {

  /** Whether it may be shown. */
  public enum Status implements Labelled {
    USABLE,
    /** Not now. */
    WITHHELD,
    /** Never again. */
    CANCELED
  }

  /** Why an article is not shown. */
  public enum Hold implements Labelled {
    WITHHELD,
    CANCELED,
    EMBARGOED
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
   * What an article's members say.
   *
   * @param members as a JSON object has them; their names in any case
   */
  public static Publication of(Map<String, Object> members) {
    PublicationMembers said = new PublicationMembers(members);
    try {
      return new Publication(said.status(), said.embargoed(), said.version(), null);
    } catch (IllegalArgumentException e) {
      return new Publication(Status.USABLE, null, null, e.getMessage());
    }
  }

  /**
   * The same, if all of it is understood.
   *
   * @throws IllegalArgumentException if not; the message says what to write
   */
  public Publication understood() {
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    return this;
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
