package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of JSON whose members' names may be in any case, and whose values may be a string or a
 * list of them, a name or an object with one.
 */
final class LooseJson {
  private final Map<String, JsonNode> members = new TreeMap<>();

  LooseJson(JsonNode object) {
    object
        .properties()
        .forEach(m -> members.putIfAbsent(m.getKey().toLowerCase(Locale.ROOT), m.getValue()));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  @Nullable JsonNode get(String name) {
    return members.get(name);
  }

  /** A string or number; of a list the first that is one; empty where it is blank. */
  Optional<String> text(String... names) {
    for (String name : names) {
      Optional<String> text = texts(name).stream().findFirst();
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** The strings of a list, or the one that stands there by itself; of objects what they name. */
  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    collect(members.get(name), all);
    return all;
  }

  private static void collect(@Nullable JsonNode value, List<String> all) {
    if (value == null || value.isNull()) {
      return;
    }
    if (value.isArray()) {
      value.forEach(each -> collect(each, all));
    } else if (value.isObject()) {
      LooseJson object = new LooseJson(value);
      object.text("name", "value", "by", "label", "literal").ifPresent(all::add);
    } else if (!Blank.is(value.asString())) {
      all.add(Blank.strip(value.asString()));
    }
  }

  /** The objects of a list, or of an object that has them by name, or the one by itself. */
  List<LooseJson> objects(String name) {
    JsonNode value = members.get(name);
    List<LooseJson> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (value.isArray()) {
      value.forEach(each -> addObject(each, all));
    } else if (value.isObject()
        && value.properties().stream().allMatch(m -> m.getValue().isObject())) {
      value.forEach(each -> addObject(each, all));
    } else {
      addObject(value, all);
    }
    return all;
  }

  private static void addObject(JsonNode value, List<LooseJson> all) {
    if (value.isObject()) {
      all.add(new LooseJson(value));
    }
  }
}
