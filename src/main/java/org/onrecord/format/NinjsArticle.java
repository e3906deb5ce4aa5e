package org.onrecord.format;

import static org.onrecord.article.ArticleDetails.CAPTIONS;
import static org.onrecord.article.ArticleDetails.DATA_MINING;
import static org.onrecord.article.ArticleDetails.DECK;
import static org.onrecord.article.ArticleDetails.LANGUAGE;
import static org.onrecord.article.ArticleDetails.LOCATED;
import static org.onrecord.article.ArticleDetails.ORGANISATIONS;
import static org.onrecord.article.ArticleDetails.PEOPLE;
import static org.onrecord.article.ArticleDetails.RIGHTS;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Skipped;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the members of <a href="https://iptc.org/standards/ninjs/">ninjs</a> 1.0 to 3.2, and of the
 * items of AP's Media API, say of an article. Names are in any case, as the versions have them.
 */
final class NinjsArticle {
  /** Members that only ninjs has, in small letters. */
  private static final Set<String> OWN =
      Set.of(
          "versioncreated",
          "headlines",
          "headline_main",
          "renditions",
          "eventdetails",
          "representationtype",
          "standard",
          "description_text",
          "descriptions",
          "plannedcoverage");

  private static final List<String> HTML_BODIES =
      List.of("body_html", "body_xhtml", "body_html5", "body_richtext", "body_richhtml5");

  /** Where AP's items have the paragraphs of NITF. */
  private static final String NITF_BODY = "body_nitf";

  private static final String NITF = "<nitf><body><body.content>%s</body.content></body></nitf>";
  private static final List<String> TEXT_BODIES = List.of("body_text", "body_main");

  private final LooseJson item;
  private final ArticleParts parts;
  private final Set<String> taken =
      new HashSet<>(Set.of("renditions", "associations", "standard", "type"));

  private NinjsArticle(LooseJson item, ArticleParts parts) {
    this.item = item;
    this.parts = parts;
  }

  /** Whether an object with these members is ninjs. */
  static boolean fits(Set<String> names) {
    Set<String> small =
        names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    if (small.contains("body") || small.contains("text")) {
      return false;
    }
    boolean body =
        small.contains("bodies")
            || Stream.concat(HTML_BODIES.stream(), TEXT_BODIES.stream()).anyMatch(small::contains);
    boolean identified = small.contains("uri") || small.contains("guid");
    return body || identified && OWN.stream().anyMatch(small::contains);
  }

  /** Whether an object with these members is an answer of AP's Media API around ninjs. */
  static boolean fitsAp(Set<String> names) {
    return names.contains("data.item")
        || names.contains("data.items") && names.contains("api_version");
  }

  /** Makes an article of AP's answer, or of each item of its feed. */
  static void mapAp(
      JsonNode answer, Provenance place, ArticleInput input, Consumer<? super ReadResult> results) {
    JsonNode data = answer.path("data");
    if (data.path("item").isObject()) {
      map(data.path("item"), place, input, results);
    }
    data.path("items")
        .forEach(
            each ->
                map(
                    each.path("item").isObject() ? each.path("item") : each,
                    place,
                    input,
                    results));
  }

  /** Makes an article of an object. */
  static void map(
      JsonNode object, Provenance place, ArticleInput input, Consumer<? super ReadResult> results) {
    LooseJson item = new LooseJson(object);
    Optional<NoArticle> other = other(item);
    if (other.isPresent()) {
      results.accept(new Skipped(place, other.get()));
      return;
    }
    ArticleParts parts = new ArticleParts(input, place);
    if (place.offset() > 0) {
      parts.oneOfMany();
    }
    NinjsArticle article = new NinjsArticle(item, parts);
    article.itself();
    article.named();
    article.text();
    article.rest(object);
    if (!parts.hasBody() && item.has("renditions")) {
      parts.instead(NoArticle.ELSEWHERE);
    }
    parts.emit(results);
  }

  private static Optional<NoArticle> other(LooseJson item) {
    return switch (item.text("type").orElse("").toLowerCase(Locale.ROOT)) {
      case "picture", "photo", "image" -> Optional.of(NoArticle.PICTURE);
      case "graphic" -> Optional.of(NoArticle.GRAPHIC);
      case "video" -> Optional.of(NoArticle.VIDEO);
      case "audio" -> Optional.of(NoArticle.AUDIO);
      case "event" -> Optional.of(NoArticle.EVENT);
      case "planning" -> Optional.of(NoArticle.PLANNING);
      default -> item.has("eventdetails") ? Optional.of(NoArticle.EVENT) : Optional.empty();
    };
  }

  private Optional<String> take(String... names) {
    taken.addAll(List.of(names));
    return item.text(names);
  }

  private void itself() {
    take("uri", "guid", "id").ifPresent(parts::id);
    item.text("url", "link", "canonical").ifPresent(parts::url);
    headlines();
    Stream<Optional<String>> times =
        Stream.of(
            item.text("firstcreated"), item.text("contentcreated"), item.text("versioncreated"));
    parts.publishedFirst(times.flatMap(Optional::stream).toList());
    item.text("versioncreated").ifPresent(parts::updated);
    item.text("embargoed").ifPresent(parts::embargoed);
    taken.add("embargoed");
    for (String who :
        List.of("source", "provider", "copyrightholder", "infosources", "infosource")) {
      item.text(who).ifPresent(parts::outlet);
    }
    taken.addAll(List.of("by", "byline", "bylines", "authors"));
    for (String who : List.of("by", "byline", "bylines", "authors")) {
      if (!parts.hasAuthor()) {
        item.texts(who).forEach(parts::author);
      }
    }
    take("language").ifPresent(language -> parts.put(LANGUAGE, language));
    take("located").ifPresent(place -> parts.put(LOCATED, place));
    item.text("datelinelocation").ifPresent(place -> parts.put(LOCATED, place));
    parts.put(
        RIGHTS,
        Stream.concat(item.texts("copyrightnotice").stream(), item.texts("usageterms").stream())
            .collect(Collectors.joining(" ")));
    item.objects("rightsinfo").stream()
        .flatMap(r -> r.text("datamining").stream())
        .findFirst()
        .or(() -> item.text("datamining"))
        .ifPresent(mining -> parts.put(DATA_MINING, mining));
  }

  private void headlines() {
    taken.addAll(List.of("headlines", "headline", "headline_main", "title"));
    for (LooseJson headline : item.objects("headlines")) {
      String role = headline.text("role").orElse("main").toLowerCase(Locale.ROOT);
      Optional<String> value = headline.text("value");
      if (role.matches(".*(?:sub|deck|kicker).*")) {
        value.ifPresent(v -> parts.put(DECK, v));
      } else if (role.contains("main") || item.objects("headlines").size() == 1) {
        value.ifPresent(parts::mixedTitle);
      }
    }
    item.texts("headlines").stream().findFirst().ifPresent(parts::mixedTitle);
    item.text("headline", "headline_main", "title").ifPresent(parts::mixedTitle);
  }

  private void named() {
    for (String name : List.of("people", "person", "persons")) {
      item.objects(name).forEach(p -> party(p, PEOPLE));
      taken.add(name);
    }
    for (String name : List.of("organisations", "organisation", "organizations", "organization")) {
      item.objects(name).forEach(o -> party(o, ORGANISATIONS));
      taken.add(name);
    }
    for (String name : List.of("subjects", "subject", "keywords", "keyword")) {
      item.texts(name).forEach(parts::tag);
      taken.add(name);
    }
    for (String name : List.of("sections", "section", "service")) {
      item.texts(name).forEach(parts::section);
    }
    item.objects("associations").stream()
        .flatMap(
            a ->
                Stream.concat(
                    a.text("description_text", "description_caption").stream(),
                    a.texts("descriptions").stream()))
        .forEach(caption -> parts.add(CAPTIONS, caption));
  }

  private void party(LooseJson named, String list) {
    named
        .text("name")
        .ifPresent(
            name ->
                parts.named(
                    list,
                    name,
                    named.text("uri", "code"),
                    named.text("title", "jobtitle", "function", "affiliation", "description")));
  }

  /** The text in the first way in which it is there: HTML has paragraphs, plain text may not. */
  private void text() {
    taken.addAll(HTML_BODIES);
    taken.addAll(TEXT_BODIES);
    taken.add("bodies");
    taken.add(NITF_BODY);
    HTML_BODIES.forEach(
        name -> item.text(name).filter(_ -> !parts.hasBody()).ifPresent(this::html));
    for (String kind : List.of("html", "nitf", "")) {
      for (LooseJson body : item.objects("bodies")) {
        String type =
            (body.text("contenttype").orElse("") + " " + body.text("role").orElse(""))
                .toLowerCase(Locale.ROOT);
        if (!parts.hasBody() && type.contains(kind) && (!kind.isEmpty() || !type.contains("xml"))) {
          body.text("value").ifPresent(value -> body(value, type));
        }
      }
    }
    item.text(NITF_BODY)
        .filter(_ -> !parts.hasBody())
        .ifPresent(nitf -> body(nitf.contains("<nitf") ? nitf : NITF.formatted(nitf), "nitf"));
    TEXT_BODIES.forEach(
        name ->
            item.text(name)
                .filter(_ -> !parts.hasBody())
                .ifPresent(text -> WiredText.addAny(text, parts)));
  }

  private void body(String value, String type) {
    if (type.contains("html")) {
      html(value);
    } else if (type.contains("nitf")) {
      if (!NitfArticle.inline(value, parts)) {
        parts.warn("a body that is broken NITF was left out");
      }
    } else {
      WiredText.addAny(value, parts);
    }
  }

  private void html(String value) {
    ConvertedText text = NewsHtml.text(value, parts.titleOrNull());
    text.warnings().forEach(parts::warn);
    parts.body(text.text());
  }

  /** Whatever else it has stays as it is. */
  private void rest(JsonNode object) {
    object
        .properties()
        .forEach(
            member -> {
              if (!taken.contains(member.getKey().toLowerCase(Locale.ROOT))) {
                parts.put(
                    member.getKey(),
                    JsonMapper.shared().treeToValue(member.getValue(), Object.class));
              }
            });
  }
}
