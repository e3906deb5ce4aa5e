package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleDetails;
import tools.jackson.databind.JsonNode;

/**
 * What a page says of its article, in this order: schema.org's terms as JSON-LD or microdata, <a
 * href="https://ogp.me/">Open Graph</a>, other {@code meta} elements in use, the page's headline
 * and {@code time} elements, and for the day alone its address.
 */
final class PageFacts {
  private static final Pattern DAY_IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d\\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\\d|3[01])(?:/|$)");
  private static final Pattern SITE = Pattern.compile("\\s+(?:[|–—·»]|-|::)\\s+[^|–—·»]{2,60}$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private final Document page;
  private final LinkedData data;
  private final @Nullable JsonNode article;
  private final @Nullable String address;

  /**
   * Those of a page.
   *
   * @param address where it was found, if that is known
   */
  PageFacts(Document page, @Nullable String address) {
    this.page = page;
    this.data = LinkedData.of(page);
    this.article = data.article().orElse(null);
    this.address = address;
  }

  /** Whether the page says that it is an article. */
  boolean sayArticle() {
    return article != null
        || meta("property=og:type")
            .filter(t -> t.matches("(?i)(?:\\w+:)?(?:article|story|post)"))
            .isPresent()
        || page.selectFirst("[itemprop~=articleBody], [itemtype*=Article]") != null;
  }

  /** Whether the page says that it is something else. */
  boolean sayNoArticle() {
    return !sayArticle()
        && (data.has("CollectionPage")
            || data.has("ItemList")
            || data.has("SearchResultsPage")
            || data.has("ProfilePage")
            || meta("property=og:type")
                .filter(t -> t.matches("(?i)(?:video|music|profile|product)\\b.*"))
                .isPresent());
  }

  /** The text as the page repeats it for programs; empty where it does not. */
  Optional<String> articleBody() {
    return article == null
        ? Optional.empty()
        : Optional.of(article.path("articleBody"))
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue);
  }

  /** Puts all of it into the article's parts. */
  void tell(ArticleParts parts) {
    title().ifPresent(parts::title);
    url().ifPresent(parts::url);
    published(parts);
    updated().ifPresent(parts::updated);
    outlet().ifPresent(parts::outlet);
    authors().forEach(parts::author);
    sections().forEach(parts::section);
    tags().forEach(parts::tag);
    first(said("inLanguage"), Optional.of(page.select("html").attr("lang")))
        .ifPresent(l -> parts.put(ArticleDetails.LANGUAGE, l));
    first(said("copyrightNotice"), meta("name=copyright"), meta("name=dcterms.rights"))
        .ifPresent(r -> parts.put(ArticleDetails.RIGHTS, HtmlText.line(r)));
    meta("name=tdm-reservation").ifPresent(r -> parts.put(ArticleDetails.DATA_MINING, r));
    first(said("alternativeHeadline"), Optional.empty())
        .ifPresent(d -> parts.put(ArticleDetails.DECK, d));
  }

  private Optional<String> title() {
    Optional<String> heading =
        Optional.of(page.select("h1")).filter(h -> h.size() == 1).map(h -> h.getFirst().text());
    List<String> told =
        Stream.of(
                said("headline"),
                meta("property=og:title"),
                item("headline"),
                heading,
                Optional.of(page.title()))
            .flatMap(Optional::stream)
            .map(HtmlText::line)
            .filter(t -> !Blank.is(t))
            .toList();
    return told.stream()
        .filter(t -> told.stream().filter(other -> sharesWords(t, other)).count() > 1)
        .findFirst()
        .or(() -> told.stream().findFirst())
        .map(
            t -> {
              String without = SITE.matcher(t).replaceFirst("");
              boolean repeated = heading.filter(h -> Blank.strip(h).equals(without)).isPresent();
              boolean outlet = outlet().filter(o -> t.endsWith(o)).isPresent();
              return repeated || outlet ? without : t;
            });
  }

  /**
   * Whether two headlines are forms of one: a template's leftover shares no word with the others.
   */
  private static boolean sharesWords(String one, String other) {
    Set<String> words = words(one);
    return words(other).stream().anyMatch(words::contains);
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private Optional<String> url() {
    return first(
            Optional.of(page.select("link[rel=canonical]").attr("href")),
            meta("property=og:url"),
            said("url"),
            Optional.ofNullable(address))
        .filter(u -> ADDRESS.matcher(u).matches())
        .or(() -> Optional.ofNullable(address));
  }

  private Optional<String> outlet() {
    return Stream.of(
            said("publisher"), meta("property=og:site_name"), meta("name=application-name"))
        .flatMap(Optional::stream)
        .filter(name -> !ADDRESS.matcher(name).lookingAt())
        .map(name -> HtmlText.line(name.replaceFirst("\\s+\\|\\s.*", "")))
        .findFirst();
  }

  private void published(ArticleParts parts) {
    List<String> told = new ArrayList<>();
    said("datePublished").ifPresent(told::add);
    item("datePublished").ifPresent(told::add);
    for (String name :
        List.of(
            "property=article:published_time",
            "property=og:article:published_time",
            "name=article:published_time",
            "name=parsely-pub-date",
            "name=sailthru.date",
            "name=dc.date.issued",
            "name=dcterms.issued",
            "name=dc.date",
            "name=dcterms.created",
            "name=pubdate",
            "name=publishdate",
            "name=publish-date",
            "name=publication_date",
            "name=date",
            "property=bt:pubdate",
            "name=cxenseparse:recs:publishtime",
            "itemprop=datePublished",
            "itemprop=dateCreated")) {
      meta(name).ifPresent(told::add);
    }
    said("dateCreated").ifPresent(told::add);
    for (Element time : page.select("article time[datetime], main time[datetime], time[pubdate]")) {
      told.add(time.attr("datetime"));
    }
    url()
        .ifPresent(
            u -> {
              Matcher day = DAY_IN_ADDRESS.matcher(u);
              if (day.find()) {
                told.add(
                    "%s-%02d-%02d"
                        .formatted(
                            day.group(1),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))));
              }
            });
    Optional<String> first =
        told.stream()
            .filter(t -> PublicationDate.parse(t) instanceof PublicationDate.Day)
            .findFirst();
    first.ifPresent(parts::published);
    if (first.isEmpty() && !told.isEmpty()) {
      parts.warn("its date \"" + told.getFirst() + "\" is not understood and was left out");
    }
    Optional<String> changed =
        updated().filter(t -> PublicationDate.parse(t) instanceof PublicationDate.Day);
    if (told.isEmpty() && changed.isPresent()) {
      parts.published(changed.get());
      parts.warn("the page only says when it was changed last; that is taken for its date");
    }
  }

  private Optional<String> updated() {
    return first(
        said("dateModified"), meta("property=article:modified_time"), item("dateModified"));
  }

  private List<String> authors() {
    List<String> names =
        new ArrayList<>(article == null ? List.of() : data.names(article.path("author")));
    if (names.isEmpty()) {
      first(
              meta("name=author"),
              meta("name=byl"),
              meta("name=parsely-author"),
              meta("property=article:author"),
              item("author"),
              Optional.of(page.select("a[rel=author]").text()))
          .map(HtmlText::line)
          .ifPresent(names::add);
    }
    names.removeIf(name -> ADDRESS.matcher(name).lookingAt() || name.length() > 200);
    return names;
  }

  private List<String> sections() {
    List<String> names =
        new ArrayList<>(article == null ? List.of() : data.names(article.path("articleSection")));
    if (names.isEmpty()) {
      first(meta("property=article:section"), meta("name=section")).ifPresent(names::add);
    }
    return names;
  }

  private List<String> tags() {
    List<String> names = new ArrayList<>();
    for (Element tag : page.select("meta[property=article:tag]")) {
      names.add(tag.attr("content"));
    }
    if (names.isEmpty() && article != null) {
      List<String> words = data.names(article.path("keywords"));
      words.forEach(w -> names.addAll(List.of(w.split("\\s*[,;]\\s*"))));
    }
    if (names.isEmpty()) {
      meta("name=news_keywords")
          .map(HtmlText::line)
          .ifPresent(w -> names.addAll(List.of(w.split("\\s*[,;]\\s*"))));
    }
    names.removeIf(name -> name.length() > 80 || name.startsWith("/"));
    return names.subList(0, Math.min(names.size(), 50));
  }

  /** A value of the article's JSON-LD. */
  private Optional<String> said(String member) {
    return article == null
        ? Optional.empty()
        : data.names(article.path(member)).stream().findFirst();
  }

  private Optional<String> meta(String attribute) {
    String[] pair = attribute.split("=", 2);
    for (Element meta : page.select("meta[" + pair[0] + "]")) {
      if (meta.attr(pair[0]).equalsIgnoreCase(pair[1]) && !Blank.is(meta.attr("content"))) {
        return Optional.of(Blank.strip(meta.attr("content")));
      }
    }
    return Optional.empty();
  }

  /** A property as microdata. */
  private Optional<String> item(String property) {
    Element element = page.selectFirst("[itemprop~=(?i)\\b" + property + "\\b]");
    if (element == null) {
      return Optional.empty();
    }
    for (String attribute : List.of("content", "datetime")) {
      if (!Blank.is(element.attr(attribute))) {
        return Optional.of(element.attr(attribute));
      }
    }
    return Optional.of(element.text());
  }

  @SafeVarargs
  private static Optional<String> first(Optional<String>... values) {
    for (Optional<String> value : values) {
      if (value.filter(v -> !Blank.is(v)).isPresent()) {
        return value.map(Blank::strip);
      }
    }
    return Optional.empty();
  }
}
