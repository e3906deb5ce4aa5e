package org.onrecord.http;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.TextSpan;
import org.onrecord.query.Query;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.DocumentFacets;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.NamedMention;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArchiveCounts;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
import org.onrecord.search.DatedCounts;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SampledWords;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.search.Snippet;
import org.onrecord.search.SortOrder;
import org.onrecord.search.WordTallies;

/**
 * A backend over a list, right by being slow: it looks at every document for every count. Two
 * queries stand for faults: {@code boom} for a broken index, {@code 😀 oops} for one that does not
 * parse.
 */
public final class FakeBackend implements SearchBackend {
  private final List<ArchivedArticle> articles;

  public FakeBackend(List<ArchivedArticle> articles) {
    this.articles = List.copyOf(articles);
  }

  /** A service over the sample articles. */
  public static SearchService service() {
    return new SearchService(new FakeBackend(SampleArchive.articles()), aliases());
  }

  public static FacetAliases aliases() {
    return (facet, value) -> Set.of(value);
  }

  @Override
  public BackendResult search(SearchRequest request, Query query, MatchMode match)
      throws IOException {
    if (request.q().equals("boom")) {
      throw new IOException("the index is broken");
    }
    if (request.q().startsWith("😀 oops")) {
      throw new InvalidRequestException("q", 3, "This word is not allowed: take it out.", null);
    }
    List<String> words = words(query);
    List<Entry> matching = entries().filter(e -> e.matches(words, match)).toList();
    List<Entry> found =
        matching.stream()
            .filter(e -> passes(e, request, Optional.empty()))
            .sorted(order(request.sort(), words))
            .toList();
    int start = start(request.after());
    int end = Math.min(found.size(), start + request.size());
    return new BackendResult(
        found.size(),
        found.subList(Math.min(start, end), end).stream().map(e -> e.hit(words)).toList(),
        facets(matching, request),
        end < found.size() ? "cursor-" + end : null);
  }

  private static int start(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("cursor-[0-9]{1,4}")) {
      throw new InvalidRequestException(
          "after", -1, "after is no cursor of this archive: search again.", null);
    }
    return Integer.parseInt(after.substring("cursor-".length()));
  }

  private static List<String> words(Query query) {
    return switch (query) {
      case Query.All all -> List.of();
      case Query.Word word -> List.of(word.text().toLowerCase(Locale.ROOT));
      case Query.SameRoot same -> words(same.word());
      case Query.Phrase phrase -> List.of(phrase.text().toLowerCase(Locale.ROOT));
      case Query.Group group -> group.clauses().stream().flatMap(c -> words(c).stream()).toList();
      case Query.Or or -> or.clauses().stream().flatMap(c -> words(c).stream()).toList();
      case Query.Variants variants -> words(variants.typed());
      case Query.Near near -> words(new Query.Group(List.of(near.left(), near.right())));
      case Query.SameSentence near -> words(new Query.Group(List.of(near.left(), near.right())));
      case Query.Prefix _, Query.Fuzzy _, Query.Dated _, Query.Member _ -> List.of();
      case Query.In _, Query.Not _ -> List.of();
    };
  }

  private static Comparator<Entry> order(SortOrder sort, List<String> words) {
    Comparator<Entry> byDate = Comparator.comparing(Entry::date);
    return switch (sort) {
      case RELEVANCE, RECENT -> Comparator.comparing(e -> -e.score(words));
      case NEWEST -> byDate.reversed();
      case OLDEST -> byDate;
    };
  }

  private static boolean passes(Entry entry, SearchRequest request, Optional<Facet> sideways) {
    boolean typed =
        sideways.equals(Optional.of(Facet.TYPE)) || request.types().contains(entry.type());
    boolean dated =
        sideways.equals(Optional.of(Facet.DATE))
            || (request.from() == null || !entry.date().isBefore(request.from()))
                && (request.to() == null || !entry.date().isAfter(request.to()));
    return typed
        && dated
        && request.filters().entrySet().stream()
            .filter(f -> !sideways.equals(Optional.of(f.getKey())))
            .allMatch(f -> f.getValue().stream().anyMatch(v -> holds(entry, f.getKey(), v)));
  }

  private static boolean holds(Entry entry, Facet facet, String value) {
    return entry.values(facet).stream().anyMatch(value::equalsIgnoreCase);
  }

  private List<FacetCounts> facets(List<Entry> matching, SearchRequest request) {
    List<FacetCounts> all = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      if (request.facets().contains(facet)) {
        List<Entry> sideways =
            matching.stream().filter(e -> passes(e, request, Optional.of(facet))).toList();
        all.add(facet == Facet.DATE ? dates(sideways, request) : names(facet, sideways, request));
      }
    }
    return all;
  }

  private List<Entry> found(AskedSearch asked) {
    List<String> words = words(asked.query());
    return entries()
        .filter(
            e -> e.matches(words, asked.match()) && passes(e, asked.request(), Optional.empty()))
        .toList();
  }

  @Override
  public DatedCounts dated(AskedSearch asked) throws IOException {
    if (asked.request().q().equals("boom")) {
      throw new IOException("the index is broken");
    }
    Map<LocalDate, List<Entry>> byStart =
        found(asked).stream()
            .collect(
                Collectors.groupingBy(
                    e -> asked.request().interval().start(e.date()),
                    TreeMap::new,
                    Collectors.toList()));
    List<DatedCounts.Bucket> buckets = new ArrayList<>();
    byStart.forEach(
        (start, entries) ->
            buckets.add(
                new DatedCounts.Bucket(
                    start,
                    entries.size(),
                    entries.stream()
                        .flatMap(e -> e.quotation().stream())
                        .collect(
                            Collectors.groupingBy(
                                ArchivedQuotation::polarity, Collectors.counting())))));
    return new DatedCounts(buckets, 0, Map.of());
  }

  @Override
  public SampledWords sampleWords(AskedSearch asked, int most) {
    List<Entry> read = found(asked).stream().limit(most).toList();
    Map<String, Long> counts =
        read.stream()
            .flatMap(e -> wordsOf(e).stream())
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    return new SampledWords(
        read.size(), counts.values().stream().mapToLong(Long::longValue).sum(), counts);
  }

  private static List<String> wordsOf(Entry entry) {
    return List.of(entry.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
  }

  @Override
  public WordTallies tallyWords(List<AskedSearch> asked, Set<String> words) {
    List<WordTallies.Tally> tallies = new ArrayList<>();
    for (AskedSearch one : asked) {
      List<Entry> own = found(one);
      List<Entry> others =
          asked.stream()
              .flatMap(each -> found(each).stream())
              .distinct()
              .filter(e -> !own.contains(e))
              .toList();
      tallies.add(
          new WordTallies.Tally(
              length(own), occurrences(own, words), length(others), occurrences(others, words)));
    }
    List<Entry> all = entries().toList();
    Map<String, Double> everywhere = new LinkedHashMap<>();
    occurrences(all, words)
        .forEach((word, count) -> everywhere.put(word, (double) count / length(all)));
    return new WordTallies(tallies, length(all), everywhere);
  }

  private static long length(List<Entry> entries) {
    return entries.stream().mapToLong(e -> wordsOf(e).size()).sum();
  }

  private static Map<String, Long> occurrences(List<Entry> entries, Set<String> words) {
    Map<String, Long> counts = new LinkedHashMap<>();
    entries.forEach(
        e ->
            wordsOf(e).stream()
                .filter(words::contains)
                .forEach(word -> counts.merge(word, 1L, Long::sum)));
    words.forEach(word -> counts.putIfAbsent(word, 0L));
    return counts;
  }

  private static FacetCounts dates(List<Entry> entries, SearchRequest request) {
    Map<LocalDate, Long> counts =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    e -> request.interval().start(e.date()), TreeMap::new, Collectors.counting()));
    return new FacetCounts.Dates(
        request.interval(),
        counts.entrySet().stream()
            .map(e -> new FacetCounts.Bucket(e.getKey(), e.getValue()))
            .toList());
  }

  private FacetCounts names(Facet facet, List<Entry> entries, SearchRequest request) {
    Map<String, Long> counts = new LinkedHashMap<>();
    entries.forEach(e -> e.values(facet).forEach(v -> counts.merge(v, 1L, Long::sum)));
    List<String> selected =
        facet == Facet.TYPE
            ? request.types().stream().map(DocumentType::label).toList()
            : request.filters().getOrDefault(facet, List.of());
    List<FacetCounts.Value> values =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(
                e ->
                    new FacetCounts.Value(
                        facet.isById() ? name(e.getKey()) : e.getKey(),
                        facet.isById() ? e.getKey() : null,
                        e.getValue(),
                        selected.stream().anyMatch(e.getKey()::equalsIgnoreCase)))
            .sorted(Comparator.comparing(v -> !v.selected()))
            .toList();
    long missing = entries.stream().filter(e -> e.values(facet).isEmpty()).count();
    int shown = Math.min(values.size(), request.facetSize());
    return new FacetCounts.Values(facet, values.subList(0, shown), values.size() - shown, missing);
  }

  private Stream<Entry> entries() {
    return articles.stream()
        .flatMap(a -> a.paragraphs().stream())
        .flatMap(
            p ->
                Stream.concat(
                    Stream.of(new Entry(p, Optional.empty())),
                    p.quotations().stream().map(q -> new Entry(p, Optional.of(q)))));
  }

  @Override
  public HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException {
    search(request, query, match);
    List<String> words = words(query);
    Iterator<Hit> hits =
        entries()
            .filter(e -> e.matches(words, match) && passes(e, request, Optional.empty()))
            .sorted(order(request.sort(), words))
            .map(e -> e.hit(words))
            .toList()
            .iterator();
    long total = search(request.forTotal(), query, match).total();
    return new HitStream() {
      @Override
      public long total() {
        return total;
      }

      @Override
      public Optional<Hit> next() {
        return hits.hasNext() ? Optional.of(hits.next()) : Optional.empty();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<Hit> within(ArticleId article, SearchRequest request, Query query, MatchMode match) {
    List<String> words = words(query);
    return entries()
        .filter(e -> e.paragraph().article().id().equals(article))
        .filter(e -> e.matches(words, match) && passes(e, request, Optional.empty()))
        .map(e -> e.hit(words))
        .sorted(Comparator.comparing(Hit::place))
        .toList();
  }

  @Override
  public Optional<ArchivedArticle> article(ArticleId id) {
    return articles.stream().filter(a -> a.document().article().id().equals(id)).findFirst();
  }

  @Override
  public Optional<ParagraphDocument> paragraph(String id) {
    return entries().map(Entry::paragraph).filter(p -> p.id().equals(id)).findFirst();
  }

  @Override
  public Optional<QuoteDocument> quote(String id) {
    return entries()
        .filter(e -> e.quotation().map(q -> q.id().equals(id)).orElse(false))
        .map(Entry::quote)
        .findFirst();
  }

  @Override
  public List<String> similarWords(String word) {
    return List.of();
  }

  @Override
  public boolean isName(String word) {
    return true;
  }

  @Override
  public List<Completion> complete(String typed, int size) {
    return List.of(
        new Completion(Completion.Kind.PERSON, "Imran Khan", 2),
        new Completion(Completion.Kind.PHRASE, typed, 1));
  }

  @Override
  public List<PartyRef> parties() {
    return entries()
        .flatMap(
            e ->
                Stream.concat(
                    e.paragraph().mentionedParties().stream(),
                    e.paragraph().quotations().stream()
                        .map(ArchivedQuotation::party)
                        .filter(Objects::nonNull)))
        .distinct()
        .toList();
  }

  private String name(String party) {
    return parties().stream()
        .filter(one -> one.id().equals(party))
        .findFirst()
        .map(PartyRef::name)
        .orElse(party);
  }

  @Override
  public FacetPage facet(
      SearchRequest request, Query query, MatchMode match, FacetListing listing) {
    if (listing.after() != null) {
      throw new InvalidRequestException(
          "after", -1, "after is no cursor of this archive: list again.", null);
    }
    List<String> words = words(query);
    List<Entry> sideways =
        entries()
            .filter(e -> e.matches(words, match))
            .filter(e -> passes(e, request, Optional.of(listing.facet())))
            .toList();
    FacetCounts.Values all =
        (FacetCounts.Values)
            names(listing.facet(), sideways, request.withFacets(request.facets(), listing.size()));
    return new FacetPage(
        listing.facet(), all.values(), all.values().size() + all.others(), all.missing(), null);
  }

  @Override
  public ArticleHits articles(SearchRequest request, Query query, MatchMode match, int skip)
      throws IOException {
    Map<ArticleId, List<Hit>> found = new LinkedHashMap<>();
    try (HitStream hits = stream(request, query, match)) {
      for (Optional<Hit> hit = hits.next(); hit.isPresent(); hit = hits.next()) {
        found.computeIfAbsent(hit.get().article().id(), _ -> new ArrayList<>()).add(hit.get());
      }
    }
    return new ArticleHits(
        found.size(),
        found.values().stream()
            .skip(skip)
            .limit(request.size())
            .map(all -> new ArticleHits.ArticleHit(all.size(), all.getFirst()))
            .toList());
  }

  @Override
  public ArchiveCounts counts() {
    long paragraphs = entries().filter(e -> e.quotation().isEmpty()).count();
    return new ArchiveCounts(articles.size(), paragraphs, entries().count() - paragraphs);
  }

  /** A paragraph, or one of its quotations. */
  private record Entry(ParagraphDocument paragraph, Optional<ArchivedQuotation> quotation) {

    DocumentType type() {
      return quotation.isPresent() ? DocumentType.QUOTE : DocumentType.PARAGRAPH;
    }

    LocalDate date() {
      return Objects.requireNonNull(paragraph.article().date());
    }

    String text() {
      return quotation.map(ArchivedQuotation::content).orElse(paragraph.text());
    }

    List<String> names() {
      return Stream.concat(values(Facet.SPEAKER).stream(), values(Facet.MENTION).stream())
          .distinct()
          .toList();
    }

    boolean matches(List<String> words, MatchMode match) {
      String all = (text() + " " + String.join(" ", names())).toLowerCase(Locale.ROOT);
      return switch (match) {
        case ALL -> words.stream().allMatch(all::contains);
        case ANY -> words.stream().anyMatch(all::contains);
      };
    }

    float score(List<String> words) {
      String text = text().toLowerCase(Locale.ROOT);
      return 1 + words.stream().filter(text::contains).count() / (float) (1 + words.size());
    }

    List<String> values(Facet facet) {
      List<ArchivedQuotation> said = quotation.map(List::of).orElse(paragraph.quotations());
      return switch (facet) {
        case TYPE -> List.of(type().label());
        case SPEAKER -> each(said, q -> Optional.ofNullable(q.speaker()).map(SpeakerRef::name));
        case POLARITY -> said.stream().map(q -> q.polarity().label()).distinct().toList();
        case SPEAKS_FOR ->
            each(said, q -> Optional.ofNullable(q.speaksFor()).map(SpeakerRef::name));
        case PARTY -> each(said, q -> Optional.ofNullable(q.party()).map(PartyRef::id));
        case MENTIONED_PARTY ->
            quotation
                .map(ArchivedQuotation::mentionedParties)
                .orElse(paragraph.mentionedParties())
                .stream()
                .map(PartyRef::id)
                .toList();
        case MENTION ->
            quotation
                .map(q -> q.mentions().stream().map(SpeakerRef::name).toList())
                .orElseGet(
                    () ->
                        paragraph.mentions().stream()
                            .map(NamedMention::who)
                            .map(SpeakerRef::name)
                            .distinct()
                            .toList());
        case OUTLET -> Optional.ofNullable(paragraph.article().outlet()).stream().toList();
        case SECTION -> Optional.ofNullable(paragraph.article().section()).stream().toList();
        case AUTHOR, TAG, LANGUAGE, MARKED, FORMER_PARTY, ROLE, GENDER ->
            DocumentFacets.values(facet, paragraph).stream()
                .map(DocumentFacets.Value::name)
                .toList();
        case KIND -> each(said, q -> Optional.of(q.kind().label()));
        case DATE -> List.of(date().toString());
      };
    }

    private static List<String> each(
        List<ArchivedQuotation> said, Function<ArchivedQuotation, Optional<String>> value) {
      return said.stream().flatMap(q -> value.apply(q).stream()).distinct().toList();
    }

    QuoteDocument quote() {
      return new QuoteDocument(paragraph.article(), quotation.orElseThrow(), paragraph.text());
    }

    Hit hit(List<String> words) {
      List<Snippet> snippets = new ArrayList<>();
      snippet(ArchiveField.TEXT, text(), words).ifPresent(snippets::add);
      names().forEach(n -> snippet(ArchiveField.MENTION, n, words).ifPresent(snippets::add));
      return quotation.isPresent()
          ? new Hit.QuoteHit(quote(), score(words), snippets)
          : new Hit.ParagraphHit(paragraph, score(words), snippets);
    }

    private static Optional<Snippet> snippet(ArchiveField field, String text, List<String> words) {
      List<TextSpan> highlights = new ArrayList<>();
      if (!words.isEmpty()) {
        String either = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Matcher matcher = Pattern.compile(either, Pattern.CASE_INSENSITIVE).matcher(text);
        while (matcher.find()) {
          highlights.add(new TextSpan(matcher.start(), matcher.end()));
        }
      }
      return highlights.isEmpty()
          ? Optional.empty()
          : Optional.of(new Snippet(field, text, 0, highlights));
    }
  }
}
