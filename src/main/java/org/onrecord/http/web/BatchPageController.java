package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.onrecord.api.BatchBody;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.batch.BatchList;
import org.onrecord.batch.BatchTable;
import org.onrecord.batch.Batching;
import org.onrecord.http.CsvFile;
import org.onrecord.http.Needs;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.page.batch.BatchView;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** {@code /batch}: a form for many names or queries, and what was counted for them. */
@Controller("/batch")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BatchPageController {
  /** A list of the longest, each character encoded as the longest of UTF-8 is. */
  private static final int LONGEST = 1 << 20;

  private final PageAnswers pages;
  private final Batching batching;

  BatchPageController(PageAnswers pages, SearchService service) {
    this.pages = pages;
    this.batching = new Batching(service);
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> form(HttpRequest<?> request) throws IOException {
    return pages.send(request, new BatchView(BatchView.Form.EMPTY, List.of(), null));
  }

  @Post
  @Needs(Role.READER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.ALL)
  HttpResponse<?> counted(HttpRequest<?> request, @Body @Nullable InputStream body)
      throws IOException {
    FormBody sent;
    try {
      sent = FormBody.read(body, LONGEST);
    } catch (IllegalArgumentException e) {
      return refused(BatchView.Form.EMPTY, List.of("This is no form, or its list is too long."));
    }
    BatchView.Form form =
        new BatchView.Form(
            sent.text("list"),
            BatchView.by().contains(sent.text("by")) ? sent.text("by") : "speaker",
            sent.text("q"),
            sent.text("outlet"),
            sent.text("from"),
            sent.text("to"));
    if (form.list().length() > BatchList.LONGEST) {
      return refused(form, List.of("The list is too long."));
    }
    return switch (SearchForm.BATCH.read(
        SearchForm.BATCH.reader(form.address().without("type").parameters()))) {
      case SearchParameters.Asked(SearchRequest asked) -> {
        try {
          BatchTable table = batching.of(BatchList.read(form.list(), form.by()), asked);
          yield sent.text("as").equals("csv")
              ? CsvFile.of("batch", BatchBody.csv(table), true)
              : pages.send(request, BatchView.of(form, table));
        } catch (IllegalArgumentException e) {
          yield refused(form, List.of(sentence(String.valueOf(e.getMessage()))));
        }
      }
      case SearchParameters.Refused(List<ParameterError> errors, SearchRequest _) ->
          refused(form, errors.stream().map(ParameterError::detail).toList());
    };
  }

  private HttpResponse<?> refused(BatchView.Form form, List<String> faults) {
    return pages.send(HttpStatus.BAD_REQUEST, new BatchView(form, faults, null));
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
