package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.attribution.source.Attribution.ToOrganisation;
import org.onrecord.attribution.source.Attribution.ToPerson;
import org.onrecord.quotation.Quotation;

/**
 * How sure it is that the right speaker was found: a logistic regression over what decided and how
 * the source is given, so that of those with .9 nine in ten are right. Learnt from annotated
 * articles, see {@code onrecord train --speakers}. Thread-safe.
 */
public final class SpeakerConfidence {
  private static final String BIAS = "bias";

  /** In characters: what stands between a source and its cue is a space or a mark. */
  private static final int BESIDE = 2;

  private static final int NEAR = 25;
  private static final int CLOSE = 40;
  private static final int FAR = 120;

  private final Map<String, Double> weights;

  SpeakerConfidence(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** A thing known of an attribution, with its value. */
  public record Sign(String name, double value) {}

  /**
   * How sure it is, 0 to 1.
   *
   * @param believed how sure the rule itself or the ranker is, 0 to 1
   */
  double of(Quotation quotation, Attribution attribution, double believed) {
    if (weights.isEmpty()) {
      return believed;
    }
    double sum = 0;
    for (Sign sign : signs(quotation, attribution, believed)) {
      sum += sign.value() * weights.getOrDefault(sign.name(), 0.0);
    }
    return Math.round(1000 / (1 + Math.exp(-sum))) / 1000.0;
  }

  /** What is known of an attribution. */
  public static List<Sign> signs(Quotation quotation, Attribution attribution, double believed) {
    List<Sign> signs = new ArrayList<>();
    double sure = Math.min(0.995, Math.max(0.005, believed));
    signs.add(new Sign(BIAS, 1));
    signs.add(new Sign("believed", Math.log(sure / (1 - sure))));
    signs.add(new Sign("rule " + plain(attribution.rule()), 1));
    signs.add(new Sign("said", quotation.confidence()));
    if (quotation.rule().contains("carried")) {
      signs.add(new Sign("carried over", 1));
    }
    if (quotation.cue() == null) {
      signs.add(new Sign("no cue", 1));
    }
    if (quotation.marked()) {
      signs.add(new Sign("marked", 1));
    }
    if (quotation.source() != null && quotation.source().paragraph() != quotation.paragraph()) {
      signs.add(new Sign("source in another paragraph", 1));
    }
    signs.add(new Sign("kind " + quotation.kind().label(), 1));
    signs.add(new Sign("found by " + plain(quotation.rule()), 1));
    Excerpt source = quotation.source();
    if (source != null) {
      signs.add(new Sign("source of " + length(source), 1));
      if (quotation.cue() != null && quotation.cue().paragraph() == source.paragraph()) {
        signs.add(new Sign(besideCue(source.span(), quotation.cue().span()), 1));
      }
      if (quotation.paragraph() == source.paragraph()) {
        signs.add(new Sign(besideContent(source.span(), quotation.span()), 1));
      }
    }
    String name = attribution.speakerName();
    if (name != null && !name.contains(" ")) {
      boolean person = attribution instanceof ToPerson;
      boolean body = attribution instanceof ToOrganisation;
      signs.add(
          new Sign(person ? "person of one word" : body ? "body of one word" : "one word", 1));
    }
    return signs;
  }

  private static String length(Excerpt source) {
    int words = source.text().strip().split("\\s+").length;
    return words == 1 ? "a word" : words < 4 ? "a few words" : words < 9 ? "words" : "many words";
  }

  /**
   * Where the source's words stand from those that report: "Hale said", "said, on Monday, Hale".
   */
  private static String besideCue(TextSpan source, TextSpan cue) {
    boolean before = source.start() < cue.start();
    int gap = before ? cue.start() - source.end() : source.start() - cue.end();
    String where =
        gap <= BESIDE ? " beside the cue" : gap <= NEAR ? " near the cue" : " off the cue";
    return "source " + (before ? "before," : "after,") + where;
  }

  /** Where the source's words stand from what is said. */
  private static String besideContent(TextSpan source, TextSpan content) {
    boolean before = source.start() < content.start();
    int gap = before ? content.start() - source.end() : source.start() - content.end();
    String where = gap < CLOSE ? " close to the words" : gap < FAR ? " off them" : " far from them";
    return "source " + (before ? "before," : "after,") + where;
  }

  /** A rule without what it says of this name alone. */
  static String plain(String rule) {
    int comma = rule.indexOf(", ");
    return comma < 0 ? rule : rule.substring(0, comma);
  }
}
