package org.onrecord.backend.lucene.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onrecord.article.Sha256;

/**
 * By what an article is found that has an address on the web: the address, whatever its scheme and
 * without what stands behind #, and its host with each domain above that.
 */
public final class UrlTerms {
  /** A longer address is told by its beginning and a digest. */
  private static final int LONGEST = 500;

  private static final String SCHEME = "://";

  private UrlTerms() {}

  /** The terms of an article's address. */
  static List<String> of(String url) {
    List<String> terms = new ArrayList<>();
    terms.add(page(url));
    String host = host(url);
    if (!host.isEmpty()) {
      terms.add(domain(host));
      for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        if (host.indexOf('.', dot + 1) >= 0) {
          terms.add(domain(host.substring(dot + 1)));
        }
      }
    }
    return terms;
  }

  /**
   * The one term that finds what is asked for: everything of a host where nothing stands behind it,
   * with or without a scheme, else the one page.
   */
  public static String asked(String text) {
    String rest = rest(text);
    String host = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    return host.indexOf('/') < 0 && host.indexOf('?') < 0 ? domain(authority(host)) : page(text);
  }

  private static String domain(String host) {
    return "host " + host;
  }

  private static String page(String url) {
    String rest = rest(url);
    int end = authorityEnd(rest);
    String page = "page " + authority(rest.substring(0, end)) + rest.substring(end);
    return page.length() <= LONGEST
        ? page
        : page.substring(0, LONGEST) + " " + Sha256.hex(page, Integer.BYTES * 4);
  }

  /** The host of an address; empty where it has no scheme, and so is none. */
  private static String host(String url) {
    String rest = rest(url);
    return url.contains(SCHEME) ? authority(rest.substring(0, authorityEnd(rest))) : "";
  }

  /** What stands behind the scheme, if there is one, without a fragment. */
  private static String rest(String url) {
    String text = url.strip();
    int fragment = text.indexOf('#');
    String whole = fragment < 0 ? text : text.substring(0, fragment);
    int scheme = whole.indexOf(SCHEME);
    return scheme < 0 ? whole : whole.substring(scheme + SCHEME.length());
  }

  private static int authorityEnd(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (rest.charAt(i) == '/' || rest.charAt(i) == '?') {
        return i;
      }
    }
    return rest.length();
  }

  /** A host in small letters, without whoever signs in there and the usual port. */
  private static String authority(String written) {
    String host = written.substring(written.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return host.replaceFirst(":(?:80|443)?$", "");
  }
}
