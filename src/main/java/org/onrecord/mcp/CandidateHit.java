package org.onrecord.mcp;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.article.CodePoints;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.verify.Candidate;
import org.onrecord.verify.Difference;

/** A passage that may be what was asked about. */
record CandidateHit(
    @Described("link to cite it by") String citation,
    @Described("what this passage says of the words and of who is claimed to say them")
        String verdict,
    @Described("what it says of the words alone") String wording,
    @Described("the archive's words, as they stand") String text,
    @Described("whether text is all of them") boolean whole,
    @Described("who says it, in the article's words where no name is known; null where nobody is")
        @Nullable String speaker,
    @Described("the speaker's party on that day") @Nullable String party,
    @Described("id for get_quotation; null where the words stand in the text")
        @Nullable String quotation,
    @Described("direct: the speaker's words; indirect: the reporter's; mixed: both")
        @Nullable String kind,
    @Described("affirmed, denied, asked and so on") @Nullable String polarity,
    @Described("which share of the words is the same, 0 to 1") double likeness,
    @Described("where the words differ, the heaviest first") List<Changed> differences,
    @Described("what is said just before") String before,
    @Described("what is said just after") String after,
    @Described("id for get_article") String article,
    @Described("number of the paragraph") int paragraph,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String outlet,
    @Described("in how many other articles it stands as well") int copies) {
  private static final int MOST_DIFFERENCES = 4;
  private static final int LONGEST_DIFFERENCE = 60;
  private static final int LONGEST_BESIDE = 200;

  /** A difference between the words asked about and the archive's. */
  record Changed(
      @Described("replaced, added, dropped or elided") String op,
      String asked,
      String found,
      @Described("heavy, plain or light") String weight,
      @Described("negation, number, turn, word or form") String about) {
    static Changed of(Difference difference) {
      return new Changed(
          difference.op().label(),
          CodePoints.shortened(difference.askedText(), LONGEST_DIFFERENCE),
          CodePoints.shortened(difference.foundText(), LONGEST_DIFFERENCE),
          difference.weight().label(),
          difference.about().label());
    }

    /** What was done to the archive's words to make those asked about of them. */
    String sentence() {
      if (found.isEmpty()) {
        return "The archive does not have " + Told.quoted(asked) + " there (" + about + ").";
      }
      return asked.isEmpty()
          ? "The archive also has " + Told.quoted(found) + " there (" + about + ")."
          : "The archive has "
              + Told.quoted(found)
              + " in place of "
              + Told.quoted(asked)
              + " ("
              + about
              + ").";
    }
  }

  static CandidateHit of(Candidate candidate, Citations cite) {
    ParagraphDocument paragraph = candidate.paragraph();
    ArticleHeader article = paragraph.article();
    ArchivedQuotation said = candidate.quotation().orElse(null);
    String before = candidate.before().in(paragraph.text());
    CandidateHit empty =
        new CandidateHit(
            said == null
                ? cite.passage(article.id(), paragraph.ordinal())
                : cite.quotation(said.id()),
            candidate.verdict().label(),
            candidate.wording().label(),
            "",
            true,
            said == null ? null : QuotationHit.speaker(said),
            said == null ? null : QuotationHit.party(said),
            said == null ? null : said.id(),
            said == null ? null : said.kind().label(),
            said == null ? null : said.polarity().label(),
            Math.round(candidate.likeness() * 1000) / 1000.0,
            candidate.differences().stream().limit(MOST_DIFFERENCES).map(Changed::of).toList(),
            Cut.last(before, LONGEST_BESIDE).text(),
            Cut.of(candidate.after().in(paragraph.text()), 0, LONGEST_BESIDE).text(),
            article.id().value(),
            paragraph.ordinal(),
            Headers.title(article),
            article.date(),
            Headers.outlet(article),
            candidate.copies().count());
    String found = candidate.found().in(paragraph.text());
    return empty.with(Cut.of(found, 0, QuotationHit.LARGEST - ApiJson.bytes(empty).length));
  }

  private CandidateHit with(Cut cut) {
    return new CandidateHit(
        citation,
        verdict,
        wording,
        cut.text(),
        cut.whole(),
        speaker,
        party,
        quotation,
        kind,
        polarity,
        likeness,
        differences,
        before,
        after,
        article,
        paragraph,
        title,
        date,
        outlet,
        copies);
  }
}
