package org.onrecord.draft;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.draft.CheckedDraft.CheckedQuotation;
import org.onrecord.ingest.ArticleAnalyzer;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;

/**
 * Finds the quotations of a draft as those of any article and verifies each, with its speaker.
 * Nothing of it is kept. Safe for use by several threads.
 */
public final class DraftChecker {
  /** The most quotations that are verified of one draft. */
  public static final int MOST_CHECKED = 300;

  /** After this time no further quotation is verified. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The article as which a draft is read; nothing knows it by this name afterwards. */
  private static final String ID = "draft";

  private final Analysis analysis;
  private final Verifying verifier;
  private final InstantSource clock;

  /** Where the analysis comes from; it may be loaded when it is first asked for. */
  @FunctionalInterface
  public interface Analysis {
    ArticleAnalyzer analyzer() throws IOException;
  }

  /** Who verifies. */
  @FunctionalInterface
  public interface Verifying {
    Verification verify(Claim claim) throws IOException;
  }

  /**
   * A checker.
   *
   * @param clock tells the day on which the draft is taken to be written
   */
  public DraftChecker(Analysis analysis, Verifying verifier, InstantSource clock) {
    this.analysis = analysis;
    this.verifier = verifier;
    this.clock = clock;
  }

  /** Checks a draft. */
  public CheckedDraft check(Draft draft) throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    ArchivedArticle article = analysis.analyzer().analyze(Article.of(ID, today, draft.text()));
    return verified(
        draft,
        article.paragraphs().stream().flatMap(each -> DraftQuotation.of(each).stream()).toList());
  }

  private CheckedDraft verified(Draft draft, List<DraftQuotation> quotations) throws IOException {
    long end = clock.instant().plus(PATIENCE).toEpochMilli();
    List<CheckedQuotation> checked = new ArrayList<>();
    for (DraftQuotation quotation : quotations) {
      if (checked.size() >= MOST_CHECKED || clock.millis() > end) {
        break;
      }
      checked.add(verified(quotation));
    }
    return new CheckedDraft(draft, checked, quotations.size() - checked.size());
  }

  private CheckedQuotation verified(DraftQuotation quotation) throws IOException {
    Optional<Verification> answer;
    Optional<String> problem;
    try {
      Claim claim = Claim.of(quotation.words()).by(quotation.speaker());
      answer = Optional.of(verifier.verify(claim));
      problem = Optional.empty();
    } catch (InvalidRequestException e) {
      answer = Optional.empty();
      problem = Optional.of(String.valueOf(e.getMessage()));
    }
    return new CheckedQuotation(
        quotation.span(), quotation.words(), quotation.speaker(), answer, problem);
  }
}
