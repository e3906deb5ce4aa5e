package org.onrecord.correction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decision as members of a JSON object, in the log and in the API: {@code decision} is {@code
 * speaker, party, no-party, not-a-quotation} or {@code withdraw}; the first two have a {@code
 * name}, the first a {@code type} of speaker as well.
 */
public final class DecisionJson {
  private static final String SPEAKER = "speaker";
  private static final String PARTY = "party";
  private static final String NO_PARTY = "no-party";
  private static final String NOT_A_QUOTATION = "not-a-quotation";
  private static final String WITHDRAW = "withdraw";

  /** What {@code decision} may be. */
  public static final List<String> LABELS =
      List.of(SPEAKER, PARTY, NO_PARTY, NOT_A_QUOTATION, WITHDRAW);

  private DecisionJson() {}

  /** The decision's label. */
  public static String label(QuotationDecision decision) {
    return switch (decision) {
      case QuotationDecision.SpeakerIs _ -> SPEAKER;
      case QuotationDecision.PartyIs _ -> PARTY;
      case QuotationDecision.PartyIsNone _ -> NO_PARTY;
      case QuotationDecision.NotAQuotation _ -> NOT_A_QUOTATION;
      case QuotationDecision.Withdrawn _ -> WITHDRAW;
    };
  }

  /** Whom or which party it names, if it names one. */
  public static @Nullable String name(QuotationDecision decision) {
    return switch (decision) {
      case QuotationDecision.SpeakerIs(String name, SpeakerType _) -> name;
      case QuotationDecision.PartyIs(String name) -> name;
      case QuotationDecision.PartyIsNone _,
          QuotationDecision.NotAQuotation _,
          QuotationDecision.Withdrawn _ ->
          null;
    };
  }

  /** Of a decision on the speaker, what kind of speaker it is. */
  public static @Nullable SpeakerType type(QuotationDecision decision) {
    return decision instanceof QuotationDecision.SpeakerIs(String _, SpeakerType type)
        ? type
        : null;
  }

  static void write(ObjectNode object, QuotationDecision decision) {
    object.put("decision", label(decision));
    String name = name(decision);
    if (name != null) {
      object.put("name", name);
    }
    SpeakerType type = type(decision);
    if (type != null) {
      object.put("type", type.label());
    }
  }

  /**
   * The decision that an object's members say.
   *
   * @throws IllegalArgumentException if they say none; the message says why
   */
  public static QuotationDecision read(JsonNode object) {
    String decision = JsonMembers.string(object, "decision");
    return switch (decision) {
      case SPEAKER ->
          new QuotationDecision.SpeakerIs(JsonMembers.string(object, "name"), readType(object));
      case PARTY -> new QuotationDecision.PartyIs(JsonMembers.string(object, "name"));
      case NO_PARTY -> new QuotationDecision.PartyIsNone();
      case NOT_A_QUOTATION -> new QuotationDecision.NotAQuotation();
      case WITHDRAW -> new QuotationDecision.Withdrawn();
      default ->
          throw new IllegalArgumentException(
              "no decision: \"" + decision + "\"; there are " + String.join(", ", LABELS));
    };
  }

  private static SpeakerType readType(JsonNode object) {
    String type = JsonMembers.string(object, "type");
    return Arrays.stream(SpeakerType.values())
        .filter(one -> one.label().equals(type))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no type of speaker: \""
                        + type
                        + "\"; there are "
                        + Stream.of(SpeakerType.values())
                            .map(SpeakerType::label)
                            .collect(Collectors.joining(", "))));
  }
}
