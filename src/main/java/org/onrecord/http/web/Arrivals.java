package org.onrecord.http.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.onrecord.article.ArticleId;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.page.article.Arrival;
import org.onrecord.page.part.Address;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.search.TypedQuery;

/**
 * The search by which the reader of an article came, from the address. A search that cannot be
 * understood finds nothing here: the article is shown all the same.
 */
@Singleton
final class Arrivals {
  private final SearchService service;

  Arrivals(SearchService service) {
    this.service = service;
  }

  Arrival of(HttpRequest<?> request, ArticleId article) throws IOException {
    Map<String, List<String>> given = request.getParameters().asMap();
    SearchForm form = SearchForm.arrival(new Address(given));
    Map<String, List<String>> search = form.searched(given);
    if (search.isEmpty()) {
      return Arrival.DIRECT;
    }
    String query = String.valueOf(request.getUri().getRawQuery());
    return switch (SearchParameters.read(new ParameterReader(search))) {
      case SearchParameters.Asked(SearchRequest asked) when narrows(asked) ->
          found(asked, query, article);
      case SearchParameters.Asked(SearchRequest asked) -> Arrival.without(asked.typed(), query);
      case SearchParameters.Refused _ -> Arrival.without(TypedQuery.of(""), query);
    };
  }

  private static boolean narrows(SearchRequest asked) {
    return !asked.q().isBlank() || !asked.filters().isEmpty();
  }

  private Arrival found(SearchRequest asked, String query, ArticleId article) throws IOException {
    try {
      return Arrival.of(asked.typed(), query, service.within(article, asked));
    } catch (InvalidRequestException notUnderstood) {
      return Arrival.without(asked.typed(), query);
    }
  }
}
