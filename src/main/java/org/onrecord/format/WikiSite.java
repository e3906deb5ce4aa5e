package org.onrecord.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which wiki pages come from.
 *
 * @param name its name, or null where it does not say it
 * @param base the address of its main page, or null
 * @param prefixes what stands before the colon in the titles of pages that are no articles, in
 *     lower case
 */
record WikiSite(@Nullable String name, @Nullable String base, Set<String> prefixes) {
  private static final Set<String> STANDARD =
      Set.of(
          "media",
          "special",
          "talk",
          "user",
          "user talk",
          "project",
          "wikinews",
          "wikipedia",
          "file",
          "image",
          "mediawiki",
          "template",
          "help",
          "category",
          "portal",
          "module",
          "comments",
          "transwiki",
          "draft");

  static final WikiSite UNKNOWN = new WikiSite(null, null, STANDARD);

  static WikiSite of(XmlElement siteinfo) {
    Set<String> prefixes = new HashSet<>(STANDARD);
    for (XmlElement namespace : siteinfo.within("namespace")) {
      prefixes.add(namespace.words().toLowerCase(Locale.ROOT));
    }
    prefixes.remove("");
    return new WikiSite(
        siteinfo.words("sitename").or(() -> siteinfo.words("dbname")).orElse(null),
        siteinfo.words("base").orElse(null),
        Set.copyOf(prefixes));
  }

  /** Whether a page of this title is about the wiki, and no article of it. */
  boolean isAside(String title) {
    int colon = title.indexOf(':');
    if (colon <= 0) {
      return false;
    }
    String prefix = title.substring(0, colon).replace('_', ' ').toLowerCase(Locale.ROOT);
    return prefixes.contains(prefix) || prefix.endsWith(" talk");
  }

  /** A page's address: that of the main page with another title. */
  Optional<String> address(String title) {
    if (base == null || base.lastIndexOf('/') < 9) {
      return Optional.empty();
    }
    String path =
        java.net.URLEncoder.encode(title.replace(' ', '_'), java.nio.charset.StandardCharsets.UTF_8)
            .replace("%3A", ":")
            .replace("%2F", "/")
            .replace("%2C", ",")
            .replace("%28", "(")
            .replace("%29", ")");
    return Optional.of(base.substring(0, base.lastIndexOf('/') + 1) + path);
  }
}
