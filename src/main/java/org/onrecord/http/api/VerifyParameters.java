package org.onrecord.http.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.http.ParameterReader;
import org.onrecord.verify.Claim;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is to be verified, or everything that is wrong with how it was asked. */
sealed interface VerifyParameters {
  /** The longest body, in bytes. */
  int LONGEST_BODY = 64 << 10;

  List<String> NAMES = List.of("q", "speaker", "from", "to", "outlet", "receipt");

  JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(5).build())
                  .build())
          .build();

  /** Whether a receipt is asked for. */
  enum Receipt {
    NONE,
    WANTED
  }

  /** Nothing is wrong. */
  record Asked(Claim claim, Receipt receipt) implements VerifyParameters {}

  /** Something is wrong. */
  record Refused(List<ParameterError> errors) implements VerifyParameters {
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  static VerifyParameters read(Map<String, List<String>> given) {
    ParameterReader reader = new ParameterReader(given);
    reader.refuseUnknown(NAMES);
    if (given.getOrDefault("q", List.of()).isEmpty()) {
      reader.refuse("q", "q is missing: give the words of a quotation.");
    }
    Claim claim =
        new Claim(
            reader.text("q").orElse(""),
            reader.text("speaker").orElse(null),
            day(reader, "from"),
            day(reader, "to"),
            reader.all("outlet"));
    boolean receipt = reader.choice("receipt", List.of("true", "false"), "false").equals("true");
    return reader.errors().isEmpty()
        ? new Asked(claim, receipt ? Receipt.WANTED : Receipt.NONE)
        : new Refused(reader.errors());
  }

  private static @Nullable LocalDate day(ParameterReader reader, String name) {
    return reader.day(name).orElse(null);
  }

  /** The same as members of a JSON object, in which {@code q} is called {@code quotation}. */
  static VerifyParameters ofJson(byte[] body) {
    ObjectNode object;
    try {
      if (!(JSON.readTree(body) instanceof ObjectNode read)) {
        return refused("The body is to be one JSON object, such as {\"quotation\": \"…\"}.");
      }
      object = read;
    } catch (JacksonException e) {
      return refused(
          "The body is broken JSON: "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + ".");
    }
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String member : object.propertyNames()) {
      List<String> values = new ArrayList<>();
      JsonNode node = object.get(member);
      for (JsonNode value : node.isArray() ? node : List.of(node)) {
        if (value.isContainer()) {
          return refused("\"" + member + "\" is to be a text.");
        }
        if (!value.isNull()) {
          values.add(value.asString());
        }
      }
      given.put(member.equals("quotation") ? "q" : member, values);
    }
    return read(given);
  }

  private static VerifyParameters refused(String detail) {
    return new Refused(List.of(new ParameterError("body", null, detail)));
  }
}
