package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.openqa.selenium.WebElement;

/** Searches are saved, looked at, changed and deleted by a person in a browser. */
final class SavedPageTest {
  @TempDir private Path home;
  private ServedProgram served;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    Browser.assumeInstalled();
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"),
        "date 2024-11-07\n\n“The ferry <b>sails</b> in May,” Ruth Alder said.\n");
    served =
        ServedProgram.start(
            home,
            List.of("serve", "--smtp", "smtp://127.0.0.1:9", "--mail-from", "a@paper.example"));
    browser = Browser.open(URI.create(served.address() + "/"));
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    served.close();
  }

  private void look() {
    for (int width : List.of(320, 1280)) {
      browser.width(width);
      browser.assertAccessibleInBothThemes();
      assertEquals(
          0L,
          browser.number("return Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }
    assertTrue(
        browser.number("return document.documentElement.outerHTML.length") < 80_000, "too heavy");
  }

  private void follow(String link) {
    browser.get(Objects.requireNonNull(browser.one(link).getDomAttribute("href"), link));
  }

  private void press(String button) {
    WebElement pressed = browser.one("button[name=do][value=" + button + "]");
    pressed.click();
  }

  @Test
  void searchIsSavedFromItsResultsAndChangedAndDeleted() {
    browser.get("/?q=ferry&type=quote");
    follow("#results a[href^='/saved/new']");
    assertTrue(browser.text("main").contains("this would have sent 1 message with 1 passage"));
    look();
    browser.one("#webhook").sendKeys("ftp://desk.example");
    browser.run("document.querySelector('.keeping').noValidate = true");
    press("save");
    Await.until(() -> browser.text("main").contains("This cannot be saved"), "not refused");
    assertEquals("ftp://desk.example", browser.one("#webhook").getDomProperty("value"));
    look();
    browser.one("#webhook").clear();
    browser.one("#webhook").sendKeys("https://127.0.0.1:9/hook");
    browser.one("#mail").sendKeys("desk@paper.example");
    press("save");
    Await.until(() -> browser.path().matches("/saved/[0-9a-f]{16}"), "not saved");
    assertTrue(browser.text("main").contains("feed.atom?token="), browser.text("main"));
    look();
    browser.get("/saved");
    assertEquals(List.of("ferry"), browser.texts(".kept h2"));
    look();
    follow(".kept h2 a");
    press("delete");
    Await.until(() -> browser.path().equals("/saved"), "not deleted");
    assertEquals(List.of(), browser.texts(".kept h2"));
    look();
    assertEquals(
        List.of(),
        browser.complaints().stream().filter(one -> !one.contains("status of 422")).toList());
  }

  @Test
  void searchIsCalledByWhomAndWhatItAsksFor() {
    browser.get("/saved/new?q=ferry&speaker=Tom+Hale&type=quote");
    assertEquals("Tom Hale: ferry", browser.one("#name").getDomProperty("value"));
  }
}
