package org.onrecord.http.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerType;
import org.onrecord.correction.DecisionJson;
import org.onrecord.correction.QuotationDecision;
import org.onrecord.http.ParameterReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an editor sends: a JSON object with the members of {@link DecisionJson}, of which {@code
 * type} is {@code person} where it is left out, and a {@code note}.
 *
 * @param note why, in the editor's words, at most {@value #LONGEST_NOTE} characters
 */
public record CorrectionRequest(QuotationDecision decision, @Nullable String note) {
  /** The longest body, in bytes. */
  static final int LONGEST = 64 << 10;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2_000;
  private static final List<String> MEMBERS = List.of("decision", "name", "type", "note");
  private static final String EXAMPLE = "{\"decision\": \"speaker\", \"name\": \"Ruth Alder\"}";

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static CorrectionRequest read(byte[] body) {
    ObjectNode object = JsonObjectBody.read(body, EXAMPLE);
    for (String member : object.propertyNames()) {
      if (!MEMBERS.contains(member)) {
        throw new IllegalArgumentException(
            ParameterReader.quote(member)
                + " is no member here; there are "
                + String.join(", ", MEMBERS));
      }
    }
    if (object.path("decision").asString("").equals("speaker")
        && JsonObjectBody.lacks(object, "type")) {
      object.put("type", SpeakerType.PERSON.label());
    }
    strip(object, "name", LONGEST_NAME);
    strip(object, "note", LONGEST_NOTE);
    QuotationDecision decision = DecisionJson.read(object);
    refuseSurplus(object, "name", DecisionJson.name(decision) != null);
    refuseSurplus(object, "type", DecisionJson.type(decision) != null);
    String note = JsonObjectBody.lacks(object, "note") ? "" : object.path("note").stringValue();
    return new CorrectionRequest(decision, note.isEmpty() ? null : note);
  }

  private static void strip(ObjectNode object, String member, int longest) {
    if (JsonObjectBody.lacks(object, member)) {
      return;
    }
    if (!object.path(member).isString()) {
      throw new IllegalArgumentException("\"" + member + "\" must be a string");
    }
    String value = object.path(member).stringValue().strip();
    if (value.length() > longest) {
      throw new IllegalArgumentException(
          "\"" + member + "\" has at most " + longest + " characters, not " + value.length());
    }
    if (member.equals("name")
        && (value.isEmpty() || value.codePoints().anyMatch(Character::isISOControl))) {
      throw new IllegalArgumentException("\"name\" is not blank and has no control characters");
    }
    object.put(member, value);
  }

  private static void refuseSurplus(ObjectNode object, String member, boolean wanted) {
    if (!wanted && !JsonObjectBody.lacks(object, member)) {
      throw new IllegalArgumentException(
          "the decision "
              + ParameterReader.quote(object.path("decision").asString(""))
              + " takes no \""
              + member
              + "\"");
    }
  }
}
