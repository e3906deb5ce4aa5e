package org.onrecord.http.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what a page links to under the path at which the service stands. Templates and views write
 * every address from the service's root, in attributes that are quoted; text has no bare quotation
 * mark, so that nothing else looks like one of these.
 *
 * @param path without a slash at its end; empty for a host's root
 */
record UnderPath(String path) {
  private static final Pattern ADDRESS =
      Pattern.compile("(\\s(?:href|src|action|data-(?:address|feed|read|cite|link))=\")(?=/(?!/))");

  /** The description of the API, in UTF-8, which names where its routes stand. */
  byte[] ofDescription(byte[] yaml) {
    return path.isEmpty()
        ? yaml
        : new String(yaml, StandardCharsets.UTF_8)
            .replaceFirst("(?m)^  - url: /$", Matcher.quoteReplacement("  - url: '" + path + "/'"))
            .getBytes(StandardCharsets.UTF_8);
  }

  /** The page there; scripts find the path at its root element. */
  String of(String html) {
    return path.isEmpty()
        ? html
        : ADDRESS
            .matcher(html)
            .replaceAll("$1" + Matcher.quoteReplacement(path))
            .replaceFirst("<html ", Matcher.quoteReplacement("<html data-path=\"" + path + "\" "));
  }
}
