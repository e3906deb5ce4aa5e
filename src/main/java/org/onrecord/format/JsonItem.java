package org.onrecord.format;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Warned;
import tools.jackson.databind.JsonNode;

/**
 * One object of JSON as an article, in whatever members: {@link JsonShape} tells them apart, and
 * {@link JsonArticle} is what is left. An object that is none itself may have a list of them.
 */
final class JsonItem {
  /** Where programs put the list that was asked for. */
  private static final Set<String> LISTS =
      Set.of(
          "articles",
          "items",
          "docs",
          "posts",
          "results",
          "stories",
          "entries",
          "news",
          "item",
          "data");

  private JsonItem() {}

  /**
   * Reads one object.
   *
   * @param many whether it may be an object around a list of articles
   */
  static void read(
      byte[] json,
      boolean many,
      Provenance place,
      ArticleInput input,
      Consumer<? super ReadResult> results) {
    String text;
    switch (DecodedText.of(json, input.options().withoutEncoding())) {
      case DecodedText.Broken(long _, long _, String reason) -> {
        results.accept(new Rejected(place, reason));
        return;
      }
      case DecodedText.Whole(String decoded, Optional<String> warning) -> {
        text = decoded;
        warning.ifPresent(w -> results.accept(new Warned(place, w)));
      }
    }
    switch (JsonTree.of(text, many)) {
      case JsonTree.Broken(String reason) -> results.accept(new Rejected(place, reason));
      case JsonTree.Whole(JsonNode node) -> map(node, many, place, input, results);
    }
  }

  /** Whether an object is an article in OnRecord's own members, or nothing that is known. */
  static boolean isOwn(JsonNode node) {
    return JsonShape.of(members(node)).isEmpty() && list(node) == null;
  }

  private static void map(
      JsonNode node,
      boolean many,
      Provenance place,
      ArticleInput input,
      Consumer<? super ReadResult> results) {
    Optional<JsonShape> shape = JsonShape.of(members(node));
    if (shape.isPresent()) {
      shape.get().mapping().map(node, place, input, results);
      return;
    }
    JsonNode list = many ? list(node) : null;
    if (list == null) {
      JsonArticle.read(node, place, input.options(), Optional.empty(), results);
      return;
    }
    list.forEach(each -> map(each, false, place, input, results));
  }

  /** The list of objects in an object that is no article itself. */
  private static @Nullable JsonNode list(JsonNode node) {
    if (!node.isObject() || node.has("body") || node.has("text")) {
      return null;
    }
    for (String name : LISTS) {
      JsonNode list = node.path(name);
      if (list.isArray() && !list.isEmpty() && list.get(0).isObject()) {
        return list;
      }
    }
    JsonNode within = node.path("data").isObject() ? node.path("data") : node.path("response");
    return within.isObject() ? list(within) : null;
  }

  private static Set<String> members(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.properties()
        .forEach(
            member -> {
              names.add(member.getKey());
              member
                  .getValue()
                  .properties()
                  .forEach(inner -> names.add(member.getKey() + "." + inner.getKey()));
            });
    return names;
  }
}
