package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.HealthBody;
import org.onrecord.api.LiveBody;
import org.onrecord.api.ReadyBody;
import org.onrecord.article.ProgramVersion;
import org.onrecord.http.IndexState;
import org.onrecord.http.IntakeState;
import org.onrecord.http.OpenToAll;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestId;
import org.onrecord.http.Responses;
import org.onrecord.ingest.ArticleWriter;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.SearchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /health}: 200 where the index answers, 503 where it does not. {@code /health/live} is
 * 200 as long as the program runs, {@code /health/ready} where it can answer searches.
 */
@OpenToAll
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HealthController {
  private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
  private final SearchService service;
  private final @Nullable ArticleWriter desk;
  private final @Nullable IndexState index;
  private final @Nullable IntakeState intake;

  HealthController(
      SearchService service,
      @Nullable ArticleWriter desk,
      @Nullable IndexState index,
      @Nullable IntakeState intake) {
    this.service = service;
    this.desk = desk;
    this.index = index;
    this.intake = intake;
  }

  @Get
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> health(HttpRequest<?> request) {
    return answer(
        request,
        () -> {
          ArchiveCounts counts = service.counts();
          requireArchive(counts.articles());
          return HealthBody.up(counts);
        });
  }

  /** The index is not looked at: a service that cannot read it is not helped by a restart. */
  @Get("/live")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> live(HttpRequest<?> request) {
    return Responses.fresh(new LiveBody("up"));
  }

  @Get("/ready")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> ready(HttpRequest<?> request) {
    return answer(
        request,
        () -> {
          long articles = service.counts().articles();
          requireArchive(articles);
          return new ReadyBody(
              "up",
              ProgramVersion.CURRENT,
              articles,
              desk != null && index != null && index.isWritable(),
              index == null ? null : index.lastCommit().orElse(null),
              index == null ? null : index.reindex().orElse(null),
              index != null && index.isDamaged(),
              intake == null
                  ? null
                  : new ReadyBody.Intake(
                      intake.sources(), intake.failing(), intake.lastTaken().orElse(null)));
        });
  }

  /** An index that answers and is not the archive is no better than none. */
  private void requireArchive(long articles) throws IOException {
    Optional<String> missing = index == null ? Optional.empty() : index.missing(articles);
    if (missing.isPresent()) {
      throw new MissingArchiveException(missing.get());
    }
  }

  /** There is no archive behind the service. */
  private static final class MissingArchiveException extends IOException {
    private static final long serialVersionUID = 1;

    MissingArchiveException(String sentence) {
      super(sentence);
    }
  }

  /** What the index tells of itself. */
  @FunctionalInterface
  private interface Report {
    Object of() throws IOException;
  }

  private static HttpResponse<?> answer(HttpRequest<?> request, Report report) {
    try {
      return Responses.fresh(report.of());
    } catch (MissingArchiveException e) {
      return ProblemResponses.of(
          request, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.error("Request {}: the index does not answer", RequestId.of(request), e);
      return ProblemResponses.of(
          request,
          HttpStatus.SERVICE_UNAVAILABLE,
          "The index does not answer. The log says why, under the id "
              + RequestId.of(request)
              + ".");
    }
  }
}
