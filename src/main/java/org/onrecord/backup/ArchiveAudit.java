package org.onrecord.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/**
 * Takes every document of an archive, those of an article one after the other, and says what is
 * wrong: an article that is not whole or there twice, documents without an article or of another
 * version of it, two of one id, a paragraph that is not its article's, a quotation that does not
 * lie in its paragraph or differs there from the one that is searched.
 */
public final class ArchiveAudit {
  private final Set<ArticleId> seen = new HashSet<>();
  private final List<ArchiveDocument> open = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long articles;
  private long paragraphs;
  private long quotations;

  public void read(ArchiveDocument document) {
    if (!open.isEmpty() && !open.getFirst().article().id().equals(document.article().id())) {
      close();
    }
    open.add(document);
  }

  public IndexReport report() {
    close();
    return new IndexReport(articles, paragraphs, quotations, problems);
  }

  public void problem(String problem) {
    if (problems.size() < IndexReport.MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      new Whole(open.getFirst().article().id()).check();
      open.clear();
    }
  }

  /** The documents of one article. */
  private final class Whole {
    private final ArticleId id;
    private final List<ArticleDocument> received = of(ArticleDocument.class);
    private final List<ParagraphDocument> parts = of(ParagraphDocument.class);
    private final List<QuoteDocument> quotes = of(QuoteDocument.class);
    private final Map<Integer, String> texts = new HashMap<>();

    Whole(ArticleId id) {
      this.id = id;
      articles += received.size();
      paragraphs += parts.size();
      quotations += quotes.size();
      parts.forEach(part -> texts.put(part.ordinal(), part.text()));
    }

    private <T> List<T> of(Class<T> type) {
      return open.stream().filter(type::isInstance).map(type::cast).toList();
    }

    void check() {
      if (!seen.add(id)) {
        problem(id + " is in the index more than once");
      }
      if (received.size() != 1) {
        problem(id + " is in the index " + received.size() + " times, not once");
      } else {
        checkCount("paragraphs", received.getFirst().paragraphs(), parts.size());
        checkCount("quotations", received.getFirst().quotations(), quotes.size());
        parts.forEach(part -> checkText(part, received.getFirst().received()));
      }
      if (open.stream().map(d -> d.article().version()).distinct().count() > 1) {
        problem(id + " has documents of several versions");
      }
      checkOnce(parts.stream().map(ParagraphDocument::id).toList());
      checkOnce(quotes.stream().map(quote -> quote.quotation().id()).toList());
      checkQuotations();
    }

    private void checkCount(String what, int expected, int found) {
      if (expected != found) {
        problem(id + " has " + expected + " " + what + ", of which the index holds " + found);
      }
    }

    private void checkOnce(List<String> ids) {
      Set<String> once = new HashSet<>();
      ids.stream().filter(one -> !once.add(one)).forEach(one -> problem(one + " is there twice"));
    }

    private void checkText(ParagraphDocument paragraph, Article article) {
      String text = paragraph.text();
      boolean same =
          paragraph.ordinal() == 0
              ? article.title() != null && article.title().contains(text)
              : article.body().startsWith(text, paragraph.offset());
      if (!same) {
        problem(paragraph.id() + " does not stand in its article where it says");
      }
    }

    private void checkQuotations() {
      Map<String, QuoteDocument> alone =
          quotes.stream().collect(Collectors.toMap(q -> q.quotation().id(), q -> q, (a, _) -> a));
      for (ParagraphDocument part : parts) {
        for (ArchivedQuotation quotation : part.quotations()) {
          checkPlace(quotation, part.text());
          QuoteDocument same = alone.remove(quotation.id());
          if (same == null) {
            problem(quotation.id() + " is shown in its paragraph and cannot be searched");
          } else if (!same.quotation().equals(quotation) || !same.context().equals(part.text())) {
            problem(quotation.id() + " is another in its paragraph than where it is searched");
          }
        }
      }
      alone.keySet().forEach(one -> problem(one + " is in no paragraph"));
    }

    private void checkPlace(ArchivedQuotation quotation, String paragraph) {
      for (TextSpan segment : quotation.segments()) {
        if (segment.end() > paragraph.length()) {
          problem(quotation.id() + " reaches beyond the end of its paragraph");
        } else if (!quotation.content().contains(segment.in(paragraph))) {
          problem(quotation.id() + " does not stand in its paragraph where it says");
        }
      }
      checkExcerpt(quotation, "cue", quotation.cue());
      checkExcerpt(quotation, "source", quotation.source());
    }

    private void checkExcerpt(ArchivedQuotation quotation, String what, @Nullable Excerpt excerpt) {
      if (excerpt != null) {
        String text = texts.getOrDefault(excerpt.paragraph(), "");
        if (excerpt.span().end() > text.length()
            || !excerpt.span().in(text).equals(excerpt.text())) {
          problem("the " + what + " of " + quotation.id() + " does not stand where it says");
        }
      }
    }
  }
}
