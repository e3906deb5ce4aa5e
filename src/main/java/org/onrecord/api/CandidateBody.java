package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Hit;
import org.onrecord.verify.Candidate;
import org.onrecord.verify.Difference;

/**
 * A passage that may be what was claimed; offsets are code points, end exclusive.
 *
 * @param verdict what it says of the claim
 * @param wording what it says of the words alone
 * @param saidBy {@code anybody}, {@code asked}, {@code possibly}, {@code unknown} or {@code other}
 * @param likeness which share of the words are the same, 0 to 1
 * @param asked which of the words asked for it accounts for
 * @param found the words in their paragraph
 * @param before what its speaker says before them in one go
 * @param after what its speaker says after them in one go
 * @param differences the heaviest first
 * @param hit the quotation, or the paragraph where the words stand in none, with its copies
 * @param page its page for a reader, as a path from the service's root
 */
public record CandidateBody(
    String verdict,
    String wording,
    String saidBy,
    boolean withinDates,
    double likeness,
    SpanBody asked,
    FoundBody found,
    String before,
    String after,
    List<DifferenceBody> differences,
    HitBody hit,
    String page) {

  static CandidateBody of(Candidate candidate, String words) {
    ParagraphDocument paragraph = candidate.paragraph();
    CodePoints inWords = new CodePoints(words);
    CodePoints inText = new CodePoints(paragraph.text());
    return new CandidateBody(
        candidate.verdict().label(),
        candidate.wording().label(),
        candidate.saidBy().label(),
        candidate.withinDates(),
        Math.round(candidate.likeness() * 1000) / 1000.0,
        SpanBody.of(inWords, candidate.asked()),
        FoundBody.of(candidate.found(), paragraph, inText),
        candidate.before().in(paragraph.text()),
        candidate.after().in(paragraph.text()),
        candidate.differences().stream()
            .map(difference -> DifferenceBody.of(difference, inWords, inText))
            .toList(),
        HitBody.of(hit(candidate)),
        page(candidate));
  }

  private static Hit hit(Candidate candidate) {
    ParagraphDocument paragraph = candidate.paragraph();
    float score = (float) candidate.likeness();
    return candidate.quotation().isPresent()
        ? new Hit.QuoteHit(
            new QuoteDocument(paragraph.article(), candidate.quotation().get(), paragraph.text()),
            score,
            List.of(),
            candidate.copies())
        : new Hit.ParagraphHit(paragraph, score, List.of(), candidate.copies());
  }

  private static String page(Candidate candidate) {
    return candidate
        .quotation()
        .map(quotation -> Pages.quote(quotation.id()))
        .orElse(
            Pages.article(candidate.paragraph().article().id(), candidate.paragraph().ordinal()));
  }

  /** Words in their paragraph. */
  public record FoundBody(String text, int start, int end) {
    static FoundBody of(TextSpan span, ParagraphDocument paragraph, CodePoints points) {
      SpanBody place = SpanBody.of(points, span);
      return new FoundBody(span.in(paragraph.text()), place.start(), place.end());
    }
  }

  /**
   * Where the words differ.
   *
   * @param op {@code replaced}, {@code added}, {@code dropped}, or {@code elided} where an ellipsis
   *     shows it
   * @param asked the words asked for, perhaps none
   * @param found the words found, perhaps none
   * @param weight {@code heavy}, {@code plain} or {@code light}
   * @param about {@code negation}, {@code number}, {@code turn}, {@code word} or {@code form}
   * @param askedSpan where they stand in what was asked for
   * @param foundSpan where they stand in the paragraph; null where there are none
   */
  public record DifferenceBody(
      String op,
      String asked,
      String found,
      String weight,
      String about,
      SpanBody askedSpan,
      @Nullable SpanBody foundSpan) {
    static DifferenceBody of(Difference difference, CodePoints inWords, CodePoints inText) {
      TextSpan found = difference.found();
      return new DifferenceBody(
          difference.op().label(),
          difference.askedText(),
          difference.foundText(),
          difference.weight().label(),
          difference.about().label(),
          SpanBody.of(inWords, difference.asked()),
          found == null ? null : SpanBody.of(inText, found));
    }
  }
}
