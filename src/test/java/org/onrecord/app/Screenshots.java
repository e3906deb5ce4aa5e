package org.onrecord.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Pictures of each view, for a person to look at: {@code FOLDER [URL [QUERY]]}. Without an address
 * it shows the article that OnRecord comes with.
 */
final class Screenshots {
  private static final String SAMPLE = "Trump Imran Khan";
  private static final List<Integer> WIDTHS = List.of(320, 768, 1280);
  private static final int HIGHEST = 4000;

  private final Browser browser;
  private final Path folder;

  private Screenshots(Browser browser, Path folder) {
    this.browser = browser;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String query = args.length > 2 ? args[2] : SAMPLE;
    if (args.length > 1) {
      shoot(folder, args[1], query);
      return;
    }
    Path home = Files.createTempDirectory("onrecord-screenshots");
    String seeds = Path.of("seeds").toAbsolutePath().toString();
    try (ServedProgram served = ServedProgram.start(home, List.of("serve", "--seeds", seeds))) {
      shoot(folder, served.address(), query);
    }
    Path nothing = Files.createTempDirectory("onrecord-screenshots");
    try (ServedProgram served = ServedProgram.start(nothing, List.of("serve"));
        Browser browser = Browser.open(URI.create(served.address()))) {
      new Screenshots(browser, folder).everyWay("empty", "/");
    }
  }

  private static void shoot(Path folder, String address, String query) throws Exception {
    try (Browser browser = Browser.open(URI.create(address))) {
      Screenshots shots = new Screenshots(browser, folder);
      for (Map.Entry<String, String> view : views(browser, query).entrySet()) {
        shots.everyWay(view.getKey(), view.getValue());
      }
    }
  }

  /** The address of each view, by a name for its pictures. */
  private static Map<String, String> views(Browser browser, String query) {
    String search = "/?q=" + query.replace(' ', '+');
    Map<String, String> views = new LinkedHashMap<>();
    views.put("start", "/");
    views.put("passages", search);
    views.put("quotations", search + "&type=quote");
    views.put("articles", search + "&type=article");
    views.put("nothing", search + "+zzyzx&from=1901-01-01&to=1901-12-31");
    views.put("fault", "/?q=%22" + query.replace(' ', '+'));
    browser.get(search);
    views.put("article", link(browser, "#hits a[href^='/articles/']"));
    browser.get(search + "&type=quote");
    views.put("quotation", link(browser, "#hits a[href^='/quotes/']"));
    browser.get("/archive");
    views.put("speaker", link(browser, ".bars a[href^='/speakers/']"));
    views.put("party", link(browser, ".bars a[href^='/parties/']"));
    views.put("archive", "/archive");
    views.put("help", "/help");
    views.put("sign-in", "/sign-in");
    views.put("missing", "/articles/none");
    return views;
  }

  private static String link(Browser browser, String selector) {
    URI whole =
        URI.create(Objects.requireNonNull(browser.one(selector).getAttribute("href"), selector));
    String query = whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery();
    String place = whole.getRawFragment() == null ? "" : "#" + whole.getRawFragment();
    return whole.getRawPath() + query + place;
  }

  private void everyWay(String name, String path) throws Exception {
    for (String scheme : List.of("light", "dark")) {
      browser.colours(scheme);
      for (int width : WIDTHS) {
        browser.width(width);
        take(name + "-" + width + "-" + scheme, path);
      }
    }
    browser.width(1280);
    media(Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
    take(name + "-forced", path);
    media(Map.of("media", "print", "features", List.of()));
    browser.width(700);
    take(name + "-print", path);
    media(Map.of("media", "", "features", List.of()));
    browser.normalWidth();
  }

  private void media(Map<String, Object> emulated) {
    browser.driver.executeCdpCommand("Emulation.setEmulatedMedia", emulated);
  }

  private void take(String name, String path) throws Exception {
    browser.get("about:blank");
    browser.get(path);
    browser.await("document.readyState === 'complete'");
    long width = browser.number("return innerWidth");
    long height = Math.min(HIGHEST, browser.number("return document.documentElement.scrollHeight"));
    Map<String, Object> shot =
        browser.driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    Files.write(
        folder.resolve(name + ".png"),
        Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
  }
}
