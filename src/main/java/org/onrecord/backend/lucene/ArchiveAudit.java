package org.onrecord.backend.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TextSpan;
import org.onrecord.backup.VerificationReport;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Takes every document of an archive, in any order, and says what is wrong: an article that is not
 * whole, documents without an article or of another version of it, a quotation that does not lie in
 * its paragraph.
 */
final class ArchiveAudit {
  private final Map<ArticleId, Tally> tallies = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private long articles;
  private long paragraphs;
  private long quotations;

  /** What was read of one article against what it says of itself. */
  private static final class Tally {
    private final String version;
    private boolean mixed;
    private int articles;
    private int paragraphs;
    private int quotations;
    private int expectedParagraphs;
    private int expectedQuotations;

    Tally(String version) {
      this.version = version;
    }
  }

  void read(ArchiveDocument document) {
    ArticleId id = document.article().id();
    String version = document.article().version();
    Tally tally = tallies.computeIfAbsent(id, _ -> new Tally(version));
    tally.mixed |= !tally.version.equals(version);
    switch (document) {
      case ArticleDocument article -> {
        articles++;
        tally.articles++;
        tally.expectedParagraphs = article.paragraphs();
        tally.expectedQuotations = article.quotations();
      }
      case ParagraphDocument paragraph -> {
        paragraphs++;
        tally.paragraphs++;
        paragraph.quotations().forEach(q -> checkPlace(q, paragraph.text()));
      }
      case QuoteDocument quote -> {
        quotations++;
        tally.quotations++;
        checkPlace(quote.quotation(), quote.context());
      }
    }
  }

  private void checkPlace(ArchivedQuotation quotation, String paragraph) {
    for (TextSpan segment : quotation.segments()) {
      if (segment.end() > paragraph.length()) {
        problem(quotation.id() + " reaches beyond the end of its paragraph");
      } else if (!quotation.content().contains(segment.in(paragraph))) {
        problem(quotation.id() + " does not stand in its paragraph where it says");
      }
    }
  }

  VerificationReport report() {
    tallies.forEach(this::checkWhole);
    return new VerificationReport(articles, paragraphs, quotations, problems);
  }

  private void checkWhole(ArticleId id, Tally tally) {
    if (tally.articles != 1) {
      problem(id + " is in the index " + tally.articles + " times, not once");
    } else {
      checkCount(id, "paragraphs", tally.expectedParagraphs, tally.paragraphs);
      checkCount(id, "quotations", tally.expectedQuotations, tally.quotations);
    }
    if (tally.mixed) {
      problem(id + " has documents of several versions");
    }
  }

  private void checkCount(ArticleId id, String what, int expected, int found) {
    if (expected != found) {
      problem(id + " has " + expected + " " + what + ", of which the index holds " + found);
    }
  }

  private void problem(String problem) {
    if (problems.size() < VerificationReport.MAX_PROBLEMS) {
      problems.add(problem);
    }
  }
}
