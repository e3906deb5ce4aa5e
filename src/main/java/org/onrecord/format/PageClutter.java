package org.onrecord.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What stands around an article on a page, told by the elements' names, roles and the words of
 * their classes and ids, as Mozilla's Readability and trafilatura tell it. What holds much of the
 * page's prose is none of it, however it is called: classes such as {@code has-sidebar} stand at
 * the very top.
 */
final class PageClutter {
  /** How much of a page's prose clutter may hold. */
  private static final double MOST_PROSE = 0.3;

  private static final Set<String> NAMES =
      Set.of(
          "nav",
          "footer",
          "aside",
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "button",
          "select",
          "input",
          "textarea",
          "object",
          "embed",
          "audio",
          "video",
          "dialog");
  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "complementary",
          "banner",
          "contentinfo",
          "search",
          "dialog",
          "alert",
          "menu",
          "menubar",
          "tooltip");
  private static final Set<String> WORDS =
      Set.of(
          "ad",
          "ads",
          "advert",
          "adverts",
          "advertisement",
          "advertising",
          "adslot",
          "dfp",
          "banner",
          "breadcrumb",
          "breadcrumbs",
          "comment",
          "comments",
          "commenting",
          "disqus",
          "respond",
          "reply",
          "replies",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "footer",
          "footnote",
          "menu",
          "menus",
          "nav",
          "navbar",
          "navigation",
          "sitenav",
          "masthead",
          "modal",
          "popup",
          "overlay",
          "lightbox",
          "newsletter",
          "newsletters",
          "signup",
          "subscribe",
          "subscription",
          "paywall",
          "promo",
          "promos",
          "promotion",
          "promoted",
          "related",
          "relatedposts",
          "recommended",
          "recommendations",
          "recommend",
          "recirc",
          "recirculation",
          "readmore",
          "more",
          "trending",
          "popular",
          "mostread",
          "share",
          "sharing",
          "sharebar",
          "sharedaddy",
          "shares",
          "social",
          "sidebar",
          "siderail",
          "rail",
          "skip",
          "sponsor",
          "sponsored",
          "sponsors",
          "outbrain",
          "taboola",
          "tags",
          "taglist",
          "toolbar",
          "widget",
          "widgets",
          "pagination",
          "pager",
          "prev",
          "login",
          "register",
          "donate",
          "donation",
          "feedback",
          "byline",
          "bylines",
          "dateline",
          "timestamp",
          "credits",
          "copyright",
          "bio",
          "authorbio",
          "meta",
          "metadata",
          "postmeta",
          "rating",
          "ratings",
          "poll",
          "quiz",
          "teaser",
          "teasers",
          "topics",
          "follow",
          "print",
          "hidden",
          "visuallyhidden",
          "caption",
          "captions",
          "gallery",
          "slideshow",
          "carousel",
          "slider",
          "playlist",
          "player",
          "correction",
          "appbox",
          "alert");

  /** Classes of whole bodies, by which one of the words above may say what is beside them. */
  private static final Set<String> BODY =
      Set.of("article", "body", "content", "entry", "story", "main", "text", "post");

  /** What holds a picture, and below it words about it. */
  private static final Set<String> PICTURES =
      Set.of("image", "img", "photo", "picture", "media", "figure", "thumbnail");

  private static final Pattern PARTS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");
  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

  private PageClutter() {}

  /** Takes clutter out of a page. */
  static void remove(Element body) {
    Map<Element, Double> weights = PageBlocks.weights(PageBlocks.of(body), body);
    double all = weights.getOrDefault(body, 0.0);
    List<Element> clutter = new ArrayList<>();
    for (Element element : body.getAllElements()) {
      if (element != body
          && isClutter(element)
          && weights.getOrDefault(element, 0.0) <= MOST_PROSE * all) {
        clutter.add(element);
      }
    }
    clutter.forEach(Element::remove);
  }

  private static boolean isClutter(Element element) {
    String name = element.normalName();
    if (NAMES.contains(name) || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find()) {
      return true;
    }
    if (name.equals("article")
        || name.equals("main")
        || name.equals("p")
        || element.attr("itemprop").contains("articleBody")) {
      return false;
    }
    return says(element.className())
        || says(element.id())
        || name.equals("div") && isPicture(element);
  }

  private static boolean isPicture(Element element) {
    for (String part : PARTS.split(element.className())) {
      if (PICTURES.contains(part.toLowerCase(Locale.ROOT))) {
        return element.selectFirst("img, picture") != null && element.select("p").size() < 4;
      }
    }
    return false;
  }

  private static boolean says(String names) {
    if (names.isEmpty()) {
      return false;
    }
    for (String each : names.split("\\s+")) {
      String[] parts = PARTS.split(each);
      boolean clutter = false;
      boolean body = false;
      for (String part : parts) {
        String word = part.toLowerCase(Locale.ROOT);
        clutter |= WORDS.contains(word);
        body |= BODY.contains(word);
      }
      String last = parts.length == 0 ? "" : parts[parts.length - 1].toLowerCase(Locale.ROOT);
      if (clutter && (!body || WORDS.contains(last))) {
        return true;
      }
    }
    return false;
  }
}
