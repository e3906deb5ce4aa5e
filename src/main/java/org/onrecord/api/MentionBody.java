package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.NamedMention;

/**
 * Somebody named in a paragraph.
 *
 * @param start where the words stand in the paragraph's text, in code points
 * @param end after the last of them
 * @param text the words, "the former prime minister"
 * @param name whom they stand for, "Imran Khan"
 * @param id the registry's id, or one made from the name
 */
public record MentionBody(
    int start, int end, String text, String name, @Nullable String id, String type) {

  static List<MentionBody> all(List<NamedMention> mentions, String paragraph) {
    CodePoints points = new CodePoints(paragraph);
    return mentions.stream().map(mention -> of(mention, paragraph, points)).toList();
  }

  /** The names alone, each once, in order of first mention. */
  static List<String> names(List<NamedMention> mentions) {
    return mentions.stream().map(mention -> mention.who().name()).distinct().toList();
  }

  private static MentionBody of(NamedMention mention, String paragraph, CodePoints points) {
    TextSpan span = points.of(mention.span());
    return new MentionBody(
        span.start(),
        span.end(),
        mention.span().in(paragraph),
        mention.who().name(),
        mention.who().id(),
        mention.who().type().label());
  }
}
