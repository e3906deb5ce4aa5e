package org.onrecord.http.web;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onrecord.article.Sha256;
import org.onrecord.http.InlineSources;
import org.onrecord.http.Responses;
import org.onrecord.page.PageRenderer;

/**
 * The files that a browser is served, by name. They are listed here one by one: no address can
 * reach any other resource.
 */
@Singleton
final class PageFiles implements InlineSources {
  static final String COMPONENTS = "components.js";
  static final String DESCRIPTION = "openapi.yaml";
  static final String FRAMES = "frames.js";
  private static final String THEME = "theme.js";
  private static final String FRAME_STYLE = "embed.css";
  private static final String FRAME_SCRIPT = "embed.js";
  private static final List<String> ASSETS =
      List.of(
          "onrecord.css",
          "icon.svg",
          "search.js",
          "archive.js",
          "article.css",
          "brush.js",
          "check.css",
          "check.js",
          "combobox.js",
          "copy.js",
          "empty.js",
          "facet-list.js",
          "growth.js",
          "keys.js",
          "search.css",
          "sign-in.js",
          "states.js",
          "trends.css",
          "trends.js",
          "view.js",
          "article.js");

  /**
   * What others wrote for browsers, in the order in which one needs the other; one file of ours.
   */
  private static final String BRUSH = "d3-brush.js";

  private static final List<String> BRUSH_PARTS =
      List.of(
          "d3-dispatch/3.0.1/dist/d3-dispatch",
          "d3-selection/3.0.0/dist/d3-selection",
          "d3-drag/3.0.0/dist/d3-drag",
          "d3-color/3.1.0/dist/d3-color",
          "d3-interpolate/3.0.1/dist/d3-interpolate",
          "d3-timer/3.0.1/dist/d3-timer",
          "d3-ease/3.0.1/dist/d3-ease",
          "d3-transition/3.0.1/dist/d3-transition",
          "d3-brush/3.0.0/dist/d3-brush");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "yaml", "application/yaml;charset=utf-8");

  private final Map<String, PageFile> files = new LinkedHashMap<>();
  private final String folder;

  PageFiles() {
    ASSETS.forEach(name -> files.put(name, load("/page/" + name)));
    files.put(COMPONENTS, load("/page/" + COMPONENTS));
    files.put(BRUSH, brush());
    for (String name : List.of(FRAMES, THEME, FRAME_STYLE, FRAME_SCRIPT)) {
      files.put(name, load("/page/" + name));
    }
    folder = digest() + "/";
    files.put(DESCRIPTION, load("/" + DESCRIPTION));
  }

  /** The file with this name, one of the constants above. */
  PageFile get(String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /** What the pages load by this name, with the folder or without. */
  Optional<PageFile> asset(String name) {
    String bare = inFolder(name) ? name.substring(folder.length()) : name;
    return ASSETS.contains(bare) || bare.equals(BRUSH) ? Optional.of(get(bare)) : Optional.empty();
  }

  /**
   * The folder that pages name, with a slash at its end. It is called after what is in it: files
   * that import one another are of one build, and nothing in it ever changes.
   */
  String folder() {
    return folder;
  }

  /** What stands in pages and frames themselves. */
  PageRenderer.Inline inline() {
    return new PageRenderer.Inline(text(THEME), text(FRAME_STYLE), text(FRAME_SCRIPT));
  }

  private String text(String name) {
    return new String(get(name).bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public String ofPages() {
    return hashSource(THEME);
  }

  @Override
  public String ofFrames() {
    return hashSource(FRAME_SCRIPT);
  }

  @Override
  public String styleOfFrames() {
    return hashSource(FRAME_STYLE);
  }

  private String hashSource(String name) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(get(name).bytes())) + "'";
  }

  boolean inFolder(String name) {
    return name.startsWith(folder);
  }

  private String digest() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.values().forEach(file -> all.writeBytes(file.bytes()));
    return Responses.digest(all.toByteArray());
  }

  private static PageFile brush() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String part : BRUSH_PARTS) {
      all.writeBytes(load("/META-INF/resources/webjars/" + part + ".min.js").bytes());
      all.write('\n');
    }
    return new PageFile(all.toByteArray(), type(BRUSH));
  }

  private static MediaType type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return MediaType.of(Objects.requireNonNull(TYPES.get(ending), name));
  }

  private static PageFile load(String resource) {
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks its resource " + resource);
      }
      return new PageFile(in.readAllBytes(), type(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
