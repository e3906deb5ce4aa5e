package org.onrecord.format;

import static org.onrecord.article.ArticleDetails.DECK;
import static org.onrecord.article.ArticleDetails.LANGUAGE;
import static org.onrecord.article.ArticleDetails.LOCATED;
import static org.onrecord.article.ArticleDetails.ORGANISATIONS;
import static org.onrecord.article.ArticleDetails.PEOPLE;
import static org.onrecord.article.ArticleDetails.REPLACES;
import static org.onrecord.article.ArticleDetails.RIGHTS;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the elements of NITF say of an article. */
final class NitfArticle {
  private NitfArticle() {}

  /** Adds all but the text. */
  static void describe(XmlElement nitf, ArticleParts parts) {
    XmlElement none = new XmlElement("none", "", 0, 0, 0);
    XmlElement head = nitf.child("head").orElse(none);
    XmlElement doc = head.child("docdata").orElse(none);
    XmlElement top = nitf.child("body", "body.head").orElse(none);
    document(doc, parts);
    parts
        .title(top.words("hedline", "hl1").or(() -> top.words("headline", "hl1")).orElse(null))
        .title(head.words("title").orElse(null))
        .put(DECK, top.words("hedline", "hl2").orElse(null))
        .put("abstract", top.words("abstract").orElse(null))
        .put(LOCATED, located(top))
        .author(top.words("byline").orElse(null));
    head.child("pubdata")
        .ifPresent(
            pub -> {
              parts.section(pub.attribute("position.section").orElse(null));
              pub.attribute("ex-ref").filter(NitfArticle::isAddress).ifPresent(parts::url);
            });
    published(head, doc, top, parts);
    top.words("distributor").ifPresent(parts::outlet);
    for (String[] owner :
        new String[][] {
          {"doc.copyright", "holder"}, {"doc.rights", "owner"}, {"doc-id", "regsrc"}
        }) {
      doc.child(owner[0]).flatMap(e -> e.attribute(owner[1])).ifPresent(parts::outlet);
    }
    doc.child("del-list", "from-src")
        .flatMap(e -> e.attribute("src-name"))
        .ifPresent(parts::outlet);
    subjects(head, doc, parts);
    nitf.attribute("baselang")
        .or(() -> nitf.attribute("lang"))
        .or(() -> nitf.child("body").flatMap(b -> b.attribute("lang")))
        .ifPresent(language -> parts.put(LANGUAGE, language));
    Stream.of(doc.child("identified-content"), nitf.child("body", "body.content"))
        .flatMap(Optional::stream)
        .forEach(
            named -> {
              named.within("person").forEach(p -> name(PEOPLE, p, parts));
              named.within("org").forEach(o -> name(ORGANISATIONS, o, parts));
            });
  }

  private static void document(XmlElement doc, ArticleParts parts) {
    doc.child("doc-id").flatMap(e -> e.attribute("id-string")).ifPresent(parts::id);
    doc.child("du-key")
        .flatMap(e -> e.attribute("version"))
        .filter(v -> v.matches("\\d{1,9}"))
        .ifPresent(v -> parts.put("version", v));
    doc.child("ed-msg").flatMap(e -> e.attribute("info")).ifPresent(m -> parts.put("edNote", m));
    doc.child("correction")
        .flatMap(e -> e.attribute("id-string"))
        .ifPresent(old -> parts.put(REPLACES, old));
    Optional<XmlElement> copyright = doc.child("doc.copyright");
    copyright
        .map(
            c ->
                c.attribute("year").map(y -> y + " ").orElse("") + c.attribute("holder").orElse(""))
        .filter(c -> !Blank.is(c))
        .ifPresent(c -> parts.put(RIGHTS, "© " + c));
    doc.attribute("management-status")
        .map(s -> s.toLowerCase(Locale.ROOT))
        .ifPresent(
            status -> {
              switch (status) {
                case "usable", "embargoed" -> {}
                case "withheld" -> parts.put("pubStatus", "withheld");
                case "canceled", "cancelled", "killed", "kill" ->
                    parts.put("pubStatus", "canceled");
                default -> parts.put("managementStatus", status);
              }
            });
  }

  /** The day is that of issue; what is embargoed is published when it is released. */
  private static void published(
      XmlElement head, XmlElement doc, XmlElement top, ArticleParts parts) {
    Optional<String> issue = norm(doc.child("date.issue"));
    Optional<String> release = norm(doc.child("date.release"));
    boolean embargoed =
        doc.attribute("management-status").filter("embargoed"::equalsIgnoreCase).isPresent();
    if (embargoed) {
      release.ifPresentOrElse(
          time -> parts.embargoed(time),
          () ->
              parts.wrong("it is embargoed and does not say until when: there is no date.release"));
    }
    Optional<String> publication =
        head.child("pubdata").flatMap(p -> p.attribute("date.publication"));
    Optional<String> story = norm(top.child("dateline", "story.date"));
    parts.publishedFirst(
        (embargoed
                ? List.of(release, issue, publication, story)
                : List.of(issue, publication, release, story))
            .stream().flatMap(Optional::stream).toList());
  }

  private static Optional<String> norm(Optional<XmlElement> date) {
    return date.flatMap(
        d -> d.attribute("norm").or(() -> Optional.of(d.words()).filter(w -> !w.isEmpty())));
  }

  private static void subjects(XmlElement head, XmlElement doc, ArticleParts parts) {
    for (XmlElement object : head.children("tobject")) {
      object
          .children("tobject.subject")
          .forEach(
              subject -> {
                subject.attribute("tobject.subject.type").ifPresent(parts::tag);
                subject.attribute("tobject.subject.matter").ifPresent(parts::tag);
                subject.attribute("tobject.subject.detail").ifPresent(parts::tag);
              });
      object
          .attribute("tobject.type")
          .filter(type -> !type.equalsIgnoreCase("news"))
          .ifPresent(parts::section);
    }
    doc.children("key-list").stream()
        .flatMap(list -> list.children("keyword").stream())
        .forEach(keyword -> keyword.attribute("key").ifPresent(parts::tag));
    doc.children("doc-scope").forEach(scope -> scope.attribute("scope").ifPresent(parts::tag));
  }

  private static @Nullable String located(XmlElement top) {
    return top.words("dateline", "location")
        .or(() -> top.child("dateline").filter(d -> d.children().isEmpty()).map(XmlElement::words))
        .orElse(null);
  }

  private static void name(String list, XmlElement named, ArticleParts parts) {
    Optional<String> parted =
        named
            .child("name.family")
            .map(
                family ->
                    Stream.of(named.child("name.given"), Optional.of(family))
                        .flatMap(Optional::stream)
                        .map(XmlElement::words)
                        .collect(Collectors.joining(" ")));
    String titles =
        named.children("function").stream()
            .map(XmlElement::words)
            .collect(Collectors.joining("; "));
    String name = parted.orElseGet(() -> named.words().replace(titles, ""));
    Optional<String> source = named.attribute("idsrc");
    parts.named(
        list,
        name.replaceFirst("[\\s,;]+$", ""),
        source.flatMap(s -> named.attribute("value").map(v -> s + ":" + v)),
        Optional.of(titles));
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  /** Adds the text of NITF that stands in something else; says whether it can be read. */
  static boolean inline(String xml, ArticleParts parts) {
    try {
      Optional<XmlElement> nitf =
          new XmlStream(new StringReader(xml)).next(Set.of("nitf", "TTNITF"));
      nitf.ifPresent(n -> body(n, parts));
      return nitf.isPresent();
    } catch (XmlFault _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the text. */
  static void body(XmlElement nitf, ArticleParts parts) {
    Optional<XmlElement> body = nitf.child("body");
    List<XmlElement> contents = body.orElse(nitf).children("body.content");
    if (contents.isEmpty()) {
      body.ifPresent(all -> MarkupBody.add(all, parts.titleOrNull(), parts));
    }
    contents.forEach(content -> MarkupBody.add(content, parts.titleOrNull(), parts));
  }
}
