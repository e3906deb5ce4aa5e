package org.onrecord.format;

import static org.onrecord.article.ArticleDetails.DECK;
import static org.onrecord.article.ArticleDetails.LANGUAGE;
import static org.onrecord.article.ArticleDetails.LOCATED;
import static org.onrecord.article.ArticleDetails.RIGHTS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the elements of a NewsML 1 item say of one of the texts in it. */
final class NewsMl1Article {
  private static final XmlElement NONE = new XmlElement("none", "", 0, 0, 0);

  private final XmlElement item;
  private final NewsMl1Story story;
  private final ArticleParts parts;

  private NewsMl1Article(XmlElement item, NewsMl1Story story, ArticleParts parts) {
    this.item = item;
    this.story = story;
    this.parts = parts;
  }

  /**
   * Adds all that it says.
   *
   * @param suffix behind the item's id, where it has several texts
   */
  static void add(XmlElement item, NewsMl1Story story, String suffix, ArticleParts parts) {
    NewsMl1Article article = new NewsMl1Article(item, story, parts);
    article.identify(suffix);
    article.manage();
    article.lines();
    article.describe();
    article.text();
  }

  private void identify(String suffix) {
    XmlElement id = item.child("Identification", "NewsIdentifier").orElse(NONE);
    Optional<String> own = id.words("NewsItemId");
    own.ifPresent(
        number ->
            parts.id(
                "urn:newsml:"
                    + id.words("ProviderId").map(p -> p + ":").orElse("")
                    + id.words("DateId").map(d -> d + ":").orElse("")
                    + number
                    + suffix));
    id.words("PublicIdentifier").ifPresent(urn -> parts.id(urn + suffix));
    id.words("RevisionId")
        .filter(revision -> revision.matches("\\d{1,30}"))
        .ifPresent(revision -> parts.put("version", revision));
    id.words("ProviderId").ifPresent(provider -> parts.put("provider", provider));
  }

  private void manage() {
    XmlElement management = item.child("NewsManagement").orElse(NONE);
    parts.publishedFirst(
        Stream.of(
                management.words("FirstCreated"),
                management.words("ThisRevisionCreated"),
                item.words("Identification", "NewsIdentifier", "DateId"),
                item.words("Identification", "DateLabel"))
            .flatMap(Optional::stream)
            .toList());
    management.words("ThisRevisionCreated").ifPresent(parts::updated);
    String status =
        management
            .child("Status")
            .flatMap(s -> s.attribute("FormalName"))
            .orElse("Usable")
            .toLowerCase(Locale.ROOT);
    switch (status) {
      case "usable", "" -> {}
      case "embargoed" ->
          management
              .words("StatusWillChange", "DateAndTime")
              .ifPresentOrElse(
                  parts::embargoed,
                  () -> parts.wrong("it is embargoed and does not say until when"));
      case "canceled", "cancelled", "killed", "kill" -> parts.put("pubStatus", "canceled");
      default -> parts.put("pubStatus", status);
    }
  }

  /** Headlines, bylines and the like: those nearest to the text count. */
  private void lines() {
    for (XmlElement component : story.above().reversed()) {
      XmlElement lines = component.child("NewsLines").orElse(NONE);
      lines.words("HeadLine").ifPresent(parts::title);
      lines.words("SubHeadLine").ifPresent(deck -> parts.put(DECK, deck));
      lines.children("ByLine").forEach(by -> parts.author(by.words()));
      lines
          .words("CopyrightLine")
          .or(() -> lines.words("RightsLine"))
          .ifPresent(r -> parts.put(RIGHTS, r));
      lines.words("SlugLine").ifPresent(slug -> parts.put("slugline", slug));
      lines.children("KeywordLine").forEach(keyword -> parts.tag(keyword.words()));
      lines.words("CreditLine").ifPresent(parts::outlet);
    }
    story.words("title", "headline").ifPresent(parts::title);
    story.words("subheadline").ifPresent(deck -> parts.put(DECK, deck));
  }

  private void describe() {
    for (XmlElement component : story.above().reversed()) {
      XmlElement about = component.child("DescriptiveMetadata").orElse(NONE);
      component
          .attribute("lang")
          .or(() -> about.child("Language").flatMap(l -> l.attribute("FormalName")))
          .ifPresent(language -> parts.put(LANGUAGE, language));
      about.within("Property").stream()
          .filter(p -> p.attribute("FormalName").filter("City"::equalsIgnoreCase).isPresent())
          .flatMap(p -> p.attribute("Value").stream())
          .findFirst()
          .ifPresent(city -> parts.put(LOCATED, city));
      component.children("Metadata").stream()
          .flatMap(m -> m.children("Property").stream())
          .filter(p -> p.attribute("FormalName").filter(n -> n.endsWith("Keywords")).isPresent())
          .forEach(p -> p.attribute("Value").ifPresent(parts::tag));
      component.within("Topic").stream()
          .flatMap(t -> t.children("Description").stream())
          .filter(d -> d.attribute("lang").filter(l -> !l.startsWith("en")).isEmpty())
          .filter(d -> d.attribute("Variant").filter("Name"::equals).isPresent())
          .forEach(d -> parts.tag(d.words()));
      XmlElement administration = component.child("AdministrativeMetadata").orElse(NONE);
      for (String who : List.of("Provider", "Source")) {
        administration
            .child(who, "Party")
            .flatMap(p -> p.attribute("FormalName"))
            .ifPresent(parts::outlet);
      }
      administration.children("Creator").stream()
          .flatMap(c -> c.children("Party").stream())
          .filter(p -> p.attribute("Topic").filter("AUTHOR"::equalsIgnoreCase).isPresent())
          .flatMap(p -> p.attribute("FormalName").stream())
          .filter(_ -> !parts.hasAuthor())
          .forEach(parts::author);
    }
    for (XmlElement component : story.above()) {
      component.child("NewsLines").flatMap(l -> l.words("SlugLine")).ifPresent(parts::title);
    }
    item.attribute("lang").ifPresent(language -> parts.put(LANGUAGE, language));
    item.words("Identification", "NewsIdentifier", "ProviderId").ifPresent(parts::outlet);
  }

  private void text() {
    for (XmlElement piece : story.pieces()) {
      Optional<XmlElement> nitf = piece.child("nitf");
      if (nitf.isPresent()) {
        NitfArticle.body(nitf.get(), parts);
        nitf.get().words("body", "body.head", "hedline", "hl1").ifPresent(parts::title);
        nitf.get()
            .words("body", "body.head", "byline")
            .filter(_ -> !parts.hasAuthor())
            .ifPresent(parts::author);
      } else if (piece.children().isEmpty()) {
        WiredText.addAny(piece.text(), parts);
      } else {
        MarkupBody.add(piece, parts.titleOrNull(), parts);
      }
    }
  }
}
