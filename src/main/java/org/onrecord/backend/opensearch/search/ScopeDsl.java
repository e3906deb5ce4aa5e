package org.onrecord.backend.opensearch.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Polarity;
import org.onrecord.article.SpeakerType;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.MemberTerms;
import org.onrecord.backend.lucene.index.UrlTerms;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.HitBounds;
import org.onrecord.search.SearchScope;
import org.onrecord.search.UnsaidMode;

/** What narrows the hits of a request, some of it by the facet that lifts it. Immutable. */
final class ScopeDsl {
  private static final String ANYTHING = ".*";

  /** A quotation's place ends with how far it reaches. */
  private static final String LENGTH =
      """
      long length = doc['place'].value & 0x1FFFFFL;
      return length > 0 && length >= params.least && length <= params.most;
      """;

  private final List<Map<String, Object>> always = new ArrayList<>();
  private final Map<Facet, Map<String, Object>> narrows = new EnumMap<>(Facet.class);

  ScopeDsl(IndexView view, SearchScope scope) {
    always.add(view.live());
    always.add(Dsl.not(Dsl.term(Fields.TYPE, DocumentFields.ARTICLE_TYPE)));
    addAtLeast(Fields.CONFIDENCE, scope.quotations().minConfidence());
    addAtLeast(Fields.SPEAKER_CONFIDENCE, scope.quotations().minSpeakerConfidence());
    addBounds(scope.bounds());
    scope
        .filters()
        .forEach(
            (facet, values) -> {
              if (!values.isEmpty()) {
                narrows.put(facet, Dsl.terms(FacetFields.field(facet), keys(facet, values)));
              }
            });
    if (scope.types().size() < DocumentType.values().length) {
      narrows.put(
          Facet.TYPE,
          Dsl.terms(Fields.TYPE, scope.types().stream().map(DocumentType::label).toList()));
    }
    if (scope.quotations().unsaid() == UnsaidMode.LEAVE) {
      narrows.putIfAbsent(
          Facet.POLARITY, Dsl.not(Dsl.term(Fields.UNSAID, Polarity.UNSAID.label())));
    }
    if (scope.from() != null || scope.to() != null) {
      narrows.put(
          Facet.DATE,
          Dsl.range(
              Fields.DATE,
              scope.from() == null ? Long.MIN_VALUE : scope.from().toEpochDay(),
              scope.to() == null ? Long.MAX_VALUE : scope.to().toEpochDay()));
    }
  }

  /** The keys of values; blank ones have none. */
  static List<String> keys(Facet facet, Collection<String> values) {
    return values.stream()
        .map(value -> FacetFields.key(facet, value))
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  private void addAtLeast(String field, double least) {
    if (least > 0) {
      always.add(Dsl.range(field, DocumentFields.percent(least), Integer.MAX_VALUE));
    }
  }

  private void addBounds(HitBounds bounds) {
    if (!bounds.ids().isEmpty()) {
      always.add(
          Dsl.any(
              List.of(
                  Dsl.terms(Fields.ARTICLE, bounds.ids()), Dsl.terms(Fields.ID, bounds.ids()))));
    }
    if (!bounds.urls().isEmpty()) {
      always.add(Dsl.terms(Fields.URL, bounds.urls().stream().map(UrlTerms::asked).toList()));
    }
    if (bounds.speaker() != null) {
      always.add(speaker(bounds.speaker()));
    }
    Map<String, Object> party = Dsl.exists(FacetFields.field(Facet.PARTY));
    switch (bounds.party()) {
      case ANY -> {}
      case TRUE -> always.add(party);
      case FALSE -> always.add(Dsl.not(party));
    }
    switch (bounds.reserved()) {
      case INCLUDE -> {}
      case LEAVE -> always.add(Dsl.not(reserved()));
    }
    if (bounds.boundsLength()) {
      Map<String, Object> params = Map.of("least", bounds.minLength(), "most", bounds.maxLength());
      always.add(Map.of("script", Map.of("script", Map.of("source", LENGTH, "params", params))));
    }
  }

  private static Map<String, Object> speaker(SpeakerType type) {
    String field = FacetFields.idField(Facet.SPEAKER);
    return switch (type) {
      case PERSON, ORGANISATION ->
          Dsl.regexp(
              field,
              ANYTHING + FacetFields.SEPARATOR + type.label() + FacetFields.SEPARATOR + ANYTHING);
      case UNNAMED -> Dsl.not(Dsl.exists(field));
    };
  }

  /** The articles whose publisher forbids data mining, by what their member says of it. */
  private static Map<String, Object> reserved() {
    String begin = Dsl.quoted(MemberTerms.term("dataMining", ""));
    return Dsl.regexp(
        Fields.EXTRA, "(%s.*dmi\\-prohibited.*|%s1)&~(.*mltraining.*)".formatted(begin, begin));
  }

  /** Whether a facet's own selection narrows the hits. */
  boolean isBy(Facet facet) {
    return narrows.containsKey(facet);
  }

  /** What narrows, by the facet that lifts it. */
  Map<Facet, Map<String, Object>> narrows() {
    return narrows;
  }

  /** What narrows in any case. */
  List<Map<String, Object>> always() {
    return always;
  }

  /** What narrows where a facet's own selection is lifted, beside what does in any case. */
  List<Map<String, Object>> but(@Nullable Facet lifted) {
    return narrows.entrySet().stream()
        .filter(each -> each.getKey() != lifted)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Everything that narrows. */
  List<Map<String, Object>> all() {
    List<Map<String, Object>> all = new ArrayList<>(always);
    all.addAll(narrows.values());
    return all;
  }
}
