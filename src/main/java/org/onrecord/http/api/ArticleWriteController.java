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
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
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
  private final WriteFaultHandler faults;
  private final ExecutorService writing;

  ArticleWriteController(
      ArticleWriter desk,
      SearchService service,
      Uploads uploads,
      Metrics metrics,
      WriteFaultHandler faults,
      @Named(TaskExecutors.BLOCKING) ExecutorService writing) {
    this.metrics = metrics;
    this.faults = faults;
    this.writing = writing;
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
      case ArticleOutcome.Refused(long _, var _, String reason) -> {
        metrics.written(WrittenBody.Status.REFUSED.label(), 1);
        yield ProblemResponses.unprocessable(request, reason + ".");
      }
      case ArticleOutcome.Stale(long _, var _, String reason) -> {
        metrics.written(WrittenBody.Status.REFUSED.label(), 1);
        yield ProblemResponses.stale(request, reason + ".");
      }
    };
  }

  private HttpResponse<?> written(HttpRequest<?> request, ArticleOutcome.Taken taken)
      throws IOException {
    WrittenBody body = body(null, taken);
    if (body.status() == WrittenBody.Status.HELD || body.status() == WrittenBody.Status.UNCHANGED) {
      AuditNote.add(request, noted(body));
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
    WrittenLines lines = new WrittenLines();
    begin(request, uploads.receive(body), type.get(), lines);
    if (!begins(lines)) {
      return ProblemResponses.unprocessable(
          request,
          "There is no article in the request. Send one a line, as JSON objects, or a format of"
              + " agencies.");
    }
    return HttpResponse.ok(new StreamedFile(lines, MediaType.of(LINES)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static boolean begins(WrittenLines lines) throws IOException {
    try {
      return lines.begins();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Takes articles in beside the answer, which tells of each as it is safe. */
  private void begin(
      HttpRequest<?> request, Uploads.Received received, SentType type, WrittenLines lines) {
    CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    AuditNote.until(request, ended);
    writing.execute(
        () -> {
          try (received) {
            desk.putAll(received.file(), type, outcome -> tell(request, line(outcome), lines));
          } catch (IOException e) {
            if (!lines.fail(e)) {
              tell(request, WrittenBody.failed(faults.detail(request, e)), lines);
            }
          } catch (RuntimeException | Error e) {
            if (!lines.fail(e)) {
              IOException fault = new IOException("an article could not be taken in", e);
              tell(request, WrittenBody.failed(faults.detail(request, fault)), lines);
            }
          } finally {
            lines.end();
            ended.complete(null);
          }
        });
  }

  private void tell(HttpRequest<?> request, WrittenBody line, WrittenLines lines) {
    if (line.status() != WrittenBody.Status.FAILED) {
      AuditNote.add(request, noted(line));
      metrics.written(line.status().label(), 1);
    }
    byte[] json = ApiJson.bytes(line);
    byte[] told = Arrays.copyOf(json, json.length + 1);
    told[json.length] = '\n';
    lines.add(told);
  }

  /** What became of an article, in the log: {@code held bridge}, {@code refused line 7}. */
  private static String noted(WrittenBody line) {
    return line.status().label() + " " + (line.id() == null ? "line " + line.line() : line.id());
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
      case ArticleOutcome.Taken taken -> body(taken.line(), taken);
      case ArticleOutcome.Refused(long line, var id, String reason) ->
          WrittenBody.refused(line, id, reason);
      case ArticleOutcome.Stale(long line, ArticleId id, String reason) ->
          WrittenBody.refused(line, id.value(), reason);
    };
  }

  private static WrittenBody body(@Nullable Long line, ArticleOutcome.Taken taken) {
    WrittenBody.Status status =
        switch (taken.replacement()) {
          case ADDED -> WrittenBody.Status.ADDED;
          case HELD -> WrittenBody.Status.HELD;
          case UNCHANGED -> WrittenBody.Status.UNCHANGED;
          case REPLACED, OLDER, WITHDRAWN -> WrittenBody.Status.REPLACED;
        };
    return WrittenBody.taken(line, status, taken.article(), taken.warnings());
  }
}
