package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.AnonymityPhrases.Phrase;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/**
 * Tells of an article's unnamed sources why they are not named, in the article's words. The words
 * belong to a source in their own sentence, else to one that is called by the same noun: "The
 * official spoke on condition of anonymity" after "an official said".
 */
public final class AnonymityReader {
  /** How many words before the phrase its subject stands at the most. */
  private static final int SUBJECT = 12;

  private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "who");
  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");
  private static final Set<String> GOES_ON =
      Set.of("of", "in", "at", "from", "with", "for", "who", "close", "to", "on", "familiar");

  private final SegmentedArticle article;
  private final List<Found> found = new ArrayList<>();

  /** A phrase in its sentence. */
  private record Found(Paragraph paragraph, int sentence, Phrase phrase) {}

  /** Reads an article, once, in linear time. */
  public AnonymityReader(SegmentedArticle article) {
    this.article = article;
    for (Paragraph paragraph : article.paragraphs()) {
      for (int s = 0; s < paragraph.sentences().size(); s++) {
        Phrase phrase = AnonymityPhrases.in(paragraph, paragraph.sentences().get(s));
        if (phrase != null) {
          found.add(new Found(paragraph, s, phrase));
        }
      }
    }
  }

  /**
   * The words that say why a quotation's source is not named.
   *
   * @param description what the source is called ("a senior official"), or null
   */
  public Optional<Excerpt> of(Quotation quotation, @Nullable String description) {
    Excerpt source = quotation.source();
    if (found.isEmpty() || source == null) {
      return Optional.empty();
    }
    Paragraph paragraph = article.paragraph(source.paragraph());
    int token = Math.min(paragraph.tokenAt(source.span().start()), paragraph.tokens().size() - 1);
    int sentence = paragraph.sentenceOf(token);
    for (Found one : found) {
      if (one.paragraph() == paragraph && one.sentence() == sentence) {
        return mention(one, quotation);
      }
    }
    String head =
        head(isPronoun(source.text()) && description != null ? description : source.text());
    for (int i = found.size() - 1; i >= 0; i--) {
      Found one = found.get(i);
      if (isCalled(one, head) && isSame(one, source, sentence)) {
        return mention(one, quotation);
      }
    }
    return Optional.empty();
  }

  private static boolean isPronoun(String source) {
    return PRONOUNS.contains(source.toLowerCase(Locale.ROOT));
  }

  /** The noun of "a senior official in the ministry". */
  private static String head(String source) {
    String head = "";
    for (String word : source.toLowerCase(Locale.ROOT).split("[^\\p{L}'’-]+", -1)) {
      if (GOES_ON.contains(word) && !head.isEmpty()) {
        break;
      }
      head = word.isEmpty() ? head : word;
    }
    return head;
  }

  /** Whether the words before the phrase call its subject so. */
  private static boolean isCalled(Found one, String head) {
    int opening = one.paragraph().sentences().get(one.sentence()).first();
    for (int i = one.phrase().first() - 1;
        i >= Math.max(opening, one.phrase().first() - SUBJECT);
        i--) {
      if (AnonymityPhrases.word(one.paragraph(), i).equals(head)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the phrase tells of this source: it stands before and the source is a definite one, or
   * it stands shortly after and its own subject is.
   */
  private static boolean isSame(Found one, Excerpt source, int sentence) {
    int paragraph = one.paragraph().ordinal();
    boolean before =
        paragraph < source.paragraph()
            || paragraph == source.paragraph() && one.sentence() < sentence;
    if (before) {
      String first = source.text().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
      return DEFINITE.contains(first) || isPronoun(source.text());
    }
    int opening = one.paragraph().sentences().get(one.sentence()).first();
    return paragraph - source.paragraph() <= 1
        && DEFINITE.contains(AnonymityPhrases.word(one.paragraph(), opening));
  }

  /** The phrase, up to the quotation's own cue and content. */
  private static Optional<Excerpt> mention(Found one, Quotation quotation) {
    Paragraph paragraph = one.paragraph();
    int first = one.phrase().first();
    int end = one.phrase().end();
    for (int i = first + 1; i < end; i++) {
      if (isOf(quotation, paragraph, i)) {
        end = i;
      }
    }
    if (end < one.phrase().core()) {
      return Optional.empty();
    }
    TextSpan span = paragraph.span(first, end);
    return Optional.of(new Excerpt(span.in(paragraph.text()), paragraph.ordinal(), span));
  }

  private static boolean isOf(Quotation quotation, Paragraph paragraph, int token) {
    TextSpan span = paragraph.tokens().get(token).span();
    Excerpt cue = quotation.cue();
    boolean inCue =
        cue != null && cue.paragraph() == paragraph.ordinal() && cue.span().overlaps(span);
    boolean here = quotation.paragraph() == paragraph.ordinal();
    return inCue || here && quotation.segments().stream().anyMatch(s -> s.overlaps(span));
  }
}
