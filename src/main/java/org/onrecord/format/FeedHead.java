package org.onrecord.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a feed says of all its items, as far as it was read. */
final class FeedHead {
  private @Nullable String title;
  private @Nullable String publisher;
  private @Nullable String language;
  private @Nullable String rights;

  /** Takes in an element that is no item. */
  void take(XmlElement element) {
    switch (element.name()) {
      case "title" -> title = first(title, FeedItem.line(element));
      case "publisher" -> publisher = first(publisher, element.words());
      case "language" -> language = first(language, element.words());
      case "copyright", "rights" -> rights = first(rights, FeedItem.line(element));
      default -> {}
    }
  }

  private static @Nullable String first(@Nullable String known, String next) {
    return known == null && !Blank.is(next) ? next : known;
  }

  Optional<String> outlet() {
    return Optional.ofNullable(publisher).or(() -> Optional.ofNullable(title));
  }

  Optional<String> language() {
    return Optional.ofNullable(language);
  }

  Optional<String> rights() {
    return Optional.ofNullable(rights);
  }
}
