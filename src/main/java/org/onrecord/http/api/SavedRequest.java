package org.onrecord.http.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.Grouping;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.SavedQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search that somebody wants to save: a JSON object with the members {@code name, search} (as it
 * stands in an address), {@code every, corrections, webhook, mail, newSecret}, of which all but the
 * first two may be left out.
 *
 * @param newSecret whether the secret and the feed's address are to be others
 */
public record SavedRequest(
    String name,
    String query,
    Grouping every,
    boolean corrections,
    @Nullable URI webhook,
    List<String> mail,
    boolean newSecret) {
  /** The longest body, in bytes. */
  static final int LONGEST = 64 << 10;

  private static final List<String> MEMBERS =
      List.of("name", "search", "every", "corrections", "webhook", "mail", "newSecret");
  private static final String EXAMPLE =
      "{\"name\": \"Ferry\", \"search\": \"q=ferry&type=quote\", \"every\": \"daily\"}";

  public SavedRequest {
    mail = List.copyOf(mail);
  }

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static SavedRequest read(byte[] body) {
    ObjectNode object = JsonObjectBody.read(body, EXAMPLE);
    for (String member : object.propertyNames()) {
      if (!MEMBERS.contains(member)) {
        throw new IllegalArgumentException(
            ParameterReader.quote(member)
                + " is no member here; there are "
                + String.join(", ", MEMBERS));
      }
    }
    if (JsonObjectBody.lacks(object, "search")) {
      throw new IllegalArgumentException(
          "\"search\" is missing: the search as it stands in an address, such as q=ferry");
    }
    return of(
        text(object, "name"),
        text(object, "search"),
        text(object, "every"),
        flag(object, "corrections"),
        text(object, "webhook"),
        texts(object, "mail"),
        flag(object, "newSecret"));
  }

  /**
   * What was typed.
   *
   * @throws IllegalArgumentException if a value is none; the message says why
   */
  public static SavedRequest of(
      String name,
      String search,
      String every,
      boolean corrections,
      String webhook,
      List<String> mail,
      boolean newSecret) {
    return new SavedRequest(
        name,
        SavedQuery.kept(search),
        grouping(every),
        corrections,
        webhook.isEmpty() ? null : address(webhook),
        mail,
        newSecret);
  }

  private static Grouping grouping(String label) {
    Optional<Grouping> every = label.isEmpty() ? Optional.of(Grouping.NOW) : Grouping.of(label);
    return every.orElseThrow(
        () ->
            new IllegalArgumentException(
                "\"every\" is now, hourly or daily, not " + ParameterReader.quote(label)));
  }

  private static URI address(String typed) {
    try {
      return new URI(typed);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          ParameterReader.quote(typed) + " is no address such as https://desk.example/hook", e);
    }
  }

  private static String text(ObjectNode object, String member) {
    if (JsonObjectBody.lacks(object, member)) {
      return "";
    }
    JsonNode value = object.path(member);
    if (!value.isString()) {
      throw new IllegalArgumentException("\"" + member + "\" must be a string");
    }
    return value.stringValue().strip();
  }

  private static boolean flag(ObjectNode object, String member) {
    if (JsonObjectBody.lacks(object, member)) {
      return false;
    }
    if (!object.path(member).isBoolean()) {
      throw new IllegalArgumentException("\"" + member + "\" must be true or false");
    }
    return object.path(member).booleanValue();
  }

  private static List<String> texts(ObjectNode object, String member) {
    List<String> texts = new ArrayList<>();
    if (!JsonObjectBody.lacks(object, member)) {
      if (!object.path(member).isArray()) {
        throw new IllegalArgumentException("\"" + member + "\" must be a list of addresses");
      }
      for (JsonNode each : object.path(member)) {
        if (!each.isString()) {
          throw new IllegalArgumentException("\"" + member + "\" must be a list of addresses");
        }
        texts.add(each.stringValue().strip());
      }
    }
    return texts;
  }
}
