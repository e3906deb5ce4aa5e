package org.onrecord.cli.terminal;

import java.io.PrintStream;
import org.onrecord.draft.CheckedDraft;
import org.onrecord.draft.CheckedDraft.CheckedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Candidate;
import org.onrecord.verify.VerdictSentence;
import org.onrecord.verify.Verification;

/** Shows a person what became of each quotation of a draft. */
public final class CheckedDraftPage {
  private final PrintStream out;
  private final TextStyle style;

  public CheckedDraftPage(PrintStream out, TextStyle style) {
    this.out = out;
    this.style = style;
  }

  public void print(CheckedDraft checked, ArchiveSpan archive) {
    for (CheckedQuotation quotation : checked.quotations()) {
      print(quotation);
      out.println();
    }
    if (checked.unchecked() > 0) {
      out.println(Amount.of(checked.unchecked(), "further quotation") + " not verified");
    }
    out.println(
        Amount.of(checked.quotations().size(), "quotation")
            + " verified against "
            + Amount.of(archive.articles(), "article")
            + (archive.from() == null ? "" : ", " + archive.from() + " to " + archive.to()));
  }

  private void print(CheckedQuotation quotation) {
    String verdict =
        quotation.answer().map(answer -> answer.verdict().label()).orElse("not verified");
    String speaker = quotation.speaker() == null ? "nobody named" : quotation.speaker();
    out.println(verdict + ": " + TextStyle.clean(quotation.words()));
    out.println("   " + style.faint(TextStyle.clean(speaker)));
    quotation.problem().ifPresent(problem -> out.println("   " + TextStyle.clean(problem)));
    quotation.answer().ifPresent(this::print);
  }

  private void print(Verification answer) {
    out.println("   " + TextStyle.clean(VerdictSentence.of(answer)));
    answer.candidates().stream().limit(1).forEach(this::print);
  }

  private void print(Candidate candidate) {
    candidate
        .differences()
        .forEach(difference -> out.println("   " + VerificationPage.told(difference)));
    ArticleHeader article = candidate.paragraph().article();
    out.println(
        "   "
            + style.faint(
                TextStyle.clean(article.id().value())
                    + ", paragraph "
                    + candidate.paragraph().ordinal()));
  }
}
