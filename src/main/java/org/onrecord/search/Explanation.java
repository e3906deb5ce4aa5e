package org.onrecord.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.query.Query;
import org.onrecord.query.ReadQuery;
import org.onrecord.query.ValueNames;
import org.onrecord.query.WordedQuery;
import org.onrecord.schema.DocumentType;

/**
 * How a search was understood, in words: "trump AND imran AND khan, in paragraphs, party is PTI".
 *
 * @param query what was typed
 * @param rest what narrows it, after a comma; empty for nothing
 * @param leftOut what was typed and is not searched for, each as in our syntax
 */
public record Explanation(WordedQuery query, String rest, List<String> leftOut) {
  public Explanation {
    leftOut = List.copyOf(leftOut);
  }

  /** Of a query of which nothing is left out. */
  public Explanation(WordedQuery query, String rest) {
    this(query, rest, List.of());
  }

  /**
   * The words for a request whose filters are canonical, in the mode that answered it.
   *
   * @param parties what parties are called in this answer
   */
  static Explanation of(
      SearchRequest request, ReadQuery read, MatchMode match, PartyLabels parties) {
    List<String> parts = new ArrayList<>();
    parts.add("in " + types(request.types()));
    request
        .filters()
        .forEach(
            (facet, values) -> {
              if (!values.isEmpty()) {
                List<String> names =
                    facet.isById() ? values.stream().map(parties::of).toList() : values;
                parts.add(facet.label() + " is " + String.join(" or ", names));
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
    parts.addAll(bounds(request.quotations()));
    parts.addAll(bounds(request.scope().bounds()));
    return new Explanation(
        words(read.query(), match, parties), ", " + String.join(", ", parts), read.leftOut());
  }

  /** All of it. */
  public String text() {
    return query.text() + rest + (leftOut.isEmpty() ? "" : "; " + note());
  }

  /** That something is left out, and why; empty where nothing is. */
  public String note() {
    return leftOut.isEmpty()
        ? ""
        : String.join(" and ", leftOut)
            + (leftOut.size() == 1 ? " is" : " are")
            + " left out, without a + beside what has one";
  }

  private static List<String> bounds(QuotationBounds quotations) {
    List<String> parts = new ArrayList<>();
    switch (quotations.unsaid()) {
      case LEAVE -> {}
      case INCLUDE -> parts.add("what was not said as well");
    }
    if (quotations.minConfidence() > 0) {
      parts.add("confidence from " + quotations.minConfidence());
    }
    if (quotations.minSpeakerConfidence() > 0) {
      parts.add("speaker's confidence from " + quotations.minSpeakerConfidence());
    }
    return parts;
  }

  private static List<String> bounds(HitBounds bounds) {
    List<String> parts = new ArrayList<>();
    if (!bounds.ids().isEmpty()) {
      parts.add("of " + String.join(" or ", bounds.ids()));
    }
    if (bounds.speaker() != null) {
      parts.add(
          switch (bounds.speaker()) {
            case PERSON -> "said by people";
            case ORGANISATION -> "said by organisations";
            case UNNAMED -> "said by nobody known by name";
          });
    }
    if (!bounds.urls().isEmpty()) {
      parts.add("from " + String.join(" or ", bounds.urls()));
    }
    switch (bounds.party()) {
      case ANY -> {}
      case TRUE -> parts.add("with a party");
      case FALSE -> parts.add("without a party");
    }
    if (bounds.minLength() > 0) {
      parts.add("from " + bounds.minLength() + " characters");
    }
    if (bounds.maxLength() < HitBounds.LONGEST) {
      parts.add("up to " + bounds.maxLength() + " characters");
    }
    switch (bounds.reserved()) {
      case INCLUDE -> {}
      case LEAVE -> parts.add("without what publishers reserve");
    }
    return parts;
  }

  private static ValueNames names(PartyLabels parties) {
    return (field, value) ->
        switch (field) {
          case PARTY, MENTIONED_PARTY, FORMER_PARTY -> parties.of(value);
          case TEXT,
              TITLE,
              SPEAKER,
              MENTION,
              OUTLET,
              SECTION,
              AUTHOR,
              TAG,
              LANGUAGE,
              KIND,
              POLARITY,
              SPEAKS_FOR,
              MARKED,
              ROLE,
              GENDER,
              DATE ->
              value;
        };
  }

  private static WordedQuery words(Query query, MatchMode match, PartyLabels parties) {
    if (query instanceof Query.All) {
      return WordedQuery.of("everything");
    }
    Query loosened = query.loosened();
    if (match == MatchMode.ALL || loosened.equals(query)) {
      return query.inWords(names(parties));
    }
    String words = loosened instanceof Query.SameRoot ? "" : "any of the words ";
    boolean others = loosened.wanted().anyMatch(Query.SameRoot.class::isInstance);
    return loosened.inWords(names(parties)).between(words, others ? " or of the same root" : "");
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
