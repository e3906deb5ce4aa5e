package org.onrecord.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which members of hits an answer has, by their names, and of objects within by both: {@code text},
 * {@code article.title}, {@code quotation.speaker.name}. What there is follows from {@link
 * HitBody}.
 *
 * @param names at least one, each of {@link #known}
 */
public record HitFields(Set<String> names) {
  /** How many objects within one another are told apart. */
  private static final int DEEPEST = 3;

  private static final Set<String> KNOWN = known(HitBody.class.getPermittedSubclasses());

  public HitFields {
    names = Set.copyOf(names);
  }

  /** Every name that there is, in alphabetical order. */
  public static Set<String> known() {
    return KNOWN;
  }

  private static Set<String> known(Class<?>[] hits) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(hits).forEach(hit -> add(hit, "", DEEPEST, names));
    return names;
  }

  private static void add(Type type, String before, int depth, Set<String> names) {
    Type each =
        type instanceof ParameterizedType list && list.getRawType() == List.class
            ? list.getActualTypeArguments()[0]
            : type;
    if (depth > 0 && each instanceof Class<?> members && members.isRecord()) {
      for (RecordComponent member : members.getRecordComponents()) {
        names.add(before + member.getName());
        add(member.getGenericType(), before + member.getName() + ".", depth - 1, names);
      }
    }
  }

  /** The answer with these members of each hit alone. */
  public JsonNode of(SearchBody body) {
    JsonNode answer = ApiJson.tree(body);
    answer.path("hits").forEach(hit -> retain(hit, ""));
    return answer;
  }

  private void retain(JsonNode node, String before) {
    if (node.isArray()) {
      node.forEach(each -> retain(each, before));
    }
    if (node instanceof ObjectNode object) {
      for (String name : new LinkedHashSet<>(object.propertyNames())) {
        String path = before + name;
        boolean within = names.stream().anyMatch(wanted -> wanted.startsWith(path + "."));
        if (!names.contains(path) && within) {
          retain(object.path(name), path + ".");
        } else if (!names.contains(path)) {
          object.remove(name);
        }
      }
    }
  }
}
