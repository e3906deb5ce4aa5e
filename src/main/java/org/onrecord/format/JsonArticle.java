package org.onrecord.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.Publication;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Warned;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article as a JSON object with the members {@code id, title, date, url, outlet} or {@code
 * source}, {@code section, author, body} or {@code text}. All are strings or null, {@code id} and
 * {@code date} also whole numbers; a list of strings is joined, of a body as its paragraphs.
 * Without a date, {@code publishedAt, published} or {@code datePublished} count. Only the body must
 * be there, and it is taken exactly as it is, unless it is HTML; the others without the blanks
 * around them. Without an id the article is known by its {@code url}, else by a digest. What {@link
 * Publication} withholds or cancels needs no body. Every other member is kept as {@code extra}.
 */
final class JsonArticle {
  /** Members that say when it was published. */
  private static final List<String> PUBLISHED =
      List.of(ArticleDetails.PUBLISHED, "published", "datePublished");

  private final JsonNode object;
  private final ReadOptions options;
  private final Optional<ArticleId> known;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Object> added = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** What it calls itself. */
  private @Nullable String named;

  private JsonArticle(JsonNode object, ReadOptions options, Optional<ArticleId> known) {
    this.object = object;
    this.options = options;
    this.known = known;
  }

  /**
   * Reads one JSON object: what a person should know of it, if anything, and the article, or all
   * that is wrong with it.
   *
   * @param known the id that the article has, whether or not it repeats it
   */
  static void read(
      JsonNode node,
      Provenance place,
      ReadOptions options,
      Optional<ArticleId> known,
      Consumer<? super ReadResult> results) {
    JsonArticle article = new JsonArticle(node, options, known);
    ReadResult result = article.article(place);
    if (result instanceof Accepted) {
      article.warnings.forEach(clause -> results.accept(new Warned(place, clause)));
    }
    results.accept(result);
  }

  /** The article, or everything that is wrong with its members. */
  private ReadResult article(Provenance place) {
    if (!object.isObject()) {
      return new Rejected(place, "a JSON object was expected, not " + kind(object));
    }
    String title = title();
    LocalDate date = date();
    String url = trimmed("url");
    String outlet = trimmed(holder("outlet", "source"));
    String section = section();
    String author = trimmed("author");
    several(ArticleDetails.AUTHORS, "author");
    several(ArticleDetails.SECTIONS, "section");
    List<String> authors = listed(ArticleDetails.AUTHORS, ";", ArticleDetails.AUTHORS);
    author = author == null && !authors.isEmpty() ? String.join(", ", authors) : author;
    List<String> sections = listed(ArticleDetails.SECTIONS, "[,;]", ArticleDetails.SECTIONS);
    section = section == null && !sections.isEmpty() ? sections.getFirst() : section;
    listed(ArticleDetails.TAGS, "[,;]", ArticleDetails.TAGS, "keywords");
    language();
    String bodyMember = holder("body", "text");
    String body = body(bodyMember);
    boolean killed = isKilled();
    if (killed && body == null) {
      body = "";
    }
    if (!killed && wrong.isEmpty() && (body == null || Blank.is(body))) {
      wrong.add(
          object.has(bodyMember)
              ? "\"" + bodyMember + "\" is empty"
              : "no body: neither a member \"body\" nor \"text\"");
    }
    Optional<ArticleId> id = id(url, title, date, body);
    if (!wrong.isEmpty() || body == null || id.isEmpty()) {
      return new Rejected(place, String.join("; ", wrong), named);
    }
    return new Accepted(
        new Article(id.get(), title, date, url, outlet, section, author, body, extra(), place));
  }

  /**
   * The first of two members for the same thing that says anything; the first where neither does.
   */
  private String holder(String first, String second) {
    return !says(first) && (says(second) || object.has(second) && !object.has(first))
        ? second
        : first;
  }

  private boolean says(String member) {
    JsonNode value = object.get(member);
    return value != null && !value.isNull() && !(value.isString() && Blank.is(value.stringValue()));
  }

  private @Nullable String string(String member) {
    taken.add(member);
    JsonNode value = object.get(member);
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isArray()) {
      String joint = member.equals("body") || member.equals("text") ? "\n\n" : ", ";
      return String.join(joint, texts(value));
    }
    wrong.add("\"" + member + "\" must be a string, not " + kind(value));
    return null;
  }

  /** The section; of several the first. */
  private @Nullable String section() {
    JsonNode value = object.path("section");
    String all = trimmed("section");
    return value.isArray() ? texts(value).stream().findFirst().orElse(null) : all;
  }

  /** The strings in a list, and the names of the objects in it; what is neither is left out. */
  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list) {
      JsonNode text = each.isObject() ? each.path("name") : each;
      if (text.isString() && !Blank.is(text.stringValue())) {
        texts.add(Blank.strip(text.stringValue()));
      }
    }
    return texts;
  }

  /** Keeps the list of which a string was made. */
  private void several(String name, String member) {
    JsonNode value = object.path(member);
    if (value.isArray() && texts(value).size() > 1 && !object.has(name)) {
      added.put(name, texts(value));
    }
  }

  /**
   * A list of texts, of whichever of the members says anything first: itself, with the names of
   * objects in it, or what a string parts by commas or semicolons.
   */
  private List<String> listed(String name, String separator, String... members) {
    for (String member : members) {
      JsonNode value = object.path(member);
      List<String> texts =
          value.isArray()
              ? texts(value)
              : value.isString()
                  ? Arrays.stream(value.stringValue().split(separator))
                      .map(Blank::strip)
                      .filter(text -> !text.isEmpty())
                      .toList()
                  : List.of();
      if (!texts.isEmpty()) {
        added.put(name, texts);
        taken.add(name);
        return texts;
      }
    }
    return List.of();
  }

  /** Under whichever name it is said, of several the first. */
  private void language() {
    for (String member : List.of(ArticleDetails.LANGUAGE, "lang", "inLanguage")) {
      JsonNode value = object.path(member);
      List<String> texts =
          value.isArray() ? texts(value) : List.of(Blank.strip(value.asString("")));
      if (!texts.isEmpty() && !texts.getFirst().isEmpty()) {
        added.put(ArticleDetails.LANGUAGE, texts.getFirst());
        taken.add(ArticleDetails.LANGUAGE);
        return;
      }
    }
  }

  private @Nullable String trimmed(String member) {
    String value = string(member);
    return value == null || Blank.is(value) ? null : Blank.strip(value);
  }

  private @Nullable String title() {
    String title = trimmed("title");
    return title == null ? null : PlainBody.line(title, options.html());
  }

  private @Nullable String body(String member) {
    String body = string(member);
    if (body == null) {
      return null;
    }
    PlainBody plain = PlainBody.of(body, options.html());
    plain.wrong().ifPresent(wrong::add);
    warnings.addAll(plain.warnings());
    return plain.text();
  }

  private @Nullable LocalDate date() {
    JsonNode value = object.path("date");
    String text = value.isIntegralNumber() ? value.asString() : trimmed("date");
    taken.add("date");
    if (text == null) {
      return PUBLISHED.stream()
          .map(member -> object.path(member).asString(""))
          .map(told -> PublicationDate.parse(told, options.dates()))
          .flatMap(
              read ->
                  read instanceof PublicationDate.Day(LocalDate day)
                      ? Stream.of(day)
                      : Stream.empty())
          .findFirst()
          .orElse(null);
    }
    if (PUBLISHED.stream().noneMatch(object::has)) {
      PublicationDate.time(text)
          .ifPresent(time -> added.put(ArticleDetails.PUBLISHED, PublicationDate.written(time)));
    }
    return switch (PublicationDate.parse(text, options.dates())) {
      case PublicationDate.Day(LocalDate date) -> date;
      case PublicationDate.Malformed(String reason) -> {
        wrong.add("\"date\": " + reason);
        yield null;
      }
    };
  }

  private Optional<ArticleId> id(
      @Nullable String url,
      @Nullable String title,
      @Nullable LocalDate date,
      @Nullable String body) {
    JsonNode given = object.path("id");
    String own = given.isIntegralNumber() ? given.asString() : trimmed("id");
    named = own;
    taken.add("id");
    if (!wrong.isEmpty() || body == null) {
      return Optional.empty();
    }
    try {
      if (known.isPresent()) {
        if (own != null && !own.equals(known.get().value())) {
          wrong.add("\"id\" is that of another article; leave it out, or repeat this one's");
        }
        return known;
      }
      if (own != null) {
        return Optional.of(new ArticleId(own));
      }
      if (isKilled() && url == null) {
        wrong.add("no id: which article is withheld or canceled?");
        return Optional.empty();
      }
      return url != null && url.length() <= ArticleId.MAX_LENGTH
          ? Optional.of(new ArticleId(url))
          : Optional.of(new ArticleId(ContentId.of(title, date, body)));
    } catch (IllegalArgumentException e) {
      wrong.add("\"id\": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether it only says that an article is to be shown no more, which needs no text. */
  private boolean isKilled() {
    return Publication.of(extra()).isKilled();
  }

  private Map<String, Object> extra() {
    Map<String, Object> extra = new LinkedHashMap<>(added);
    object
        .properties()
        .forEach(
            member -> {
              if (!taken.contains(member.getKey())) {
                extra.put(
                    member.getKey(),
                    JsonMapper.shared().treeToValue(member.getValue(), Object.class));
              }
            });
    return extra;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case OBJECT, POJO -> "an object";
      case STRING, BINARY -> "a string";
      case NULL, MISSING -> "null";
    };
  }
}
