package org.onrecord.mcp;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of a record's JSON, as {@link org.onrecord.api.ApiJson} writes it:
 * every member is there, null where it is {@code @Nullable} and there is nothing.
 */
final class Schemas {
  private Schemas() {}

  static Map<String, Object> of(Class<? extends Record> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent member : record.getRecordComponents()) {
      Map<String, Object> schema = new LinkedHashMap<>(of(member.getAnnotatedType()));
      Described described = member.getAnnotation(Described.class);
      if (described != null) {
        schema.put("description", described.value());
      }
      properties.put(member.getName(), schema);
    }
    Map<String, Object> schema =
        Members.of(
            "type",
            "object",
            "properties",
            properties,
            "required",
            List.copyOf(properties.keySet()));
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> of(AnnotatedType annotated) {
    Map<String, Object> schema = new LinkedHashMap<>(ofType(annotated));
    if (annotated.isAnnotationPresent(Nullable.class)) {
      schema.put("type", List.of(String.valueOf(schema.get("type")), "null"));
    }
    return schema;
  }

  private static Map<String, Object> ofType(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (annotated instanceof AnnotatedParameterizedType list) {
      return Members.of("type", "array", "items", of(list.getAnnotatedActualTypeArguments()[0]));
    }
    if (type == String.class) {
      return Map.of("type", "string");
    }
    if (type == LocalDate.class) {
      return Members.of("type", "string", "format", "date");
    }
    if (type == boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == double.class || type == Double.class) {
      return Map.of("type", "number");
    }
    if (type == int.class || type == long.class || type == Integer.class) {
      return Map.of("type", "integer");
    }
    if (type instanceof Class<?> nested && nested.isRecord()) {
      return of(nested.asSubclass(Record.class));
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  /** The schema of what a tool takes. */
  static Map<String, Object> of(List<Parameter> parameters) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Parameter parameter : parameters) {
      properties.put(parameter.name(), parameter.schema());
      if (parameter.isRequired()) {
        required.add(parameter.name());
      }
    }
    Map<String, Object> schema = Members.of("type", "object", "properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }
}
