package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import org.onrecord.api.LostWords;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.QuotationAddress;
import org.onrecord.search.SearchService;

/** Answers of programs that ask for a quotation by its id, of today or an older one. */
public final class Quotations {
  private static final String WHAT = "quotation";

  private Quotations() {}

  /** What is answered with a quotation. */
  @FunctionalInterface
  public interface Answer {
    HttpResponse<?> of(QuoteDocument quote) throws IOException;
  }

  /** The answer with it; else a problem: 410 where its words are gone, 404 where none were. */
  public static HttpResponse<?> answer(
      HttpRequest<?> request, SearchService service, String id, Answer answer) throws IOException {
    return switch (service.address(id)) {
      case QuotationAddress.Here(QuoteDocument quote) -> answer.of(quote);
      case QuotationAddress.Moved(QuoteDocument quote) -> answer.of(quote);
      case QuotationAddress.Gone gone ->
          ProblemResponses.of(request, HttpStatus.GONE, LostWords.of(gone).sentences());
      case QuotationAddress.Withdrawn _ -> ProblemResponses.withdrawn(request, WHAT);
      case QuotationAddress.Struck _, QuotationAddress.Unknown _ ->
          ProblemResponses.notFound(request, WHAT, id);
    };
  }
}
