package org.onrecord.mcp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.api.ApiJson;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchTimeoutException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that a model may ask of the archive.
 *
 * @param title for people
 * @param description for the model: when to call it, and what it gives
 * @param answer the shape of what it gives
 */
record Tool(
    String name,
    String title,
    String description,
    List<Parameter> parameters,
    Class<? extends Record> answer,
    Function function) {

  /** What a tool does. */
  @FunctionalInterface
  interface Function {
    /**
     * Answers a call.
     *
     * @param cite makes citations
     * @throws ToolRefusal if it cannot be answered as it was made
     */
    Record call(Arguments arguments, Citations cite) throws IOException, ToolRefusal;
  }

  Tool {
    parameters = List.copyOf(parameters);
  }

  /** As {@code tools/list} has it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("title", title);
    json.put("description", description);
    json.put("inputSchema", Schemas.of(parameters));
    json.put("outputSchema", Schemas.of(answer));
    Map<String, Object> hints = new LinkedHashMap<>();
    hints.put("title", title);
    hints.put("readOnlyHint", true);
    hints.put("destructiveHint", false);
    hints.put("idempotentHint", true);
    hints.put("openWorldHint", false);
    json.put("annotations", hints);
    return json;
  }

  /**
   * Answers a call: the answer as JSON, and as a text with that JSON for clients that know only
   * texts; or, as an error that a model can mend, what is wrong with the call.
   */
  Map<String, Object> call(ObjectNode given, String base) throws IOException {
    Record result;
    try {
      result = function.call(Arguments.read(parameters, given), new Citations(base));
    } catch (ToolRefusal | InvalidRequestException e) {
      return refused(String.valueOf(e.getMessage()));
    } catch (SearchTimeoutException _) {
      return refused("The archive took too long to answer: ask for less, such as fewer days.");
    }
    return Members.of(
        "content",
        List.of(text(ApiJson.text(result))),
        "structuredContent",
        result,
        "isError",
        false);
  }

  private static Map<String, Object> refused(String reason) {
    return Members.of("content", List.of(text(reason)), "isError", true);
  }

  private static Map<String, Object> text(String text) {
    return Members.of("type", "text", "text", text);
  }
}
