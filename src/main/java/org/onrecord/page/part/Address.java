package org.onrecord.page.part;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.Facet;
import org.onrecord.search.SortOrder;

/**
 * The address of a search, which is its whole state: parameters in one order, without what goes
 * without saying, so that one search has one address. Every method returns another address.
 *
 * @param parameters by name, each with at least one value
 */
public record Address(Map<String, List<String>> parameters) {
  /** The articles' tab; the other values of {@code type} are the API's. */
  public static final String ARTICLES = "article";

  /** How many results a page has at first. */
  public static final int SIZE = 20;

  private static final List<String> NAMES =
      Stream.of(
              Stream.of("q", "type", "match", "syntax"),
              Facet.FILTERS.stream().map(Facet::label),
              Stream.of("unsaid", "minConfidence", "minSpeakerConfidence"),
              Stream.of("id", "url", "speakerType", "hasParty", "minLength", "maxLength"),
              Stream.of("from", "to", "sort", "size", "after", "variants", "copies"))
          .flatMap(names -> names)
          .toList();

  /** What narrows a search, and can be taken away; what an article has one of comes last. */
  public static final List<Facet> FILTERS =
      Facet.FILTERS.stream().sorted(Comparator.comparing(Facet::isSingle)).toList();

  private static final Map<String, String> UNSAID =
      Map.of(
          "type",
          "paragraph",
          "match",
          "all",
          "syntax",
          QuerySyntax.ONRECORD.label(),
          "copies",
          "fold",
          "unsaid",
          "leave",
          "variants",
          "on",
          "size",
          String.valueOf(SIZE));

  /**
   * A search for what somebody said, or a party's people did.
   *
   * @param value a name, or a party's id
   */
  public static Address quotations(Facet facet, String value) {
    return new Address(Map.of("type", List.of("quote"), facet.label(), List.of(value)));
  }

  public Address {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    for (String name : NAMES) {
      @Nullable String unsaid = unsaid(name, parameters);
      List<String> values =
          parameters.getOrDefault(name, List.of()).stream()
              .filter(value -> !value.isBlank() && !value.equals(unsaid))
              .distinct()
              .toList();
      if (!values.isEmpty()) {
        copy.put(name, values);
      }
    }
    parameters = copy;
  }

  private static @Nullable String unsaid(String name, Map<String, List<String>> parameters) {
    return name.equals("sort") ? sort(parameters).label() : UNSAID.get(name);
  }

  /** How results are sorted where the address does not say: without words nothing matches best. */
  private static SortOrder sort(Map<String, List<String>> parameters) {
    boolean typed = parameters.getOrDefault("q", List.of()).stream().anyMatch(q -> !q.isBlank());
    return typed ? SortOrder.RELEVANCE : SortOrder.NEWEST;
  }

  /** How the results are sorted, as the API's parameter. */
  public String sort() {
    return has("sort") ? text("sort") : unsaidSort();
  }

  /** How they are sorted where the address does not say. */
  public String unsaidSort() {
    return sort(parameters).label();
  }

  /** The syntax that the query is written in. */
  public QuerySyntax syntax() {
    return QuerySyntax.of(text("syntax")).orElse(QuerySyntax.ONRECORD);
  }

  /** The one value of a parameter; empty where it is not given. */
  public String text(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /** Every value of a parameter. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** With these values in place of the parameter's; from the first page on. */
  public Address with(String name, List<String> values) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.remove("after");
    changed.put(name, values);
    return new Address(changed);
  }

  /** With the same values of a parameter in other words; on the same page. */
  public Address replacing(String name, List<String> values) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.put(name, values);
    return new Address(changed);
  }

  public Address with(String name, String value) {
    return with(name, List.of(value));
  }

  public Address without(String name) {
    return with(name, List.of());
  }

  /** From the page after a cursor on. */
  public Address after(String cursor) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.put("after", List.of(cursor));
    return new Address(changed);
  }

  /** Without one value of a parameter, in any case. */
  public Address without(String name, String value) {
    return with(name, all(name).stream().filter(v -> !v.equalsIgnoreCase(value)).toList());
  }

  /** With one more value of a parameter. */
  public Address plus(String name, String value) {
    List<String> values = new ArrayList<>(all(name));
    values.add(value);
    return with(name, values);
  }

  /** With nothing that narrows it. */
  public Address unfiltered() {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    FILTERS.forEach(facet -> changed.remove(facet.label()));
    List.of("from", "to", "after").forEach(changed::remove);
    return new Address(changed);
  }

  /** The page, as a path. */
  public String page() {
    return "/" + query();
  }

  /** The same search of the API, as a path; articles are asked for by their passages. */
  public String api(String path) {
    Address asked = text("type").equals(ARTICLES) ? without("type") : this;
    return path + asked.without("size").query();
  }

  /** With a question mark before it; empty where nothing is given. */
  public String query() {
    String query =
        parameters.entrySet().stream()
            .flatMap(p -> p.getValue().stream().map(value -> p.getKey() + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
