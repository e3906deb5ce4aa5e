package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/** An editor decides about names on the page. */
final class NamePageTest {
  @TempDir private Path home;
  private ServedProgram served;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    Browser.assumeInstalled();
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"),
        """
        date 2024-11-07
        outlet The Harbour Post

        “The pier must go before winter,” Ruth Alder said. “It is a danger to all of us,” Ruth Alder said.

        “We will never sell the ferry,” Rutha Alder said.
        """);
    served = ServedProgram.start(home, List.of("serve"));
    browser = Browser.open(URI.create(served.address() + "/"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (browser != null) {
      browser.close();
      served.close();
    }
  }

  @Test
  void namesAreJoinedRenamedStruckAndUndoneOnTheProfile() throws Exception {
    browser.get("/speakers/rutha-alder");
    shot("profile");
    browser.one("#naming-why").sendKeys("one person");
    browser.one("#naming-other").sendKeys("Ruth Alder");
    browser.one("button[value=merge]").click();
    browser.await("document.querySelector('h1').textContent === 'Ruth Alder'");
    assertTrue(browser.text("#names").contains("Rutha Alder (rutha-alder) is Ruth Alder"));
    assertTrue(browser.text("#names").contains("one person"));
    assertEquals(3, browser.all("#hits > *").size());
    shot("joined");
    browser.one("#naming-name").sendKeys("Dame Ruth Alder");
    browser.one("button[value=rename]").click();
    browser.await("document.querySelector('h1').textContent === 'Dame Ruth Alder'");
    browser.one("#names .decided form button").click();
    browser.await("document.querySelector('h1').textContent === 'Ruth Alder'");
    browser.one("button[value=strike]").click();
    browser.await("location.pathname === '/people'");
    assertTrue(browser.text("main").contains("Ruth Alder (ruth-alder) is no name"));
    shot("people");
    browser.one(".decided form button").click();
    browser.await("document.querySelector('.decided s')?.textContent.includes('no name')");
    browser.get("/speakers/ruth-alder");
    assertEquals("Ruth Alder", browser.text("h1"));
  }

  @Test
  void whatCannotBeDecidedIsToldWhy() {
    browser.get("/speakers/rutha-alder");
    browser.one("#naming-other").sendKeys("Rutha Alder");
    browser.one("button[value=merge]").click();
    browser.await("document.querySelector('main').textContent.includes('the same id')");
  }

  /** Keeps what is seen where somebody wants to look: {@code -Donrecord.shots=FOLDER}. */
  private void shot(String name) throws Exception {
    String folder = System.getProperty("onrecord.shots");
    if (folder != null) {
      browser.run("document.querySelector('#names, main').scrollIntoView()");
      Files.write(Path.of(folder, name + ".png"), browser.driver.getScreenshotAs(OutputType.BYTES));
    }
  }
}
