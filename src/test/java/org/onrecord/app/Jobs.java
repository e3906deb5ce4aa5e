package org.onrecord.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * Fifteen jobs of a reporter, each done in Chromium as a person does it: {@code [URL]}. Tells of
 * each how many clicks it took, Enter among them, how many seconds from the first page on, and
 * whether what is right stood on top. Without an address it serves the article that OnRecord comes
 * with. What is looked for may be given by the environment: JOBS_PERSON, JOBS_SUBJECT, JOBS_PARTY,
 * JOBS_OTHER_PARTY, JOBS_WORDS (a quotation), JOBS_MISSPELT (the person), JOBS_FROM, JOBS_TO. It
 * changes nothing in the archive.
 */
final class Jobs {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "JOBS_PERSON", "Imran Khan",
          "JOBS_SUBJECT", "Trump",
          "JOBS_PARTY", "PTI",
          "JOBS_OTHER_PARTY", "PML-N",
          "JOBS_WORDS", "I hope Trump will at least be neutral",
          "JOBS_MISSPELT", "Imrn Khan",
          "JOBS_FROM", "2024-01-01",
          "JOBS_TO", "2024-12-31");

  private static final double NANOS = 1e9;

  private final Browser browser;
  private final String person = given("JOBS_PERSON");
  private final String subject = given("JOBS_SUBJECT");
  private int clicks;

  private Jobs(Browser browser) {
    this.browser = browser;
  }

  /** A job: it throws where it cannot be done, and says whether what is right stands on top. */
  @FunctionalInterface
  private interface Job {
    boolean isRight() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      run(args[0]);
      return;
    }
    Path home = Files.createTempDirectory("onrecord-jobs");
    String seeds = Path.of("seeds").toAbsolutePath().toString();
    try (ServedProgram served = ServedProgram.start(home, List.of("serve", "--seeds", seeds))) {
      run(served.address());
    }
  }

  private static void run(String address) {
    try (Browser browser = Browser.open(URI.create(address + "/"))) {
      int right = new Jobs(browser).all();
      System.out.printf(Locale.ROOT, "%d right%n", right);
    }
  }

  private static String given(String name) {
    String set = System.getenv(name);
    return set == null || set.isBlank() ? DEFAULTS.getOrDefault(name, "") : set;
  }

  private int all() {
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put("find what somebody said on a subject", this::said);
    jobs.put("verify a quotation", this::verified);
    jobs.put("who in a party spoke on a subject", this::partysSpeakers);
    jobs.put("when somebody first said something", this::first);
    jobs.put("compare two parties on a subject", this::compared);
    jobs.put("follow somebody on a subject over time", this::timeline);
    jobs.put("who is heard on a subject", this::voices);
    jobs.put("cite a quotation as BibTeX", this::cited);
    jobs.put("narrow by date, and back in one step", this::narrowed);
    jobs.put("correct a wrong speaker (as far as saving)", this::corrected);
    jobs.put("export a search as CSV", this::exported);
    jobs.put("count a list of names in one go", this::batch);
    jobs.put("save a search (as far as saving)", this::saved);
    jobs.put("read a hit in its place", this::inPlace);
    jobs.put("who a misspelt name is", this::profile);
    System.out.println("| job | right on top | clicks | seconds |\n|---|---|---|---|");
    int right = 0;
    for (Map.Entry<String, Job> job : jobs.entrySet()) {
      clicks = 0;
      long start = System.nanoTime();
      String told;
      try {
        boolean isRight = job.getValue().isRight();
        right += isRight ? 1 : 0;
        told = isRight ? "yes" : "no";
      } catch (Exception | AssertionError fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        told = "not done: " + message.substring(0, Math.min(100, message.length()));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d | %.1f |%n",
          job.getKey(),
          told,
          clicks,
          (System.nanoTime() - start) / NANOS);
    }
    return right;
  }

  private void search(String q) {
    browser.get("/");
    browser.await("document.getElementById('q')?.getAttribute('role') === 'combobox'");
    browser.typeInto("#q", q);
    enter();
    browser.await("document.querySelector('#hits') !== null && location.search.includes('q=')");
  }

  private void enter() {
    clicks++;
    browser.typeInto("#q", Keys.ENTER);
  }

  private void click(By place) {
    clicks++;
    browser.click(place);
  }

  private String firstHit() {
    return browser.text("#hits > .hit");
  }

  private boolean said() {
    search("what did " + person + " say about " + subject);
    String top = firstHit().toLowerCase(Locale.ROOT);
    return top.contains(person.toLowerCase(Locale.ROOT))
        && top.contains(subject.toLowerCase(Locale.ROOT));
  }

  private boolean verified() {
    browser.get("/check");
    browser.typeInto("#draft", "“" + given("JOBS_WORDS") + ",” " + person + " said.");
    click(By.cssSelector("#check [type=submit]"));
    browser.await("!document.getElementById('report').hidden");
    String first = browser.text("#notes > li").toLowerCase(Locale.ROOT);
    // As it stands, or a piece of what stands there.
    return (first.contains("exact") || first.contains("partial"))
        && first.contains(person.toLowerCase(Locale.ROOT));
  }

  private boolean partysSpeakers() {
    search(subject);
    click(By.cssSelector("[data-key='2']"));
    browser.await("location.search.includes('type=quote')");
    String party = given("JOBS_PARTY");
    click(
        By.xpath(
            "//*[@id='facet-party']//label[normalize-space(*[contains(@class,'t')])='"
                + party
                + "']/input"));
    browser.await("location.search.includes('party=')");
    browser.await("document.querySelectorAll('#hits .party').length > 0");
    return browser.texts("#hits > .hit .party").stream().allMatch(tag -> tag.contains(party))
        && !browser.texts("#facet-speaker li .t").isEmpty();
  }

  private boolean first() {
    search("speaker:\"" + person + "\" " + subject);
    click(By.cssSelector("[data-key='2']"));
    browser.await("location.search.includes('type=quote')");
    clicks++;
    browser.run(
        """
        const sort = document.getElementById("sort");
        sort.value = "oldest";
        sort.dispatchEvent(new Event("change", { bubbles: true }));\
        """);
    browser.await("location.search.includes('sort=oldest')");
    browser.await("document.querySelector('#hits time') !== null");
    return Boolean.TRUE.equals(
        browser.run(
            """
            const days = [...document.querySelectorAll('#hits > .hit time')].map((one) => one.dateTime);
            return days.every((day) => day >= days[0])
              && document.querySelector('#hits > .hit .who').textContent.includes(arguments[0])\
            """,
            person));
  }

  private boolean compared() {
    browser.get("/trends");
    for (int i = 1; i <= 2; i++) {
      clicks++;
      browser.run("document.getElementById('kind" + i + "').value = 'party'; return true");
      browser.one("#value" + i).clear();
      browser.typeInto("#value" + i, given(i == 1 ? "JOBS_PARTY" : "JOBS_OTHER_PARTY"));
    }
    browser.typeInto("#ask [name=q]", subject);
    click(By.cssSelector("#ask [type=submit]"));
    browser.await("document.querySelectorAll('.cards section').length === 2");
    return browser.texts(".cards h2").getFirst().contains(given("JOBS_PARTY"));
  }

  private boolean timeline() {
    By way = By.xpath("//*[@id='who']//a[contains(., 'In the order of time')]");
    search(person + " " + subject);
    if (browser.driver.findElements(way).isEmpty()) {
      // So little is said of it that it is not offered: from all that they said, then.
      search(person);
      click(way);
      browser.await("document.querySelector('.timeline') !== null");
      browser.typeInto("#ask [name=q]", subject, Keys.ENTER);
      clicks++;
      browser.await("location.search.includes('q=')");
    } else {
      click(way);
    }
    browser.await("document.querySelectorAll('.timeline > li').length > 0");
    return Boolean.TRUE.equals(
        browser.run(
            """
            const days = [...document.querySelectorAll('.timeline time')].map((one) => one.dateTime);
            return days.join() === [...days].sort().join()\
            """));
  }

  private boolean voices() {
    browser.get("/voices");
    browser.typeInto("#ask [name=q]", subject);
    click(By.cssSelector("#ask [type=submit]"));
    browser.await("location.search.includes('q=')");
    List<String> titles = browser.texts(".cards h2");
    return titles.stream().anyMatch(title -> title.startsWith("Parties"))
        && !browser.texts(".voices .unknown").isEmpty();
  }

  private boolean cited() {
    browser.driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    search("\"" + given("JOBS_WORDS") + "\"");
    click(By.cssSelector("#hits .menu summary"));
    click(By.linkText("BibTeX"));
    browser.await("document.getElementById('status').textContent.includes('BibTeX')");
    String copied = String.valueOf(browser.later("navigator.clipboard.readText().then(done)"));
    return copied.startsWith("@misc{") && copied.contains(given("JOBS_WORDS"));
  }

  private boolean narrowed() {
    search(subject);
    String before = browser.path();
    clicks++;
    browser.run(
        """
        document.getElementById("dates").open = true;
        const [from, to] = [document.getElementById("from"), document.getElementById("to")];
        from.value = arguments[0];
        to.value = arguments[1];
        to.dispatchEvent(new Event("change", { bubbles: true }));\
        """,
        given("JOBS_FROM"),
        given("JOBS_TO"));
    browser.await("location.search.includes('from=')");
    browser.await("document.querySelector('#chips .chip') !== null");
    boolean within =
        Boolean.TRUE.equals(
            browser.run(
                """
                return [...document.querySelectorAll('#hits > .hit time')]
                  .every((one) => one.dateTime >= arguments[0] && one.dateTime <= arguments[1])\
                """,
                given("JOBS_FROM"),
                given("JOBS_TO")));
    clicks++;
    browser.driver.navigate().back();
    browser.await("!location.search.includes('from=')");
    return within && browser.path().equals(before);
  }

  private void openQuotation() {
    search("\"" + given("JOBS_WORDS") + "\"");
    click(By.cssSelector("#hits > .hit a[href*='/quotes/']"));
    browser.await("document.getElementById('quotation') !== null");
  }

  private boolean corrected() {
    openQuotation();
    click(By.linkText("Correct"));
    browser.typeInto("#who", person);
    return browser.one("#correct [value=speaker]").isDisplayed();
  }

  private boolean exported() throws Exception {
    search(subject);
    String total = browser.text("#total").replaceAll("\\D", "");
    String link =
        String.valueOf(browser.one("#results a[href*='format=csv']").getAttribute("href"));
    clicks++;
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString());
      return answer.headers().firstValue("X-Total-Count").orElse("").equals(total)
          && answer.body().startsWith("\uFEFF\"id\"");
    }
  }

  private boolean batch() {
    browser.get("/batch");
    browser.typeInto("#list", person + "\n" + subject);
    click(By.cssSelector(".lists .btn[type=submit]:not([name])"));
    browser.await("document.querySelectorAll('.scroll tbody tr').length === 2");
    String row = browser.text(".scroll tbody tr");
    return row.contains(person) && !row.contains(person + " 0");
  }

  private boolean saved() {
    search(subject);
    List<String> ways = new ArrayList<>(browser.texts("#view a"));
    ways.addAll(browser.texts("#view button, #view summary"));
    String way =
        ways.stream()
            .filter(text -> text.startsWith("Save") || text.startsWith("Follow"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("nothing on the page saves a search"));
    click(
        By.xpath(
            "//*[@id='view']//*[self::a or self::button or self::summary][normalize-space()='"
                + way
                + "']"));
    browser.await("document.querySelector('form [name=name]') !== null");
    return true;
  }

  private boolean inPlace() {
    search("\"" + given("JOBS_WORDS") + "\"");
    click(By.cssSelector(".hit a[href^='/articles/']"));
    browser.await("document.querySelector(':target') !== null");
    return String.valueOf(browser.run("return document.querySelector(':target').textContent"))
        .contains(given("JOBS_WORDS"));
  }

  private boolean profile() {
    browser.get("/");
    browser.await("document.getElementById('q')?.getAttribute('role') === 'combobox'");
    browser.typeInto("#q", given("JOBS_MISSPELT"));
    browser.await("document.querySelector('#completions [data-href]') !== null");
    click(By.cssSelector("#completions [data-href]"));
    browser.await("location.pathname.startsWith('/speakers/')");
    return browser.text("h1").equals(person);
  }
}
