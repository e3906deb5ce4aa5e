package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import org.onrecord.ingest.ArchiveBusyException;
import org.onrecord.ingest.ArticleDesk;
import org.onrecord.search.ArchiveUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes that cannot be carried out now, or not as asked. */
@Singleton
final class WriteFaultHandler implements ExceptionHandler<IOException, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(WriteFaultHandler.class);
  private static final String SECONDS = "5";

  private final FaultHandler faults;

  WriteFaultHandler(FaultHandler faults) {
    this.faults = faults;
  }

  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, IOException fault) {
    HttpRequest<?> typed = request;
    return switch (fault) {
      case ArticleDesk.ConditionFailedException _ ->
          Problems.of(
              typed,
              HttpStatus.PRECONDITION_FAILED,
              "What the archive holds is not what If-Match or If-None-Match names. Read it again,"
                  + " and send what you want with its ETag or version.");
      case ArchiveBusyException _ -> later(typed, "Another write is under way.");
      case Uploads.FullException _ ->
          later(typed, Uploads.MOST + " writes are under way, which is the most at a time.");
      case ArchiveUnavailableException e
          when e.reason() == ArchiveUnavailableException.Reason.LOCKED -> {
        LOG.warn("Request {}: {}", RequestId.of(typed), e.getMessage());
        yield later(
            typed, "Another process is writing to the index, perhaps an \"onrecord index\".");
      }
      case IOException e when e.getCause() instanceof ContentLengthExceededException ->
          Problems.of(typed, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG);
      case IOException e when e.getCause() instanceof EOFException -> {
        LOG.info("Request {}: the client went away while it sent", RequestId.of(typed));
        yield Problems.of(
            typed, HttpStatus.BAD_REQUEST, "The body ended too early. Nothing was written.");
      }
      default -> faults.handle(request, fault);
    };
  }

  private static HttpResponse<?> later(HttpRequest<?> request, String why) {
    return Problems.of(
            request,
            HttpStatus.SERVICE_UNAVAILABLE,
            why + " Nothing was written: try again in " + SECONDS + " seconds.")
        .header(HttpHeaders.RETRY_AFTER, SECONDS);
  }
}
