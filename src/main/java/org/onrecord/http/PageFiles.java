package org.onrecord.http;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The files that a browser is served, by name. They are listed here one by one: no address can
 * reach any other resource.
 */
@Singleton
final class PageFiles {
  static final String COMPONENTS = "components.js";
  static final String DESCRIPTION = "openapi.yaml";
  private static final List<String> ASSETS =
      List.of(
          "onrecord.css",
          "icon.svg",
          "theme.js",
          "search.js",
          "article.css",
          "article.js",
          "copy.js",
          "codepoints.js",
          "elements.js",
          "facets.js",
          "hits.js",
          "passage.js",
          "address.js",
          "words.js");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "yaml", "application/yaml;charset=utf-8");

  private final Map<String, PageFile> files = new LinkedHashMap<>();

  PageFiles() {
    ASSETS.forEach(name -> files.put(name, load("/page/" + name)));
    files.put(COMPONENTS, load("/page/" + COMPONENTS));
    files.put(DESCRIPTION, load("/" + DESCRIPTION));
  }

  /** The file with this name, one of the constants above. */
  PageFile get(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /** What the pages load by this name. */
  Optional<PageFile> asset(String name) {
    return ASSETS.contains(name) ? Optional.of(get(name)) : Optional.empty();
  }

  private static PageFile load(String resource) {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks its resource " + resource);
      }
      String ending = resource.substring(resource.lastIndexOf('.') + 1);
      String type = Objects.requireNonNull(TYPES.get(ending), resource);
      return new PageFile(in.readAllBytes(), MediaType.of(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
