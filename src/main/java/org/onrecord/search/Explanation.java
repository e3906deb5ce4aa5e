package org.onrecord.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.query.Query;
import org.onrecord.schema.DocumentType;

/**
 * Says in words how a search was understood: "trump AND imran AND khan, in paragraphs, party is
 * PTI".
 */
final class Explanation {
  private Explanation() {}

  /** The words for a request whose filters are canonical, in the mode that answered it. */
  static String of(SearchRequest request, Query query, MatchMode match) {
    List<String> parts = new ArrayList<>();
    parts.add(words(query, match));
    parts.add("in " + types(request.types()));
    request
        .filters()
        .forEach(
            (facet, values) -> {
              if (!values.isEmpty()) {
                parts.add(facet.label() + " is " + String.join(" or ", values));
              }
            });
    if (request.from() != null) {
      parts.add("from " + request.from());
    }
    if (request.to() != null) {
      parts.add("to " + request.to());
    }
    switch (request.copies()) {
      case FOLD -> {}
      case UNFOLD -> parts.add("every copy");
    }
    return String.join(", ", parts);
  }

  private static String words(Query query, MatchMode match) {
    if (query instanceof Query.All) {
      return "everything";
    }
    Query loosened = query.loosened();
    if (match == MatchMode.ALL || loosened.equals(query)) {
      return query.inWords();
    }
    String words = loosened instanceof Query.SameRoot ? "" : "any of the words ";
    boolean others = loosened.wanted().anyMatch(Query.SameRoot.class::isInstance);
    return words + loosened.inWords() + (others ? " or of the same root" : "");
  }

  private static String types(Set<DocumentType> types) {
    return EnumSet.copyOf(types).stream()
        .map(
            type ->
                switch (type) {
                  case PARAGRAPH -> "paragraphs";
                  case QUOTE -> "quotations";
                })
        .collect(Collectors.joining(" and "));
  }
}
