package org.onrecord.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a key is bound to beside its role.
 *
 * @param until from when on it holds no longer; null for a key that holds until it is revoked
 * @param outlets whose articles alone it opens, in any case; none for those of all
 * @param sections of which it opens the articles alone, in any case; none for all
 * @param origins whose pages alone may use it, {@code https://paper.example}, in small letters;
 *     none where it is not bound to pages
 * @param feed the query of the one feed that it opens and nothing else, {@code q=ferry&type=quote};
 *     null for a key that is no feed's
 */
public record KeyBounds(
    @Nullable Instant until,
    List<String> outlets,
    List<String> sections,
    List<String> origins,
    @Nullable String feed) {
  /** Those of a key that opens whatever its role opens, from anywhere, until it is revoked. */
  public static final KeyBounds NONE = new KeyBounds(null, List.of(), List.of(), List.of(), null);

  private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s\\\\]{1,255}");
  private static final int MOST = 200;
  private static final int LONGEST = 500;
  private static final int LONGEST_FEED = 4_000;

  /**
   * Bounds.
   *
   * @throws IllegalArgumentException if no key can have them; the message says why
   */
  public KeyBounds {
    outlets = named("outlet", outlets);
    sections = named("section", sections);
    origins = origins.stream().map(origin -> origin.strip().toLowerCase(Locale.ROOT)).toList();
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            origin + " is no origin: write it as https://paper.example, without a path");
      }
    }
    if (feed != null
        && (feed.length() > LONGEST_FEED
            || feed.chars().anyMatch(c -> c <= ' ' || c == '#' || c >= 0x7f))) {
      throw new IllegalArgumentException(
          "a feed is a search as it stands in an address, escaped, with at most "
              + LONGEST_FEED
              + " characters");
    }
  }

  private static List<String> named(String what, List<String> names) {
    List<String> tidy = names.stream().map(String::strip).toList();
    if (tidy.size() > MOST
        || tidy.stream()
            .anyMatch(
                name ->
                    name.isEmpty()
                        || name.length() > LONGEST
                        || name.codePoints().anyMatch(Character::isISOControl))) {
      throw new IllegalArgumentException(
          "a key has at most %d %ss, each of 1 to %d characters, none of them a control character"
              .formatted(MOST, what, LONGEST));
    }
    return tidy;
  }

  /** Whether it opens some articles alone. */
  public boolean isNarrow() {
    return !outlets.isEmpty() || !sections.isEmpty();
  }

  /** Whether it stands in pages that anybody may read, so that its users are strangers. */
  public boolean isPublic() {
    return !origins.isEmpty();
  }

  /** Whether it holds no longer. */
  boolean isOver(Instant now) {
    return until != null && !now.isBefore(until);
  }

  /** Whether a page of this origin may use it; null stands for what is no page's request. */
  public boolean lets(@Nullable String origin) {
    return origins.isEmpty()
        || (origin != null && origins.contains(origin.toLowerCase(Locale.ROOT)));
  }

  /** Whether it goes with a role: who may write or decide is not kept to a part of the archive. */
  boolean goesWith(Role role) {
    return role == Role.READER || (!isNarrow() && !isPublic() && feed == null);
  }
}
