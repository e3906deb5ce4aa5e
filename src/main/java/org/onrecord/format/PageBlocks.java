package org.onrecord.format;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The blocks of text of a page, in order: the innermost elements that a browser shows as blocks. A
 * block is told to be prose, or something else, by how long it is and how much of it are links, as
 * Kohlschütter, Fankhauser and Nejdl do (Boilerplate Detection using Shallow Text Features, 2010).
 */
final class PageBlocks {
  /** How much of prose may be links. */
  private static final double MOST_LINKED = 0.35;

  private static final Pattern SENTENCE =
      Pattern.compile("[\\p{Lu}\\d“\"‘'].*\\s\\S.*[.!?…][”\"’')]*", Pattern.DOTALL);
  private static final Pattern NOTICE =
      Pattern.compile("(?:©|\\(c\\)\\s|copyright\\b.{0,20}\\d{4})", Pattern.CASE_INSENSITIVE);

  /**
   * A block.
   *
   * @param element the innermost block element that holds the words
   * @param length characters of its words
   * @param linked how many of them are links
   * @param words the words
   * @param commas marks within sentences and at their ends
   */
  record Block(Element element, int length, int linked, int commas, String words) {

    double linkDensity() {
      return length == 0 ? 1 : linked / (double) length;
    }

    /** Whether it reads as a paragraph of an article. */
    boolean isProse() {
      return length >= 80 && linkDensity() <= MOST_LINKED && commas > 0
          || length >= 25 && linkDensity() <= 0.2 && commas > 1;
    }

    /** Whether it is a whole sentence, however short. */
    boolean isSentence() {
      return length >= 20 && linkDensity() <= 0.3 && SENTENCE.matcher(words).matches();
    }

    /** Whether it says whose the text is, and not what is in it. */
    boolean isNotice() {
      return NOTICE.matcher(words).lookingAt();
    }

    /** What it weighs: long paragraphs with many sentences are what articles are made of. */
    double weight() {
      return isProse() ? (length - linked) * (commas > 2 ? 1.0 : 0.8) : 0;
    }
  }

  private PageBlocks() {}

  /** The blocks below an element. */
  static List<Block> of(Element root) {
    Collector collector = new Collector(root);
    root.traverse(collector);
    collector.end();
    return collector.blocks;
  }

  /** The weight of the prose in each element that holds any, its own and that further down. */
  static Map<Element, Double> weights(List<Block> blocks, Element root) {
    Map<Element, Double> weights = new IdentityHashMap<>();
    for (Block block : blocks) {
      double weight = block.weight();
      Element at = block.element();
      while (weight > 0 && at != null) {
        weights.merge(at, weight, Double::sum);
        at = at == root ? null : at.parent();
      }
    }
    return weights;
  }

  /** Gathers words until another block begins. */
  private static final class Collector implements NodeVisitor {
    private final List<Block> blocks = new ArrayList<>();
    private final Element root;
    private Element holder;
    private final StringBuilder words = new StringBuilder();
    private int linked;
    private int links;

    Collector(Element root) {
      this.root = root;
      this.holder = root;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        add(text.getWholeText());
      } else if (node instanceof Element element) {
        if (element.isBlock()) {
          end();
          holder = element;
        }
        links += element.normalName().equals("a") ? 1 : 0;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.isBlock()) {
          end();
          Element parent = element.parent();
          holder = element == root || parent == null ? root : block(parent);
        }
        links -= element.normalName().equals("a") ? 1 : 0;
      }
    }

    private Element block(Element from) {
      Element at = from;
      while (at != root && !at.isBlock() && at.parent() != null) {
        at = at.parent();
      }
      return at;
    }

    private void add(String text) {
      int before = words.length();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!Blank.is(c)) {
          words.append(c);
        } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
          words.append(' ');
        }
      }
      linked += links > 0 ? words.length() - before : 0;
    }

    void end() {
      if (!words.isEmpty() && !Blank.is(words.toString())) {
        int commas = 0;
        for (int i = 0; i < words.length(); i++) {
          boolean last = i + 1 == words.length() || " \"”’')".indexOf(words.charAt(i + 1)) >= 0;
          commas += last && ",.;:!?".indexOf(words.charAt(i)) >= 0 ? 1 : 0;
        }
        blocks.add(
            new Block(holder, words.length(), linked, commas, Blank.strip(words.toString())));
      }
      words.setLength(0);
      linked = 0;
    }
  }
}
