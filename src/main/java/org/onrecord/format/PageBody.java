package org.onrecord.format;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds an article's body on a page: the element that the page itself marks as such, else the
 * lowest one that holds nearly all of the prose that stands together. Within it, what is no prose
 * is left out at the ends, and lists of links anywhere.
 */
final class PageBody {
  /** How much of what an element holds one of its children must hold to be taken for it. */
  private static final double NEARLY_ALL = 0.75;

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private final Element page;
  private final Element body;

  /**
   * The body of a page.
   *
   * @param page the page's body; it is changed
   */
  PageBody(Element page) {
    this.page = page;
    PageClutter.remove(page);
    Map<Element, Double> weights = PageBlocks.weights(PageBlocks.of(page), page);
    this.body = lowest(marked(weights).orElse(page), weights);
    trim(body);
  }

  /** Its text; where there is no prose, all that is there. */
  ConvertedText text() {
    return HtmlText.of(body);
  }

  /** How many characters of prose it has. */
  int prose() {
    return PageBlocks.of(body).stream()
        .filter(PageBlocks.Block::isProse)
        .mapToInt(PageBlocks.Block::length)
        .sum();
  }

  /** What is marked as an article's body or an article, if it holds most of the prose. */
  private Optional<Element> marked(Map<Element, Double> weights) {
    double all = weights.getOrDefault(page, 0.0);
    for (String query : List.of("[itemprop~=articleBody]", "article", "main, [role=main]")) {
      Element best = null;
      for (Element element : page.select(query)) {
        if (best == null || weights.getOrDefault(element, 0.0) > weights.getOrDefault(best, 0.0)) {
          best = element;
        }
      }
      if (best != null && weights.getOrDefault(best, 0.0) >= 0.4 * all && all > 0) {
        return Optional.of(best);
      }
    }
    return Optional.empty();
  }

  private static Element lowest(Element from, Map<Element, Double> weights) {
    Element at = from;
    while (true) {
      double least = NEARLY_ALL * weights.getOrDefault(at, 0.0);
      Element next = null;
      for (Element child : at.children()) {
        if (weights.getOrDefault(child, 0.0) >= least && least > 0) {
          next = child;
        }
      }
      if (next == null || next.normalName().equals("p") || hasProse(at)) {
        return at;
      }
      at = next;
    }
  }

  /** Whether paragraphs stand directly in it, so that it is more than a wrapping. */
  private static boolean hasProse(Element element) {
    for (Element child : element.children()) {
      if (child.normalName().equals("p")
          && PageBlocks.of(child).stream().anyMatch(PageBlocks.Block::isProse)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a short sentence is one more paragraph beside another. */
  private static boolean follows(PageBlocks.Block paragraph, PageBlocks.Block next) {
    return next.isSentence()
        && next.element().normalName().equals(paragraph.element().normalName())
        && next.element().parent() == paragraph.element().parent();
  }

  /** Takes out what is no part of the text, though it stands within. */
  private static void trim(Element body) {
    List<PageBlocks.Block> blocks = PageBlocks.of(body);
    int first = 0;
    while (first < blocks.size() && !blocks.get(first).isProse()) {
      first++;
    }
    int last = blocks.size() - 1;
    while (last > first && !blocks.get(last).isProse()) {
      last--;
    }
    while (last > 0
        && last + 1 < blocks.size()
        && follows(blocks.get(last), blocks.get(last + 1))) {
      last++;
    }
    while (last > first && blocks.get(last).isNotice()) {
      last--;
    }
    Map<Element, Boolean> kept = new IdentityHashMap<>();
    List<Element> out = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      PageBlocks.Block block = blocks.get(i);
      boolean inside = i >= first && i <= last;
      boolean heading = HEADINGS.contains(block.element().normalName());
      boolean listed = block.linkDensity() > (heading ? 0.9 : 0.6);
      boolean caption = block.element().closest("figcaption") != null;
      if (inside && !listed || caption || first >= blocks.size()) {
        kept.put(block.element(), true);
      } else {
        out.add(block.element());
      }
    }
    for (Element element : out) {
      if (element != body && !kept.containsKey(element) && PageBlocks.of(element).size() <= 1) {
        element.remove();
      }
    }
  }
}
