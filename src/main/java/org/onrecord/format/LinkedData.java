package org.onrecord.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself in the terms of <a
 * href="https://schema.org/NewsArticle">schema.org</a> as <a
 * href="https://www.w3.org/TR/json-ld11/">JSON-LD</a>: an object, a list, a {@code @graph}, in any
 * number of scripts. One that is broken says nothing, as browsers have it.
 */
final class LinkedData {
  private static final int MOST_NODES = 20_000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxTokenCount(200_000)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<JsonNode> nodes = new ArrayList<>();
  private final Map<String, JsonNode> named = new HashMap<>();

  /** What the scripts of a page say. */
  static LinkedData of(Element page) {
    LinkedData data = new LinkedData();
    for (Element script : page.select("script[type*=ld+json]")) {
      String json = script.data().replaceAll("^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)", "");
      try {
        data.gather(JSON.readTree(json.replaceAll("(?:-->|(?://\\s*)?]]>)\\s*$", "")));
      } catch (JacksonException _) {
        // What is no JSON says nothing; the page is read all the same.
      }
    }
    return data;
  }

  /** Takes in the objects that stand for themselves, not those in a list of a page's links. */
  private void gather(JsonNode top) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(top);
    while (!open.isEmpty() && nodes.size() < MOST_NODES) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        nodes.add(node);
        if (node.path("@id").isString() && node.size() > 1) {
          named.putIfAbsent(node.path("@id").stringValue(), node);
        }
        for (String within : List.of("@graph", "mainEntity", "hasPart")) {
          if (node.path(within).isContainer()) {
            open.add(node.path(within));
          }
        }
      }
    }
  }

  /** The object that is an article: news before others, else the first. */
  Optional<JsonNode> article() {
    JsonNode found = null;
    for (JsonNode node : nodes) {
      for (String type : types(node)) {
        if (type.endsWith("NewsArticle")) {
          return Optional.of(node);
        }
        if (found == null
            && (type.endsWith("Article") || type.endsWith("Posting") || type.equals("Report"))) {
          found = node;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether any object is of a type: {@code CollectionPage}. */
  boolean has(String type) {
    return nodes.stream().anyMatch(node -> types(node).contains(type));
  }

  private static List<String> types(JsonNode node) {
    List<String> types = new ArrayList<>();
    JsonNode type = node.path("@type");
    (type.isArray() ? type : List.of(type))
        .forEach(
            each -> {
              if (each.isString()) {
                types.add(each.stringValue().replaceFirst("^.*[/:#]", ""));
              }
            });
    return types;
  }

  /** What a value or an object is called: itself, or its name or address; of a list each. */
  List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      JsonNode known = named.getOrDefault(each.path("@id").asString(""), each);
      JsonNode name =
          !known.isObject() ? known : known.has("name") ? known.path("name") : known.path("@value");
      for (JsonNode one : name.isArray() ? name : List.of(name)) {
        if (one.isString() && !Blank.is(one.stringValue())) {
          names.add(HtmlText.line(one.stringValue()));
        }
      }
    }
    return names;
  }
}
