package org.onrecord.http.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.onrecord.http.Responses;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.page.PageRenderer;
import org.onrecord.page.PageView;
import org.onrecord.page.Viewer;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.SearchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws views as HTML and sends them, with what the page's foot counts of the archive. */
@Singleton
final class PageAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);
  private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

  private static final String ASSETS = "/assets/";

  private final PageRenderer renderer;
  private final UnderPath path;
  private final SearchService service;

  PageAnswers(PageFiles files, SearchService service, ServiceAddresses addresses) {
    this.path = new UnderPath(addresses.path());
    this.renderer = new PageRenderer(ASSETS + files.folder(), files.inline());
    this.service = service;
  }

  /** The view, which a browser may keep as long as it asks each time whether it still holds. */
  MutableHttpResponse<?> send(HttpRequest<?> request, PageView view) throws IOException {
    return varied(
        Responses.tagged(request, bytes(view, service.counts(), Viewers.of(request)), HTML));
  }

  /** The view as an answer that says that something is the matter. */
  MutableHttpResponse<?> send(HttpStatus status, PageView view) {
    return into(HttpResponse.status(status), view);
  }

  /** Makes an answer that has a status into one that a person can read. */
  MutableHttpResponse<?> into(MutableHttpResponse<?> answer, PageView view) {
    return varied(answer.body(bytes(view, counts(), Viewer.READER)).contentType(HTML));
  }

  /** Days are written in the order that a reader is used to. */
  private static <T> MutableHttpResponse<T> varied(MutableHttpResponse<T> page) {
    return page.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }

  /**
   * The view as it is sent.
   *
   * @param counts what the archive holds to whoever looks
   */
  byte[] html(PageView view, ArchiveCounts counts, Viewer looking) {
    return bytes(view, counts, looking);
  }

  private byte[] bytes(PageView view, ArchiveCounts counts, Viewer looking) {
    return path.of(renderer.html(view, counts, looking)).getBytes(StandardCharsets.UTF_8);
  }

  /** What the archive holds; nothing where it cannot even say that. */
  private ArchiveCounts counts() {
    try {
      return service.counts();
    } catch (IOException e) {
      LOG.error("The index does not answer", e);
      return new ArchiveCounts(0, 0, 0);
    }
  }
}
