package org.onrecord.verify;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.FormerAddress;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.verify.Passages.Lookup;
import org.onrecord.verify.Reports.FirstSeen;

/**
 * Finds who else reports what a quotation reports, by looking up its words at the time of asking:
 * so what was corrected, withheld or deleted since counts as it is now. Safe for use by several
 * threads.
 */
public final class ReportFinder {
  /** How many paragraphs are compared for one quotation. */
  public static final int MOST_COMPARED = 60;

  /** The longest beginning of a quotation that is looked for, UTF-16. */
  private static final int LONGEST = 3_000;

  /** How many corrected wordings of one article are followed. */
  private static final int MOST_CORRECTED = 3;

  /** Words that stand in the news of as many other days, weeks apart, are a formula. */
  private static final int FORMULA = 2;

  private static final Comparator<Report> EARLIEST =
      Comparator.<Report, LocalDate>comparing(one -> day(one.paragraph()))
          .thenComparing(one -> one.quotation().id());

  private final PassageSource source;

  ReportFinder(PassageSource source) {
    this.source = source;
  }

  private static LocalDate day(ParagraphDocument paragraph) {
    return day(paragraph.article());
  }

  private static LocalDate day(ArticleHeader article) {
    return article.date() == null ? LocalDate.MAX : article.date();
  }

  /**
   * The reports of a quotation in other articles.
   *
   * @param article its own article
   */
  public Reports of(QuoteDocument quote, ArticleDocument article) throws IOException {
    return source.read(
        passages -> {
          Run run = new Run(quote.article(), quote.quotation(), passages);
          List<Reports.Corrected> corrected = new ArrayList<>();
          for (FormerAddress former : article.former().reversed()) {
            if (former.isGone() && corrected.size() < MOST_CORRECTED) {
              ArchivedQuotation was = former(former, quote.quotation());
              if (run.isNear(was)) {
                corrected.add(
                    new Reports.Corrected(
                        former, carrying(new Run(quote.article(), was, passages).reports())));
              }
            }
          }
          List<Report> reports = run.reports();
          return new Reports(reports, run.first(quote.quotation().id(), reports), corrected);
        });
  }

  /** The articles that carry words which their own article has lost. */
  public List<Report> of(ArticleHeader article, FormerAddress gone) throws IOException {
    return source.read(
        passages -> carrying(new Run(article, former(gone, null), passages).reports()));
  }

  /** Those that have the words as they were, be it a piece of them or with more around. */
  private static List<Report> carrying(List<Report> reports) {
    return reports.stream().filter(one -> one.wording() != Report.Wording.CHANGED).toList();
  }

  /** What was said at an address, by whoever says it now. */
  private static ArchivedQuotation former(FormerAddress former, @Nullable ArchivedQuotation now) {
    String content = former.content() == null ? "" : former.content();
    return new ArchivedQuotation(
        former.id(),
        0,
        content,
        List.of(new TextSpan(0, content.length())),
        now == null ? QuotationKind.DIRECT : now.kind(),
        true,
        null,
        null,
        now == null ? null : now.speaker(),
        null,
        null,
        List.of(),
        1,
        "");
  }

  /** One quotation before one view of the archive. */
  private static final class Run {
    private final ArticleHeader article;
    private final Passages passages;
    private final ParagraphDocument alone;
    private final List<SpokenWord> words;
    private final Rarity rarity;
    private final SameUtterance same;

    Run(ArticleHeader article, ArchivedQuotation quotation, Passages passages) throws IOException {
      this.article = article;
      this.passages = passages;
      this.alone = alone(article, quotation);
      this.words = SpokenWords.of(alone.text());
      this.rarity = Rarity.of(words, passages);
      this.same = new SameUtterance(article, quotation);
    }

    /** The words alone, as a paragraph in which nothing else is said. */
    private static ParagraphDocument alone(ArticleHeader article, ArchivedQuotation said) {
      String text = said.content().substring(0, Math.min(said.content().length(), LONGEST));
      return new ParagraphDocument(
          article,
          said.id(),
          0,
          0,
          text,
          List.of(),
          List.of(),
          List.of(),
          List.of(
              new ArchivedQuotation(
                  said.id(),
                  0,
                  text,
                  List.of(new TextSpan(0, text.length())),
                  said.kind(),
                  said.marked(),
                  null,
                  null,
                  said.speaker(),
                  null,
                  null,
                  List.of(),
                  1,
                  "")));
    }

    /** Of each article the report that has most of the words, the earliest first. */
    List<Report> reports() throws IOException {
      if (words.size() < SameUtterance.FEWEST_WORDS) {
        return List.of();
      }
      Map<String, Report> best = new HashMap<>();
      Set<LocalDate> repeated = new HashSet<>();
      Lookup lookup = new Lookup(alone.text(), Set.of(), null, null, List.of(), MOST_COMPARED);
      for (ParagraphDocument paragraph : passages.near(lookup)) {
        if (!paragraph.article().id().equals(article.id())) {
          for (ArchivedQuotation other : paragraph.quotations()) {
            Optional<PassageFit> fit = fit(other);
            fit.flatMap(found -> same.report(paragraph, other, found, rarity))
                .ifPresent(one -> best.merge(paragraph.article().id().value(), one, Run::better));
            if (fit.isPresent() && same.isRepeated(paragraph, fit.get(), rarity)) {
              repeated.add(day(paragraph));
            }
          }
        }
      }
      if (repeated.size() >= FORMULA) {
        best.values().removeIf(one -> !same.isOfSomebody(one));
      }
      return sorted(best.values());
    }

    /** The earliest of the reports and the quotation itself. */
    FirstSeen first(String own, List<Report> reports) throws IOException {
      List<FirstSeen> all = new ArrayList<>();
      all.add(new FirstSeen(own, article, null));
      reports.forEach(
          one -> all.add(new FirstSeen(one.quotation().id(), one.paragraph().article(), null)));
      LocalDate earliest =
          all.stream().map(one -> day(one.article())).min(Comparator.naturalOrder()).orElseThrow();
      FirstSeen first = null;
      for (FirstSeen one : all) {
        if (day(one.article()).equals(earliest)) {
          FirstSeen timed =
              new FirstSeen(
                  one.id(), one.article(), passages.time(one.article().id()).orElse(null));
          first = first == null || isBefore(timed, first) ? timed : first;
        }
      }
      return Objects.requireNonNull(first);
    }

    private static boolean isBefore(FirstSeen one, FirstSeen other) {
      return one.time() != null && other.time() != null && one.time().isBefore(other.time());
    }

    private static List<Report> sorted(Collection<Report> reports) {
      return reports.stream().sorted(EARLIEST).toList();
    }

    private static Report better(Report one, Report other) {
      return worth(other) > worth(one) ? other : one;
    }

    private static double worth(Report report) {
      return report.wording() == Report.Wording.SAME
          ? Double.MAX_VALUE
          : report.likeness() * report.quotation().content().length();
    }

    /** Whether most of these words are the quotation's as well. */
    boolean isNear(ArchivedQuotation other) {
      return fit(other).filter(fit -> SameUtterance.isAlike(fit, rarity)).isPresent();
    }

    /** How the words of another fit; empty where hardly any is among them. */
    private Optional<PassageFit> fit(ArchivedQuotation other) {
      List<SpokenWord> theirs = SpokenWords.of(other.content());
      return theirs.size() < SameUtterance.FEWEST_WORDS
              || theirs.size() > Claim.MOST
              || rarity.weightIn(theirs) < SameUtterance.LEAST_WEIGHT
          ? Optional.empty()
          : Optional.of(PassageFit.of(other.content(), theirs, alone, words, rarity));
    }
  }
}
