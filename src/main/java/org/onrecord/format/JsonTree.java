package org.onrecord.format;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One JSON value, read whole, or what is wrong with it in the words of JSON. */
sealed interface JsonTree {

  /** It is right. */
  record Whole(JsonNode node) implements JsonTree {}

  /**
   * It is not.
   *
   * @param reason a clause with the place within the value
   */
  record Broken(String reason) implements JsonTree {}

  /** So the library begins to say that a name stands twice. */
  String TWICE = "Duplicate Object property";

  /** Many small members take far more memory than bytes. */
  long MOST_TOKENS = 100_000;

  /** The same for an object around articles. */
  long MOST_TOKENS_OF_LIST = 3_000_000;

  /**
   * Reads it. A name that stands twice in it is wrong; within what stands in it the later counts.
   *
   * @param many whether it may hold a list of articles
   */
  static JsonTree of(String json, boolean many) {
    JsonTree strict = of(json, many ? Mappers.LIST : Mappers.ONE);
    return strict instanceof Broken(String reason) && reason.contains(TWICE) && !hasDuplicates(json)
        ? of(json, many ? Mappers.LENIENT_LIST : Mappers.LENIENT_ONE)
        : strict;
  }

  /**
   * Whether a member of the object itself stands there twice, as far as it can be read: what is
   * broken behind is told by whoever reads it whole.
   */
  private static boolean hasDuplicates(String json) {
    Set<String> names = new HashSet<>();
    try (JsonParser parser = Mappers.LENIENT_LIST.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        if (!names.add(parser.currentName())) {
          return true;
        }
        parser.nextToken();
        parser.skipChildren();
      }
      return false;
    } catch (JacksonException _) {
      return false;
    }
  }

  private static JsonTree of(String json, JsonMapper mapper) {
    try (JsonParser parser = mapper.createParser(json)) {
      JsonNode node = mapper.readTree(parser);
      if (node == null || node.isMissingNode()) {
        return new Broken("no JSON object");
      }
      if (parser.nextToken() != null) {
        return new Broken(
            "more than one JSON object on the line, from column "
                + parser.currentTokenLocation().getColumnNr());
      }
      return new Whole(node);
    } catch (JacksonException e) {
      return new Broken("broken JSON" + position(e) + ": " + reason(e));
    }
  }

  private static String reason(JacksonException e) {
    return e instanceof UnexpectedEndOfInputException
        ? "it ends too early"
        : Reasons.of(e.getOriginalMessage().lines().findFirst().orElse(""));
  }

  private static String position(JacksonException e) {
    if (e.getLocation() == null) {
      return "";
    }
    int line = e.getLocation().getLineNr();
    return " at "
        + (line > 1 ? "line " + line + ", " : "")
        + "column "
        + e.getLocation().getColumnNr();
  }

  /** The library's messages, without its settings. */
  final class Reasons {
    private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '([^']*)'.*");
    private static final Pattern SETTING =
        Pattern.compile(
            "[:;,(]? ?(?:enable|use|see|maybe|to allow|to"
                + " enable)\\b.*`?(?:JsonReadFeature|StreamReadFeature|StreamReadConstraints).*");

    private Reasons() {}

    static String of(String message) {
      Matcher noNumber = NO_NUMBER.matcher(message);
      if (noNumber.matches()) {
        return "\"" + noNumber.group(1) + "\" is no number of JSON; write null, or a string";
      }
      return SETTING.matcher(message).replaceFirst("");
    }
  }

  /** How values are read. */
  final class Mappers {
    private static final JsonMapper ONE = mapper(MOST_TOKENS, true);
    private static final JsonMapper LIST = mapper(MOST_TOKENS_OF_LIST, true);
    private static final JsonMapper LENIENT_ONE = mapper(MOST_TOKENS, false);
    private static final JsonMapper LENIENT_LIST = mapper(MOST_TOKENS_OF_LIST, false);

    private Mappers() {}

    private static JsonMapper mapper(long tokens, boolean strict) {
      return JsonMapper.builder(
              JsonFactory.builder()
                  .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength(JsonLinesReader.LIMIT)
                          .maxTokenCount(tokens)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
    }
  }
}
