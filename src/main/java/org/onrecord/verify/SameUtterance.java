package org.onrecord.verify;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.verify.Report.Voice;
import org.onrecord.verify.Report.Wording;

/**
 * Decides whether two quotations report one utterance, and not merely use the same phrase: most of
 * the words of the shorter are the other's too, and the rarer they are together, the further apart
 * the days may be, and the less need the speaker be known. The thresholds were chosen on news of
 * many outlets by reading what they find.
 */
final class SameUtterance {
  /** The fewest words of a quotation that is compared. */
  static final int FEWEST_WORDS = 3;

  /** The least rarity of the words that two have in common: one or two telling words. */
  static final double LEAST_WEIGHT = 12;

  /** Of the words of the shorter the share that must be the other's too, of the same news. */
  private static final double LEAST_LIKENESS = 0.85;

  /** The same for a wording to be another version of it. */
  private static final double LEAST_ALIKE = 0.6;

  /** The same of one story. */
  private static final double LEAST_OF_STORY = 0.9;

  /** The same where a number or a "not" is another: a mistake, not another day's report. */
  private static final double LEAST_BUT_FOR_NUMBER = 0.9;

  /** The same where only the words speak for it. */
  private static final double NEARLY_ALL = 0.95;

  /** Of the words of the longer, the share that is the other's where days lie between. */
  private static final double LEAST_OF_BOTH = 0.8;

  /** What anybody says, somebody says again only days later. */
  private static final int SAME_NEWS = 2;

  private static final int SAME_STORY = 14;

  /** The rarity of a sentence that nobody says by chance in the same days. */
  private static final double SENTENCE = 22;

  /** How many different words they are where nobody knows who says them. */
  private static final int WHOLE_SENTENCE = 8;

  /** The same where one of the two names nobody. */
  private static final double SENTENCE_OF_SOMEBODY = 25;

  /** Of words that nobody says twice. */
  private static final double RECITED = 50;

  /** How many different ones they are: fewer are a formula. */
  private static final int RECITED_WORDS = 14;

  private final ArticleHeader article;
  private final ArchivedQuotation quotation;

  /** Whether others report this quotation too. */
  SameUtterance(ArticleHeader article, ArchivedQuotation quotation) {
    this.article = article;
    this.quotation = quotation;
  }

  /**
   * The report that another quotation is, if it is one.
   *
   * @param fit how its words fit the quotation's
   * @param rarity of the quotation's words
   */
  Optional<Report> report(
      ParagraphDocument paragraph, ArchivedQuotation other, PassageFit fit, Rarity rarity) {
    Overlap overlap = Overlap.of(fit, rarity);
    Voice voice = voice(other);
    Long days = days(paragraph.article().date());
    boolean same =
        overlap.likeness() >= leastLikeness(overlap, days)
            && fit.run() >= Math.min(FEWEST_WORDS, overlap.shorter())
            && (!overlap.turned()
                || overlap.likeness() >= LEAST_BUT_FOR_NUMBER
                    && isWithin(days, SAME_NEWS)
                    && overlap.weight() >= SENTENCE)
            && (!overlap.replaced() || isVerbatim(other) || isElsewhere(paragraph.article()))
            && isEnough(overlap, voice, paragraph, other);
    return same
        ? Optional.of(
            new Report(
                paragraph,
                other,
                overlap.wording(),
                fit.differences().differences(),
                fit.place(),
                voice,
                overlap.likeness()))
        : Optional.empty();
  }

  /** Whether one is worded like the other, whoever says it and when. */
  static boolean isAlike(PassageFit fit, Rarity rarity) {
    return Overlap.of(fit, rarity).likeness() >= LEAST_ALIKE;
  }

  private static double leastLikeness(Overlap overlap, @Nullable Long days) {
    return overlap.isPlain() || isWithin(days, SAME_NEWS) ? LEAST_LIKENESS : LEAST_OF_STORY;
  }

  private boolean isEnough(
      Overlap overlap, Voice voice, ParagraphDocument paragraph, ArchivedQuotation other) {
    Long days = days(paragraph.article().date());
    double weight = overlap.weight();
    boolean worded = overlap.likeness() >= NEARLY_ALL;
    boolean news = isWithin(days, SAME_NEWS);
    boolean story = isWithin(days, SAME_STORY);
    boolean verbatim = isVerbatim(other);
    return switch (voice) {
      case SAME ->
          news && weight >= SENTENCE
              || news && weight >= LEAST_WEIGHT && (verbatim ? overlap.isPlain() : overlap.isSame())
              || story
                  && weight >= SENTENCE
                  && verbatim
                  && (overlap.isPlain() || isElsewhere(paragraph.article()))
              || story && weight >= RECITED && overlap.isPlain()
              || weight >= RECITED
                  && isElsewhere(paragraph.article())
                  && overlap.words() >= RECITED_WORDS
                  && worded
                  && verbatim
                  && overlap.isOfBoth();
      case UNNAMED ->
          news && weight >= (overlap.isPlain() ? SENTENCE_OF_SOMEBODY : RECITED)
              || story
                  && weight >= RECITED
                  && worded
                  && verbatim
                  && overlap.words() >= WHOLE_SENTENCE;
      case OTHER -> story && weight >= RECITED && worded && overlap.isPlain();
    };
  }

  /** Whether it is from another outlet: an outlet repeats its own formulas. */
  private boolean isElsewhere(ArticleHeader other) {
    return article.outlet() == null || !article.outlet().equals(other.outlet());
  }

  /** Whether the words of another are hardly others, and stand in the news of other weeks. */
  boolean isRepeated(ParagraphDocument paragraph, PassageFit fit, Rarity rarity) {
    Overlap overlap = Overlap.of(fit, rarity);
    return overlap.likeness() >= LEAST_LIKENESS
        && overlap.isOfBoth()
        && !isWithin(days(paragraph.article().date()), SAME_STORY);
  }

  /** Whether it rests on more than words that may be a formula: verbatim, of a named speaker. */
  boolean isOfSomebody(Report report) {
    return report.voice() == Voice.SAME && isVerbatim(report.quotation());
  }

  private boolean isVerbatim(ArchivedQuotation other) {
    return quotation.kind() != QuotationKind.INDIRECT && other.kind() != QuotationKind.INDIRECT;
  }

  private @Nullable Long days(@Nullable LocalDate other) {
    return other == null || article.date() == null
        ? null
        : Math.abs(ChronoUnit.DAYS.between(article.date(), other));
  }

  private static boolean isWithin(@Nullable Long days, int most) {
    return days != null && days <= most;
  }

  private Voice voice(ArchivedQuotation other) {
    List<SpeakerRef> ours = quotation.speakers();
    List<SpeakerRef> theirs = other.speakers();
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Voice.UNNAMED;
    }
    return ours.stream().anyMatch(one -> theirs.stream().anyMatch(two -> isOne(one, two)))
        ? Voice.SAME
        : Voice.OTHER;
  }

  private static boolean isOne(SpeakerRef one, SpeakerRef other) {
    return one.id() != null && Objects.equals(one.id(), other.id())
        || NameParts.mayBeSame(one.name(), other.name());
  }

  /**
   * How many words two quotations have in common.
   *
   * @param ours how many words the quotation has
   * @param theirs how many the other has
   * @param matched how many of the other's are the quotation's too
   * @param words how many different ones these are
   * @param weight the rarity of these together
   * @param inner whether others stand between these
   * @param changed whether words are others, or more than the quotation's
   * @param replaced whether words stand in the place of others
   * @param turned whether a number or a negation is another
   */
  private record Overlap(
      int ours,
      int theirs,
      int matched,
      int words,
      double weight,
      boolean inner,
      boolean changed,
      boolean replaced,
      boolean turned) {

    static Overlap of(PassageFit fit, Rarity rarity) {
      Comparison words = fit.words();
      List<Difference> differences = fit.differences().differences();
      int[] matched = IntStream.range(0, words.asked().size()).filter(words::isMatched).toArray();
      Set<String> keys =
          Arrays.stream(matched)
              .mapToObj(i -> words.found().get(words.beside()[i]).key())
              .collect(Collectors.toSet());
      boolean inner =
          IntStream.rangeClosed(words.firstMatched(), words.lastMatched())
              .anyMatch(i -> !words.isMatched(i));
      return new Overlap(
          words.found().size(),
          words.asked().size(),
          matched.length,
          keys.size(),
          keys.stream().mapToDouble(rarity::ofAsked).sum(),
          inner,
          differences.stream().anyMatch(Overlap::isOtherWord),
          differences.stream().anyMatch(Overlap::isInPlaceOfAnother),
          differences.stream().anyMatch(Overlap::isTurn));
    }

    private static boolean isOtherWord(Difference difference) {
      return difference.weight() != Difference.Weight.LIGHT
          && difference.op() != Difference.Op.DROPPED
          && difference.op() != Difference.Op.ELIDED;
    }

    private static boolean isInPlaceOfAnother(Difference difference) {
      return difference.weight() != Difference.Weight.LIGHT
          && difference.op() == Difference.Op.REPLACED;
    }

    private static boolean isTurn(Difference difference) {
      return difference.weight() == Difference.Weight.HEAVY
          && (difference.op() == Difference.Op.REPLACED
              || difference.about() == Difference.About.NEGATION);
    }

    int shorter() {
      return Math.min(ours, theirs);
    }

    double likeness() {
      return Math.min(1, matched / (double) Math.max(1, shorter()));
    }

    /** Whether neither has much that the other has not. */
    boolean isOfBoth() {
      return matched >= LEAST_OF_BOTH * Math.max(ours, theirs) || !changed && theirs <= ours;
    }

    boolean isSame() {
      return wording() == Wording.SAME;
    }

    /** Whether one is the other, or a piece of it. */
    boolean isPlain() {
      return wording() != Wording.CHANGED;
    }

    Wording wording() {
      if (matched == theirs && !changed) {
        return matched >= ours ? Wording.SAME : Wording.SHORTER;
      }
      return !inner && matched >= ours && matched < theirs ? Wording.LONGER : Wording.CHANGED;
    }
  }
}
