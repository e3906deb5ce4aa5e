package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, without a screen. Whoever opens it closes it. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  final ChromeDriver driver;
  private final URI origin;

  private Browser(ChromeDriver driver, URI origin) {
    this.driver = driver;
    this.origin = origin;
  }

  /** Skips the test where there is no Chromium, and says how to have it. */
  static void assumeInstalled() {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "not tested in a browser: apt-get install chromium chromium-driver");
  }

  /** Opens one that reads paths as those of {@code origin}. */
  static Browser open(URI origin) {
    assumeInstalled();
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    return new Browser(driver, origin);
  }

  @Override
  public void close() {
    driver.quit();
  }

  void get(String path) {
    driver.get(origin.resolve(path).toString());
  }

  /** The address from its path on, as it stands. */
  String path() {
    return driver.getCurrentUrl().substring(origin.resolve("/").toString().length() - 1);
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The texts of these to the character, without what only a screen reader says. */
  @Nullable Object seen(String selector) {
    return run(
        """
        return [...document.querySelectorAll('%s')].map((passage) => {
          const copy = passage.cloneNode(true);
          copy.querySelectorAll('.vh').forEach((one) => one.remove());
          return copy.textContent;
        })\
        """
            .formatted(selector));
  }

  /** What each of these shows, without what only a screen reader says. */
  List<String> texts(String selector) {
    return steady(() -> all(selector).stream().map(WebElement::getText).toList());
  }

  String text(String selector) {
    return steady(() -> one(selector).getText());
  }

  void click(String selector) {
    click(By.cssSelector(selector));
  }

  /** Clicks on what is there when it is clicked on. What that leads to has to be waited for. */
  void click(By place) {
    steady(
        () -> {
          driver.findElement(place).click();
          return place;
        });
  }

  /** Types into this. */
  void typeInto(String selector, CharSequence... keys) {
    steady(
        () -> {
          one(selector).sendKeys(keys);
          return selector;
        });
  }

  /** Asks again where a new page, or a new part of it, came between finding and asking. */
  private static <T> T steady(Supplier<T> asked) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return asked.get();
      } catch (StaleElementReferenceException e) {
        if (System.nanoTime() > until) {
          throw e;
        }
        pause();
      }
    }
  }

  /** Types into whatever has the focus. */
  void type(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Presses Tab until this has the focus. */
  void tabTo(String selector) {
    for (int i = 0; i < 120; i++) {
      if (isFocused(selector)) {
        return;
      }
      type(Keys.TAB);
    }
    fail("Tab never reaches " + selector);
  }

  boolean isFocused(String selector) {
    return Boolean.TRUE.equals(
        run("return document.activeElement?.matches(arguments[0]) ?? false", selector));
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** A whole number that a script returns. */
  long number(String script) {
    return Long.parseLong(String.valueOf(run(script)));
  }

  /** What a script passes to {@code done}. */
  @Nullable Object later(String script) {
    return driver.executeAsyncScript("const done = arguments[arguments.length - 1]; " + script);
  }

  /** Waits until an expression is true; while it throws, as on a half-read page, it is not. */
  void await(String expression) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String fault = "";
    while (true) {
      try {
        if (Boolean.TRUE.equals(run("return Boolean(" + expression + ")"))) {
          return;
        }
        fault = "";
      } catch (WebDriverException e) {
        fault = e.getRawMessage();
      }
      if (System.nanoTime() > until) {
        fail(
            "%s %s\nat %s\n%s"
                .formatted(expression, fault, path(), run("return document.body.innerText")));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted");
    }
  }

  /** Gives the page this width, in pixels; 800 high. */
  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  void normalWidth() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** Lets pages believe that the system is dark, or light. */
  void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  void assertNoSidewaysScroll() {
    assertEquals(
        true,
        run("const page = document.documentElement; return page.scrollWidth <= page.clientWidth"),
        () ->
            path()
                + ": "
                + run(
                    """
                    return [...document.querySelectorAll('body *')]
                      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                      .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).join('\\n')\
                    """));
  }

  /** axe-core finds nothing serious in what is shown. */
  void assertAccessible() {
    assertNothingSerious(new AxeBuilder());
  }

  /** The same, and again in the dark what may differ there: contrast. */
  void assertAccessibleInBothThemes() {
    assertAccessible();
    colours("dark");
    try {
      assertNothingSerious(new AxeBuilder().withRules(List.of("color-contrast")));
    } finally {
      colours("light");
    }
  }

  private void assertNothingSerious(AxeBuilder axe) {
    List<String> found = new ArrayList<>();
    for (Rule rule : axe.setLegacyMode(true).analyze(driver).getViolations()) {
      if (List.of("serious", "critical").contains(rule.getImpact())) {
        found.add(
            rule.getId()
                + ": "
                + rule.getHelp()
                + rule.getNodes().stream().limit(5).map(n -> "\n  " + n.getHtml()).toList());
      }
    }
    assertEquals(List.of(), found, path());
  }

  /** What the browser complained of since it was last asked: broken policies, missing files. */
  List<String> complaints() {
    return Stream.of(driver.manage().logs().get(LogType.BROWSER).getAll())
        .flatMap(List::stream)
        .map(Object::toString)
        .toList();
  }
}
