package org.onrecord.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.article.Polarity;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.CorrectionMark;
import org.onrecord.search.Copies;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchResult;
import org.onrecord.search.Snippet;
import org.onrecord.search.Suggestion;

/** Shows the answer to a search to a person. */
public final class SearchPage {
  private static final int FACET_VALUES = 5;
  private static final int COPIES = 5;

  private final PrintStream out;
  private final TextStyle style;

  public SearchPage(PrintStream out, TextStyle style) {
    this.out = out;
    this.style = style;
  }

  public void print(SearchResult result) {
    long folded = result.totalUnfolded() - result.total();
    out.printf(
        Locale.ROOT,
        "%s%s: %s (%d ms)%n",
        Amount.of(result.total(), "hit"),
        folded > 0 ? ", " + result.totalUnfolded() + " with their copies" : "",
        TextStyle.clean(result.explained()),
        result.tookMillis());
    if (result.relaxed()) {
      out.println(
          "Nothing holds all of these words; these hold at least one, or another of the same"
              + " root.");
    }
    result.unknown().forEach(unknown -> out.println(TextStyle.clean(unknown.sentence())));
    for (Suggestion suggestion : result.suggestions()) {
      out.printf(
          Locale.ROOT,
          "Nothing holds %s. Did you mean %s?%n",
          TextStyle.clean(suggestion.word()),
          TextStyle.clean(suggestion.instead()));
    }
    int number = 1;
    for (Hit hit : result.hits()) {
      out.println();
      print(number++, hit);
    }
    List<String> facets =
        result.facets().stream().map(this::facet).filter(f -> !f.isEmpty()).toList();
    if (!facets.isEmpty()) {
      out.println();
      facets.forEach(out::println);
    }
  }

  private void print(int number, Hit hit) {
    switch (hit) {
      case Hit.ParagraphHit p -> {
        heading(number, hit, p.paragraph().ordinal());
        text(hit, p.paragraph().text());
        p.paragraph()
            .quotations()
            .forEach(q -> out.println("   " + style.faint(who(q) + ": " + q.content())));
      }
      case Hit.QuoteHit q -> {
        heading(number, hit, q.quote().quotation().paragraph());
        text(hit, q.quote().quotation().content());
        out.println("   " + style.faint(who(q.quote().quotation())));
      }
    }
  }

  private void heading(int number, Hit hit, int paragraph) {
    ArticleHeader article = hit.article();
    String parts =
        Stream.of(
                String.valueOf(article.date()),
                article.outlet(),
                Objects.requireNonNullElse(article.title(), article.id().value()),
                paragraph == 0 ? "headline" : "paragraph " + paragraph)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    out.println(number + ". " + TextStyle.clean(parts));
    Copies copies = hit.copies();
    if (copies.count() > 0) {
      String where =
          copies.shown().stream()
              .limit(COPIES)
              .map(copy -> Objects.requireNonNullElse(copy.article().outlet(), copy.id()))
              .collect(Collectors.joining(", "));
      String more = copies.count() > COPIES ? ", …" : "";
      out.println("   also in: " + TextStyle.clean(where) + more);
    }
  }

  /**
   * The snippets of the text, or all of it where the words stand elsewhere; then the names in which
   * they stand.
   */
  private void text(Hit hit, String whole) {
    List<Snippet> inText =
        hit.snippets().stream().filter(s -> s.field() == ArchiveField.TEXT).toList();
    if (inText.isEmpty()) {
      out.println("   " + TextStyle.clean(whole));
    }
    for (Snippet snippet : inText) {
      String before = snippet.offset() > 0 ? "… " : "";
      String after = snippet.offset() + snippet.text().length() < whole.length() ? " …" : "";
      out.println("   " + before + highlighted(snippet) + after);
    }
    Map<ArchiveField, List<String>> names = new LinkedHashMap<>();
    for (Snippet snippet : hit.snippets()) {
      if (snippet.field() != ArchiveField.TEXT) {
        names.computeIfAbsent(snippet.field(), f -> new ArrayList<>()).add(highlighted(snippet));
      }
    }
    names.forEach((field, in) -> out.println("   " + field.label() + ": " + String.join(", ", in)));
  }

  private String highlighted(Snippet snippet) {
    StringBuilder line = new StringBuilder();
    int done = 0;
    for (TextSpan span : snippet.highlights()) {
      line.append(TextStyle.clean(snippet.text().substring(done, span.start())));
      line.append(style.bold(span.in(snippet.text())));
      done = span.end();
    }
    return line.append(TextStyle.clean(snippet.text().substring(done))).toString();
  }

  private static String who(ArchivedQuotation quotation) {
    CorrectionMark correction = quotation.correction();
    return SaidBy.of(quotation)
        + ", "
        + quotation.kind().label()
        + (quotation.isAffirmed() ? "" : ", " + polarity(quotation.polarity()))
        + (correction == null ? "" : ", corrected by " + correction.by());
  }

  private static String polarity(Polarity polarity) {
    return polarity.isSaid() ? polarity.label() : "not said";
  }

  private String facet(FacetCounts counts) {
    return switch (counts) {
      case FacetCounts.Values values -> values(values);
      case FacetCounts.Dates _ -> "";
    };
  }

  private String values(FacetCounts.Values counts) {
    if (counts.values().isEmpty()) {
      return "";
    }
    String shown =
        counts.values().stream()
            .limit(FACET_VALUES)
            .map(
                v ->
                    (v.selected() ? style.bold(v.value()) : TextStyle.clean(v.value()))
                        + " "
                        + v.count())
            .collect(Collectors.joining(", "));
    boolean more = counts.others() > 0 || counts.values().size() > FACET_VALUES;
    return counts.facet().label() + ": " + shown + (more ? ", …" : "");
  }
}
