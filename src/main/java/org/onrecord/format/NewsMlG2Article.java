package org.onrecord.format;

import static org.onrecord.article.ArticleDetails.DATA_MINING;
import static org.onrecord.article.ArticleDetails.DECK;
import static org.onrecord.article.ArticleDetails.LANGUAGE;
import static org.onrecord.article.ArticleDetails.LOCATED;
import static org.onrecord.article.ArticleDetails.ORGANISATIONS;
import static org.onrecord.article.ArticleDetails.PEOPLE;
import static org.onrecord.article.ArticleDetails.RIGHTS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the elements of a news item of NewsML-G2 say of an article. */
final class NewsMlG2Article {
  private static final XmlElement NONE = new XmlElement("none", "", 0, 0, 0);

  private final XmlElement item;
  private final XmlElement meta;
  private final XmlElement content;
  private final ArticleParts parts;

  private NewsMlG2Article(XmlElement item, ArticleParts parts) {
    this.item = item;
    this.meta = item.child("itemMeta").orElse(NONE);
    this.content = item.child("contentMeta").orElse(NONE);
    this.parts = parts;
  }

  /** Adds all that it says. */
  static void add(XmlElement item, ArticleParts parts) {
    NewsMlG2Article article = new NewsMlG2Article(item, parts);
    article.itself();
    article.rights();
    article.headlines();
    article.people();
    article.subjects();
    article.text();
  }

  private void itself() {
    item.attribute("guid").ifPresent(parts::id);
    item.attribute("version").ifPresent(v -> parts.put("version", v));
    parts.publishedFirst(
        Stream.of(
                meta.words("firstCreated"),
                content.words("contentCreated"),
                meta.words("versionCreated"))
            .flatMap(Optional::stream)
            .toList());
    meta.words("versionCreated").ifPresent(parts::updated);
    meta.child("pubStatus")
        .flatMap(NewsMlG2Article::code)
        .map(status -> status.toLowerCase(Locale.ROOT))
        .filter(status -> !status.equals("usable"))
        .ifPresent(status -> parts.put("pubStatus", status));
    meta.words("embargoed").ifPresent(parts::embargoed);
    meta.child("provider").flatMap(NewsMlG2Article::named).ifPresent(parts::outlet);
    content.child("infoSource").flatMap(NewsMlG2Article::named).ifPresent(parts::outlet);
    content.words("creditline").ifPresent(parts::outlet);
    content
        .child("language")
        .flatMap(l -> l.attribute("tag"))
        .or(() -> item.attribute("lang"))
        .ifPresent(l -> parts.put(LANGUAGE, l));
    meta.children("edNote").forEach(note -> parts.add("edNote", blankToNull(note.words())));
    meta.children("signal").stream()
        .flatMap(signal -> signal.attribute("qcode").stream())
        .forEach(signal -> parts.add("signals", signal));
    content.children("altId").forEach(id -> parts.add("altIds", blankToNull(id.words())));
  }

  private void rights() {
    List<XmlElement> all = item.children("rightsInfo");
    parts.put(
        RIGHTS,
        all.stream()
            .flatMap(
                r ->
                    Stream.concat(
                        r.children("copyrightNotice").stream(), r.children("usageTerms").stream()))
            .map(XmlElement::words)
            .filter(words -> !words.isEmpty())
            .distinct()
            .collect(Collectors.joining(" ")));
    all.stream()
        .flatMap(r -> r.children("dataMining").stream())
        .flatMap(
            d ->
                d
                    .attribute("uri")
                    .or(() -> d.attribute("qcode"))
                    .or(() -> d.attribute("literal"))
                    .stream())
        .findFirst()
        .ifPresent(mining -> parts.put(DATA_MINING, mining));
  }

  private void headlines() {
    List<XmlElement> all = new ArrayList<>(content.children("headline"));
    all.sort(Comparator.comparing(headline -> isForeign(headline)));
    all.stream()
        .filter(h -> !isSub(h) && !h.words().isEmpty())
        .findFirst()
        .ifPresent(h -> parts.title(h.words()));
    all.stream()
        .filter(h -> isSub(h) && !h.words().isEmpty())
        .findFirst()
        .ifPresent(h -> parts.put(DECK, h.words()));
    content.children("description").stream()
        .map(XmlElement::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .ifPresent(words -> parts.put("description", words));
    content.words("slugline").ifPresent(slug -> parts.put("slugline", slug));
    content.child("located").flatMap(NewsMlG2Article::named).ifPresent(p -> parts.put(LOCATED, p));
    content
        .child("genre")
        .flatMap(NewsMlG2Article::named)
        .ifPresent(genre -> parts.put("genre", genre));
  }

  /** Whether it is in another language than the text. */
  private boolean isForeign(XmlElement headline) {
    Optional<String> own =
        content.child("language").flatMap(l -> l.attribute("tag")).or(() -> item.attribute("lang"));
    Optional<String> its = headline.attribute("lang");
    return own.isPresent() && its.isPresent() && !primary(own.get()).equals(primary(its.get()));
  }

  /** Of a language's code the language itself: {@code en} of {@code en-GB}. */
  private static String primary(String language) {
    return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean isSub(XmlElement headline) {
    return headline
        .attribute("role")
        .filter(role -> role.toLowerCase(Locale.ROOT).matches(".*(?:sub|deck|kicker|short|over).*"))
        .isPresent();
  }

  private void people() {
    List<XmlElement> bylines =
        content.children("by").stream().filter(by -> !by.words().isEmpty()).toList();
    bylines.forEach(by -> parts.author(by.words()));
    if (bylines.isEmpty()) {
      content.children("creator").stream()
          .filter(
              c ->
                  isPerson(c)
                      || c.attribute("role")
                          .filter(
                              r ->
                                  r.toLowerCase(Locale.ROOT)
                                      .matches(".*(?:author|writer|reporter|byline).*"))
                          .isPresent())
          .flatMap(c -> named(c).stream())
          .forEach(parts::author);
    }
  }

  private static boolean isPerson(XmlElement named) {
    return named.attribute("type").filter(t -> t.endsWith(":person")).isPresent();
  }

  private void subjects() {
    content.children("keyword").forEach(keyword -> parts.tag(keyword.words()));
    for (XmlElement subject : content.children("subject")) {
      Optional<String> name = Optional.of(name(subject)).filter(n -> !n.isEmpty());
      if (name.isEmpty()) {
        name = asserted(subject).map(NewsMlG2Article::name).filter(n -> !n.isEmpty());
      }
      String type = subject.attribute("type").orElse("").replaceFirst("^.*[:/]", "");
      switch (type) {
        case "person" -> named(PEOPLE, name, subject);
        case "organisation", "organization" -> named(ORGANISATIONS, name, subject);
        default -> name.ifPresent(parts::tag);
      }
    }
  }

  private void named(String list, Optional<String> name, XmlElement subject) {
    name.ifPresent(n -> parts.named(list, n, identity(subject), title(subject)));
  }

  /** What an item says of a subject in another place, by its code. */
  private Optional<XmlElement> asserted(XmlElement subject) {
    return identity(subject)
        .flatMap(
            code ->
                item.children("assert").stream()
                    .filter(a -> identity(a).filter(code::equals).isPresent())
                    .findFirst());
  }

  /** The function and the body that a person is said to have, "Mayor; Elmsea Council". */
  private Optional<String> title(XmlElement subject) {
    return Stream.concat(Stream.of(subject), asserted(subject).stream())
        .flatMap(
            said ->
                Stream.concat(
                    said.children("personDetails").stream()
                        .flatMap(d -> d.children("affiliation").stream())
                        .map(NewsMlG2Article::name),
                    Stream.of("definition", "note", "jobtitle", "function")
                        .flatMap(e -> said.children(e).stream())
                        .map(XmlElement::words)))
        .filter(words -> !words.isEmpty())
        .distinct()
        .reduce((one, other) -> one + "; " + other);
  }

  private static Optional<String> identity(XmlElement subject) {
    return subject.attribute("uri").or(() -> subject.attribute("qcode"));
  }

  /** The text in the first of the ways in which it stands there. */
  private void text() {
    XmlElement set = item.child("contentSet").orElse(NONE);
    for (XmlElement inline : set.children("inlineXML")) {
      if (!parts.hasBody()) {
        Optional<XmlElement> nitf = inline.child("nitf");
        nitf.ifPresentOrElse(
            n -> {
              NitfArticle.body(n, parts);
              n.words("body", "body.head", "byline")
                  .filter(_ -> !parts.hasAuthor())
                  .ifPresent(parts::author);
              n.words("body", "body.head", "hedline", "hl1").ifPresent(parts::title);
            },
            () -> MarkupBody.add(inline, parts.titleOrNull(), parts));
      }
    }
    for (XmlElement inline : set.children("inlineData")) {
      String type = inline.attribute("contenttype").orElse("text/plain");
      boolean isBody =
          inline
              .attribute("rendition")
              .orElse("")
              .toLowerCase(Locale.ROOT)
              .matches("|.*(?:original|text|main|body|web|full).*");
      if (!parts.hasBody() && isBody && type.startsWith("text/")) {
        WiredText.addAny(inline.text(), parts);
      }
    }
    meta.words("title").ifPresent(parts::title);
    content.words("slugline").ifPresent(parts::title);
  }

  /** A party's or place's name: that written out, else the literal, else its code's last part. */
  private static Optional<String> named(XmlElement element) {
    String name = name(element);
    return Optional.of(name)
        .filter(n -> !n.isEmpty())
        .or(() -> element.attribute("literal"))
        .or(() -> code(element));
  }

  /** The name, of several that in the first language; put together where it comes in parts. */
  private static String name(XmlElement element) {
    Optional<String> family = part(element, "family");
    if (family.isPresent()) {
      return part(element, "given").map(given -> given + " " + family.get()).orElse(family.get());
    }
    return element.children("name").stream()
        .filter(n -> n.attribute("role").filter(r -> r.endsWith("mnemonic")).isEmpty())
        .map(XmlElement::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Optional<String> part(XmlElement element, String part) {
    return element.children("name").stream()
        .filter(n -> n.attribute("part").filter(p -> p.endsWith(":" + part)).isPresent())
        .map(XmlElement::words)
        .filter(words -> !words.isEmpty())
        .findFirst();
  }

  private static Optional<String> code(XmlElement element) {
    return element
        .attribute("qcode")
        .or(() -> element.attribute("uri"))
        .map(code -> code.replaceFirst("^.*[:/]", ""))
        .filter(code -> !code.isEmpty());
  }

  private static @Nullable String blankToNull(String words) {
    return words.isEmpty() ? null : words;
  }
}
