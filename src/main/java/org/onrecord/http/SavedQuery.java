package org.onrecord.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.page.part.Address;

/** A search as it is kept: the parameters of an address, without a question mark before them. */
public final class SavedQuery {
  /** What is asked of the archive in one go, and is no part of what is looked for. */
  private static final Set<String> NOT_KEPT =
      Set.of("sort", "size", "after", "facets", "interval", "receipt", "fields");

  private SavedQuery() {}

  /**
   * The search in the form in which it is kept, one for all that say the same.
   *
   * @param query as an address has it, with or without what stands before a question mark
   */
  public static String kept(String query) {
    Map<String, List<String>> parameters =
        parameters(query.substring(query.indexOf('?') + 1).strip());
    parameters.keySet().removeAll(NOT_KEPT);
    Address address = new Address(parameters);
    Address asked =
        address.text("type").equals(Address.ARTICLES) ? address.without("type") : address;
    String whole = asked.query();
    return whole.isEmpty() ? "" : whole.substring(1);
  }

  /** What a query asks for; parameters that a saved search cannot have are refused. */
  public static SearchParameters read(String query) {
    return SearchForm.FEED.read(
        SearchForm.FEED.reader(parameters(query.substring(query.indexOf('?') + 1))));
  }

  /** The parameters of an address, each with all of its values. */
  public static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        parameters
            .computeIfAbsent(
                decoded(equals < 0 ? pair : pair.substring(0, equals)), _ -> new ArrayList<>())
            .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
