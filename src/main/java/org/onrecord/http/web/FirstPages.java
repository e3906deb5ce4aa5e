package org.onrecord.http.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.onrecord.http.Profiles;
import org.onrecord.http.SearchParameters;
import org.onrecord.page.Viewer;
import org.onrecord.page.part.Address;
import org.onrecord.page.search.SearchPages;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.SearchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the pages that are asked for first, so that nobody waits for their templates. */
@Singleton
public final class FirstPages {
  private static final Logger LOG = LoggerFactory.getLogger(FirstPages.class);

  private final PageAnswers pages;
  private final Profiles profiles;

  FirstPages(PageAnswers pages, Profiles profiles) {
    this.pages = pages;
    this.profiles = profiles;
  }

  /**
   * The home page, and a page of results. What fails here is told, and fails again when it is asked
   * for.
   *
   * @param service whoever asks: this is nobody's request
   */
  public void draw(SearchService service) {
    SearchPages searches = new SearchPages(service, profiles::memberships);
    try {
      ArchiveCounts counts = service.counts();
      draw(searches, Map.of(), counts);
      draw(searches, Map.of("q", List.of("people")), counts);
    } catch (IOException | RuntimeException e) {
      LOG.warn("The first pages could not be drawn while the service starts", e);
    }
  }

  private void draw(
      SearchPages searches, Map<String, List<String>> parameters, ArchiveCounts counts)
      throws IOException {
    Address address = new Address(parameters);
    if (SearchParameters.ofPage(address) instanceof SearchParameters.Asked(var asked)) {
      pages.html(searches.answer(address, asked, null), counts, Viewer.READER);
    }
  }
}
