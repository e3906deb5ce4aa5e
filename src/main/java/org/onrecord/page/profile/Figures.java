package org.onrecord.page.profile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.Polarity;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Bars;
import org.onrecord.page.part.DateChart;
import org.onrecord.page.part.PartyLanes;
import org.onrecord.page.part.Sureness;
import org.onrecord.page.part.Tab;
import org.onrecord.page.search.HitView;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.PartyLabels;

/**
 * What the archive has of a speaker or a party, as it was counted.
 *
 * @param total how many quotations
 * @param newest the newest of them, at most 100
 * @param counts the facets of all of them
 * @param spokenOfBy who says how much of them
 * @param spoken in which months a speaker is quoted for which party
 * @param speakers the ids of names of people and organisations, as far as they are known
 * @param parties what parties are called
 */
public record Figures(
    long total,
    List<Hit> newest,
    List<FacetCounts> counts,
    List<FacetCounts.Value> spokenOfBy,
    List<PartyLanes.Spoke> spoken,
    Map<String, String> speakers,
    PartyLabels parties) {
  private static final int SHOWN = 10;

  public Figures {
    newest = List.copyOf(newest);
    counts = List.copyOf(counts);
    spokenOfBy = List.copyOf(spokenOfBy);
    spoken = List.copyOf(spoken);
    speakers = Map.copyOf(speakers);
  }

  List<FacetCounts.Value> values(Facet facet) {
    return counts.stream()
        .filter(one -> one.facet() == facet)
        .filter(FacetCounts.Values.class::isInstance)
        .flatMap(one -> ((FacetCounts.Values) one).values().stream())
        .toList();
  }

  /** How many values a facet has, those included that are not told. */
  long countOf(Facet facet) {
    return counts.stream()
        .filter(one -> one.facet() == facet)
        .filter(FacetCounts.Values.class::isInstance)
        .map(FacetCounts.Values.class::cast)
        .mapToLong(all -> all.values().size() + all.others())
        .sum();
  }

  DateChart chart(Address address) {
    return counts.stream()
        .filter(FacetCounts.Dates.class::isInstance)
        .map(FacetCounts.Dates.class::cast)
        .findFirst()
        .map(dates -> DateChart.of(dates, address, null, null, Tab.Kind.QUOTATIONS))
        .orElse(DateChart.NONE);
  }

  List<HitView> hits(Address address) {
    List<Hit> shown = newest.subList(0, Math.min(SHOWN, newest.size()));
    return shown.stream()
        .map(hit -> HitView.of(hit, 1 + shown.indexOf(hit), address, parties))
        .toList();
  }

  /** The page of a person or an organisation; null where the id is not known. */
  @Nullable String speakerPage(String name) {
    String id = speakers.get(name);
    return id == null ? null : Pages.speaker(id);
  }

  private List<ArchivedQuotation> quotations() {
    return newest.stream()
        .filter(Hit.QuoteHit.class::isInstance)
        .map(hit -> ((Hit.QuoteHit) hit).quote().quotation())
        .toList();
  }

  /** Counts what the newest quotations have. */
  private List<Bars.Counted> counted(Function<ArchivedQuotation, @Nullable String> what) {
    Map<String, Long> counts =
        quotations().stream()
            .map(what)
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> new Bars.Counted(e.getKey(), e.getKey(), e.getValue()))
        .sorted(Comparator.comparing(one -> -one.count()))
        .toList();
  }

  private String sample() {
    return total > newest.size() ? "in the newest " + newest.size() : "quotations";
  }

  private Bars ofSample(
      String title, Function<ArchivedQuotation, @Nullable String> what, boolean words) {
    return new Bars(
        title,
        sample(),
        Bars.rows(counted(what), _ -> null, _ -> null),
        "Nothing to count.",
        null,
        words);
  }

  /** By which words it is reported, and how much of it is verbatim. */
  Bars cues() {
    List<Bars.Counted> cues =
        counted(q -> q.cue() == null ? null : q.cue().text().toLowerCase(Locale.ROOT));
    return new Bars(
        "How it is reported",
        sample(),
        Bars.rows(cues, _ -> null, _ -> null),
        "No words report it.",
        verbatim(),
        true);
  }

  private @Nullable String verbatim() {
    Map<String, Long> kinds =
        values(Facet.KIND).stream()
            .collect(Collectors.toMap(FacetCounts.Value::value, FacetCounts.Value::count));
    if (kinds.isEmpty()) {
      return null;
    }
    return kinds.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(e -> Wording.number(e.getValue()) + " " + e.getKey())
            .collect(Collectors.joining(", "))
        + (kinds.keySet().equals(Set.of("indirect")) ? ": none of these words is verbatim." : ".");
  }

  /** By which words they are named. */
  Bars sources() {
    return ofSample("Names in the text", q -> q.source() == null ? null : q.source().text(), true);
  }

  /** How much of it is affirmed, denied and so on; what is not said is not counted. */
  Bars polarities(Address address) {
    List<FacetCounts.Value> said =
        values(Facet.POLARITY).stream()
            .filter(value -> Polarity.of(value.value()).map(Polarity::isSaid).orElse(true))
            .toList();
    return new Bars(
        "Affirmed or denied",
        "quotations",
        Bars.rows(Bars.of(said), _ -> null, label -> address.with("polarity", label).page()),
        "Nothing to count.",
        null,
        false);
  }

  /** For whom they speak. */
  Bars represented(Address address) {
    return new Bars(
        "Speaks for",
        "quotations",
        Bars.rows(
            Bars.of(values(Facet.SPEAKS_FOR)),
            this::speakerPage,
            name -> address.with("speaksFor", name).page()),
        "Nobody by name.",
        null,
        false);
  }

  Bars sureness() {
    return ofSample("How sure", q -> Sureness.of(q).word(), false);
  }
}
