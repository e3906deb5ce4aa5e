package org.onrecord.http.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.onrecord.api.ProblemBody;
import org.onrecord.http.FaultHandler;
import org.onrecord.http.FrameworkProblems;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestId;
import org.onrecord.ingest.ArchiveBusyException;
import org.onrecord.ingest.ConditionFailedException;
import org.onrecord.ingest.DiskFullException;
import org.onrecord.ingest.PartlyWrittenException;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.SearchTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes that cannot be carried out now, or not as asked. */
@Singleton
final class WriteFaultHandler implements ExceptionHandler<IOException, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(WriteFaultHandler.class);
  private static final String SECONDS = "5";
  private static final String NOTHING = " Nothing was written.";
  private static final String LOCKED =
      "Another process is writing to the index, perhaps an \"onrecord index\".";

  private final FaultHandler faults;

  WriteFaultHandler(FaultHandler faults) {
    this.faults = faults;
  }

  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, IOException fault) {
    HttpRequest<?> typed = request;
    return switch (fault) {
      case ConditionFailedException _ ->
          ProblemResponses.of(
              typed,
              HttpStatus.PRECONDITION_FAILED,
              "What the archive holds is not what If-Match or If-None-Match names. Read it again,"
                  + " and send what you want with its ETag or version.");
      case ArchiveBusyException e -> later(typed, busy(typed, e) + NOTHING);
      case PartlyWrittenException e -> partly(typed, e);
      case ArchiveUnavailableException e
          when e.reason() == ArchiveUnavailableException.Reason.LOCKED -> {
        LOG.warn("Request {}: {}", RequestId.of(typed), e.getMessage());
        yield later(typed, LOCKED + NOTHING);
      }
      case ArchiveUnavailableException e
          when e.reason() == ArchiveUnavailableException.Reason.DAMAGED -> {
        LOG.error("Request {}: {}", RequestId.of(typed), e.getMessage(), e);
        yield ProblemResponses.of(
            typed,
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The index is damaged in a file that this needs. What does not need it is answered."
                + " Whoever runs the service finds the file in its log, under the id "
                + RequestId.of(typed)
                + "; \"onrecord check\" tells all that is wrong, and \"onrecord restore\" brings a"
                + " backup back.");
      }
      case ArchiveUnavailableException e when isOfCluster(e) -> {
        LOG.error("Request {}: {}", RequestId.of(typed), e.getMessage());
        yield later(typed, ofCluster(e));
      }
      case ArchiveUnavailableException e
          when e.reason() == ArchiveUnavailableException.Reason.NOT_ON_A_CLUSTER ->
          ProblemResponses.of(typed, HttpStatus.NOT_IMPLEMENTED, String.valueOf(e.getMessage()));
      case SearchTimeoutException e -> {
        LOG.warn("Request {}: a search was stopped", RequestId.of(typed));
        yield ProblemResponses.of(
                typed, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()))
            .header(HttpHeaders.RETRY_AFTER, SECONDS);
      }
      case IOException e when DiskFullException.isCauseOf(e) -> full(typed, e, NOTHING);
      case FileSystemException e -> {
        LOG.error("Request {}: the index cannot be written", RequestId.of(typed), e);
        String reason = e.getReason() == null ? "access is denied" : e.getReason();
        yield later(typed, "The index cannot be written: " + reason + "." + NOTHING);
      }
      case IOException e when e.getCause() instanceof ContentLengthExceededException ->
          ProblemResponses.of(
              typed, HttpStatus.REQUEST_ENTITY_TOO_LARGE, FrameworkProblems.TOO_LONG);
      case IOException e when e.getCause() instanceof EOFException -> {
        LOG.info("Request {}: the client went away while it sent", RequestId.of(typed));
        yield ProblemResponses.of(
            typed, HttpStatus.BAD_REQUEST, "The body ended too early. Nothing was written.");
      }
      default -> faults.handle(request, fault);
    };
  }

  /** What is wrong, as a sentence or two, of a write that was being answered already. */
  String detail(HttpRequest<?> request, IOException fault) {
    return ProblemResponses.in(handle(request, fault))
        .map(ProblemBody::detail)
        .orElseGet(() -> FaultHandler.detail(request));
  }

  private static boolean isOfCluster(ArchiveUnavailableException fault) {
    return switch (fault.reason()) {
      case UNREACHABLE, REFUSED, READ_ONLY, OVERLOADED -> true;
      case MISSING, LOCKED, OTHER_VERSION, DAMAGED, NOT_ON_A_CLUSTER -> false;
    };
  }

  /** Where the cluster is, and as whom the service speaks to it, is told in the log alone. */
  private static String ofCluster(ArchiveUnavailableException fault) {
    return switch (fault.reason()) {
      case OVERLOADED -> "The cluster that the archive is on has too much to do just now.";
      case READ_ONLY ->
          "The cluster that the archive is on takes no writes: a disk of it may be full."
              + " Searches go on.";
      case REFUSED -> "The cluster that the archive is on does not let the service in.";
      case UNREACHABLE, MISSING, LOCKED, OTHER_VERSION, DAMAGED, NOT_ON_A_CLUSTER ->
          "The cluster that the archive is on does not answer.";
    };
  }

  private static String busy(HttpRequest<?> request, ArchiveBusyException busy) {
    return switch (busy.reason()) {
      case LOCKED -> {
        LOG.warn("Request {}: {}", RequestId.of(request), busy.getMessage());
        yield LOCKED;
      }
      case FULL -> "As many writes as the service takes at a time are under way.";
      case ENDING -> "The service is ending.";
    };
  }

  /** Some articles of a request are in, and the client must not believe that they are not. */
  private HttpResponse<?> partly(HttpRequest<?> request, PartlyWrittenException e) {
    String rest =
        " The first "
            + e.pieces()
            + " articles of the request are done, the others are not. Send it again: what is in"
            + " already stays as it is.";
    if (e.fault() instanceof ArchiveBusyException busy) {
      return later(request, busy(request, busy) + rest);
    }
    if (DiskFullException.isCauseOf(e.fault())) {
      return full(request, e.fault(), rest);
    }
    if (e.fault() instanceof ArchiveUnavailableException cluster && isOfCluster(cluster)) {
      LOG.error("Request {}: {}", RequestId.of(request), cluster.getMessage());
      return later(request, ofCluster(cluster) + rest);
    }
    LOG.error("Request {} failed", RequestId.of(request), e.fault());
    return ProblemResponses.of(
        request, HttpStatus.INTERNAL_SERVER_ERROR, FaultHandler.detail(request) + rest);
  }

  private static HttpResponse<?> full(HttpRequest<?> request, Throwable fault, String rest) {
    LOG.error("Request {}: {}", RequestId.of(request), fault.toString());
    return ProblemResponses.of(
        request,
        HttpStatus.INSUFFICIENT_STORAGE,
        "The service's disk is full, or nearly so. Searches and deletions go on; articles are taken"
            + " again when there is room."
            + rest);
  }

  private static HttpResponse<?> later(HttpRequest<?> request, String why) {
    return ProblemResponses.of(
            request, HttpStatus.SERVICE_UNAVAILABLE, why + " Try again in " + SECONDS + " seconds.")
        .header(HttpHeaders.RETRY_AFTER, SECONDS);
  }
}
