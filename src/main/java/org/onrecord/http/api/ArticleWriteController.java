package org.onrecord.http.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.api.ArticleBody;
import org.onrecord.api.WrittenBody;
import org.onrecord.article.ArticleId;
import org.onrecord.format.SentType;
import org.onrecord.http.ArticleIds;
import org.onrecord.http.AuditNote;
import org.onrecord.http.Metrics;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.ingest.ArticleOutcome;
import org.onrecord.ingest.ArticleWriter;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SearchService;

/** {@code PUT} and {@code DELETE} of {@code /api/v1/articles/{id}}, and many by {@code POST}. */
@Controller("/api/v1/articles")
@Requires(beans = ArticleWriter.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArticleWriteController {
  private static final String LINES = "application/x-ndjson";
  private static final String JSON_LINES = "application/jsonl";
  private static final String NINJS = "application/ninjs+json";
  private static final String NITF = "application/nitf+xml";
  private static final String OLD_NITF = "text/vnd.IPTC.NITF";
  private static final String NEWS_ITEM = "application/vnd.iptc.g2.newsitem+xml";
  private static final String NEWS_MESSAGE = "application/vnd.iptc.g2.newsmessage+xml";
  private static final String NEWSML_1 = "text/vnd.IPTC.NewsML";

  private final ArticleWriter desk;
  private final SearchService service;
  private final Uploads uploads;
  private final Metrics metrics;

  ArticleWriteController(
      ArticleWriter desk, SearchService service, Uploads uploads, Metrics metrics) {
    this.metrics = metrics;
    this.desk = desk;
    this.service = service;
    this.uploads = uploads;
  }

  @Put("/{+id}")
  @Consumes({
    MediaType.APPLICATION_JSON,
    NINJS,
    NITF,
    OLD_NITF,
    NEWS_ITEM,
    NEWS_MESSAGE,
    NEWSML_1,
    MediaType.APPLICATION_XML,
    MediaType.TEXT_XML
  })
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> put(
      HttpRequest<?> request, @PathVariable String id, @Body @Nullable InputStream body)
      throws IOException {
    Optional<ArticleId> valid = ArticleIds.valid(id);
    if (valid.isEmpty()) {
      return ProblemResponses.unprocessable(
          request, ParameterReader.quote(id) + " cannot be an article's id.");
    }
    Optional<SentType> type = type(request, SentType.JSON);
    if (type.isEmpty()) {
      return unknownType(request);
    }
    ArticleOutcome outcome =
        uploads.receive(
            body,
            file ->
                desk.put(
                    valid.get(),
                    file,
                    type.get(),
                    Precondition.ofArticle(service, valid.get(), request)));
    return switch (outcome) {
      case ArticleOutcome.Taken taken -> written(request, taken);
      case ArticleOutcome.Refused(long _, String reason) -> {
        metrics.written(WrittenBody.Status.REFUSED.label(), 1);
        yield ProblemResponses.unprocessable(request, reason + ".");
      }
      case ArticleOutcome.Stale(long _, String reason) -> {
        metrics.written(WrittenBody.Status.REFUSED.label(), 1);
        yield ProblemResponses.stale(request, reason + ".");
      }
    };
  }

  private HttpResponse<?> written(HttpRequest<?> request, ArticleOutcome.Taken taken)
      throws IOException {
    WrittenBody body = body(null, taken);
    if (body.status() == WrittenBody.Status.HELD) {
      AuditNote.add(request, "held " + body.id());
    }
    metrics.written(body.status().label(), 1);
    MutableHttpResponse<byte[]> answer = Responses.fresh(body);
    if (body.status() == WrittenBody.Status.ADDED && body.links() != null) {
      answer.status(HttpStatus.CREATED).header(HttpHeaders.LOCATION, body.links().self());
    }
    Optional<ArchivedArticle> article = service.article(taken.article().article().id());
    article.ifPresent(
        a -> answer.header(HttpHeaders.ETAG, Responses.tag(ApiJson.bytes(ArticleBody.of(a)))));
    return answer;
  }

  /** Whatever it accepts: only an error has a body, and clients then ask for that type alone. */
  @Delete("/{+id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> delete(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<ArticleId> valid = ArticleIds.valid(id);
    return valid.isPresent()
            && desk.delete(valid.get(), Precondition.ofArticle(service, valid.get(), request))
        ? HttpResponse.noContent()
        : ProblemResponses.notFound(request, "article", id);
  }

  @Post
  @Consumes({
    LINES,
    JSON_LINES,
    MediaType.APPLICATION_JSON,
    NINJS,
    NITF,
    OLD_NITF,
    NEWS_ITEM,
    NEWS_MESSAGE,
    NEWSML_1,
    MediaType.APPLICATION_XML,
    MediaType.TEXT_XML
  })
  @Produces({LINES, MediaType.APPLICATION_JSON})
  HttpResponse<?> post(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    Optional<SentType> type = type(request, SentType.LINES);
    if (type.isEmpty()) {
      return unknownType(request);
    }
    List<ArticleOutcome> outcomes = uploads.receive(body, file -> desk.putAll(file, type.get()));
    if (outcomes.isEmpty()) {
      return ProblemResponses.unprocessable(
          request,
          "There is no article in the request. Send one a line, as JSON objects, or a format of"
              + " agencies.");
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (ArticleOutcome outcome : outcomes) {
      WrittenBody line = line(outcome);
      if (line.status() == WrittenBody.Status.HELD) {
        AuditNote.add(request, "held " + line.id());
      }
      metrics.written(line.status().label(), 1);
      answer.writeBytes(ApiJson.bytes(line));
      answer.write('\n');
    }
    return HttpResponse.ok(answer.toByteArray())
        .contentType(MediaType.of(LINES))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Optional<SentType> type(HttpRequest<?> request, SentType unsaid) {
    return request
        .getContentType()
        .map(type -> SentType.of(type.toString()))
        .orElse(Optional.of(unsaid));
  }

  private static HttpResponse<?> unknownType(HttpRequest<?> request) {
    return ProblemResponses.unprocessable(
        request, "The encoding that Content-Type names is not known.");
  }

  private static WrittenBody line(ArticleOutcome outcome) {
    return switch (outcome) {
      case ArticleOutcome.Taken taken ->
          body(taken.article().received().provenance().line(), taken);
      case ArticleOutcome.Refused(long line, String reason) -> WrittenBody.refused(line, reason);
      case ArticleOutcome.Stale(long line, String reason) -> WrittenBody.refused(line, reason);
    };
  }

  private static WrittenBody body(@Nullable Long line, ArticleOutcome.Taken taken) {
    WrittenBody.Status status =
        switch (taken.replacement()) {
          case ADDED -> WrittenBody.Status.ADDED;
          case HELD -> WrittenBody.Status.HELD;
          case REPLACED, OLDER, WITHDRAWN -> WrittenBody.Status.REPLACED;
        };
    return WrittenBody.taken(line, status, taken.article(), taken.warnings());
  }
}
