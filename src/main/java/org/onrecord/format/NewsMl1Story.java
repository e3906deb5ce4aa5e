package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A text among the components of a NewsML 1 item.
 *
 * @param above the components around it, the outermost first, and it itself last
 * @param pieces what holds its words, in order
 */
record NewsMl1Story(List<XmlElement> above, List<XmlElement> pieces) {
  static final NewsMl1Story NONE = new NewsMl1Story(List.of(), List.of());

  private static final Set<String> TEXT_ROLES = Set.of("body", "main", "lead", "text", "story");
  private static final Set<String> OTHER_ROLES =
      Set.of(
          "audio",
          "video",
          "picture",
          "image",
          "photo",
          "graphic",
          "logo",
          "stylesheet",
          "caption",
          "contact",
          "headline",
          "subheadline",
          "title",
          "clip",
          "sound",
          "thumbnail",
          "preview",
          "quicklook",
          "highres",
          "multimedia");

  NewsMl1Story {
    above = List.copyOf(above);
    pieces = List.copyOf(pieces);
  }

  /** Those of an item. */
  static List<NewsMl1Story> in(XmlElement item) {
    List<NewsMl1Story> found = new ArrayList<>();
    item.children("NewsComponent").forEach(c -> collect(c, List.of(), found));
    return found;
  }

  private static void collect(
      XmlElement component, List<XmlElement> above, List<NewsMl1Story> found) {
    String role = role(component);
    if (OTHER_ROLES.contains(role)) {
      return;
    }
    List<XmlElement> path = new ArrayList<>(above);
    path.add(component);
    List<XmlElement> pieces = pieces(component);
    if (pieces.isEmpty()) {
      for (XmlElement child : component.children("NewsComponent")) {
        if (TEXT_ROLES.contains(role(child))) {
          pieces.addAll(pieces(child));
        }
      }
    }
    if (pieces.isEmpty()) {
      component.children("NewsComponent").forEach(c -> collect(c, path, found));
    } else {
      found.add(new NewsMl1Story(path, pieces));
    }
  }

  /** The contents that are words, of a component itself; of equivalent ones the first. */
  private static List<XmlElement> pieces(XmlElement component) {
    List<XmlElement> pieces = new ArrayList<>();
    for (XmlElement content : component.children("ContentItem")) {
      Optional<XmlElement> data = content.child("DataContent");
      if (data.isPresent() && !data.get().words().isEmpty() && isText(content)) {
        pieces.add(data.get());
      }
    }
    boolean equivalent =
        component.attribute("EquivalentsList").filter("yes"::equalsIgnoreCase).isPresent();
    return equivalent && pieces.size() > 1 ? new ArrayList<>(List.of(pieces.getFirst())) : pieces;
  }

  private static boolean isText(XmlElement content) {
    String type =
        content
            .child("MediaType")
            .or(() -> content.child("MimeType"))
            .flatMap(m -> m.attribute("FormalName"))
            .orElse("text")
            .toLowerCase(Locale.ROOT);
    return type.startsWith("text") && !type.equals("text/css")
        || type.contains("xml")
        || type.contains("html");
  }

  private static String role(XmlElement component) {
    return component
        .child("Role")
        .flatMap(r -> r.attribute("FormalName"))
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  /** The words of a piece that has a role, directly in the innermost component. */
  Optional<String> words(String... roles) {
    return above.isEmpty()
        ? Optional.empty()
        : above.getLast().children("NewsComponent").stream()
            .filter(c -> Set.of(roles).contains(role(c)))
            .flatMap(c -> c.words("ContentItem", "DataContent").stream())
            .findFirst();
  }
}
