package org.onrecord.http.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.onrecord.api.TrendsBody;
import org.onrecord.api.TrendsCsv;
import org.onrecord.http.CsvFile;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.TrendParameters;
import org.onrecord.page.part.Address;
import org.onrecord.page.trend.TrendAddress.Shown;
import org.onrecord.page.trend.TrendSvg;
import org.onrecord.search.SearchService;
import org.onrecord.trend.TrendRequest;
import org.onrecord.trend.Trending;
import org.onrecord.trend.Trends;

/** {@code GET /api/v1/trends}: what is said over time. */
@Controller("/api/v1/trends")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TrendController {
  private final Trending trending;

  TrendController(SearchService service) {
    this.trending = new Trending(service);
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<?> trends(HttpRequest<?> request) throws IOException {
    ParameterReader reader = TrendParameters.FORM.reader(request.getParameters().asMap());
    String format = reader.choice("format", List.of("json", "csv", "svg"), "json");
    boolean marked = reader.choice("bom", List.of("true", "false"), "true").equals("true");
    Shown shown =
        reader.choice(
            "show", Shown.values(), one -> one.name().toLowerCase(Locale.ROOT), Shown.COUNT);
    return switch (TrendParameters.read(reader)) {
      case TrendParameters.Asked(TrendRequest asked, Address address) -> {
        Trends trends = trending.of(asked);
        yield switch (format) {
          case "csv" -> CsvFile.of("trends", TrendsCsv.of(trends), marked);
          case "svg" -> svg(trends, shown);
          default -> Responses.fresh(body(trends, address));
        };
      }
      case TrendParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }

  private static TrendsBody body(Trends trends, Address address) {
    return TrendsBody.of(
        trends,
        series ->
            TrendParameters.address(address, series.key(), series.search()).api("/api/v1/search"));
  }

  private static HttpResponse<?> svg(Trends trends, Shown shown) {
    return HttpResponse.ok(TrendSvg.of(trends, shown).getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.of("image/svg+xml;charset=utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
