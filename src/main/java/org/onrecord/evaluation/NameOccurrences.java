package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.training.AnnotatedNames.Entity;
import org.onrecord.attribution.training.NameKind;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;
import org.onrecord.segment.Token;

/** Where in an article names stand that are known to be in it: whole, and people's surnames. */
final class NameOccurrences {
  private final Segmenter segmenter;
  private final SegmentedArticle article;
  private final Map<String, NameKind> names = new LinkedHashMap<>();

  NameOccurrences(Segmenter segmenter, SegmentedArticle article) {
    this.segmenter = segmenter;
    this.article = article;
  }

  void add(String name, boolean person) {
    names.putIfAbsent(name.strip(), person ? NameKind.PERSON : NameKind.ORGANISATION);
  }

  /** Every occurrence of the names, longer ones first. */
  List<Entity> found() {
    List<Entity> found = new ArrayList<>();
    names.forEach(
        (name, kind) -> {
          List<String> words = words(name);
          boolean capitals =
              !words.isEmpty() && isCapital(words.getFirst()) && isCapital(words.getLast());
          if (capitals && (kind == NameKind.ORGANISATION || words.size() > 1)) {
            find(words, kind, false, found);
            if (kind == NameKind.PERSON && words.getLast().length() > 2) {
              find(List.of(words.getLast()), kind, true, found);
            }
          }
        });
    return found;
  }

  private void find(List<String> words, NameKind kind, boolean alone, List<Entity> found) {
    Set<String> small = alone ? smallWords() : Set.of();
    for (Paragraph paragraph : article.paragraphs()) {
      List<Token> tokens = paragraph.tokens();
      for (int i = 0; i + words.size() <= tokens.size(); i++) {
        int end = i + words.size();
        boolean same = true;
        for (int k = 0; same && k < words.size(); k++) {
          same = tokens.get(i + k).text().equals(words.get(k));
        }
        boolean free = !alone || isFree(tokens, i) && !small.contains(tokens.get(i).lower());
        if (same && free) {
          TextSpan span = paragraph.span(i, end).shift(paragraph.offset());
          TextSpan head = paragraph.span(end - 1, end).shift(paragraph.offset());
          found.add(new Entity(span, head, kind));
        }
      }
    }
  }

  private static boolean isFree(List<Token> tokens, int i) {
    boolean before = i > 0 && isCapital(tokens.get(i - 1).text());
    boolean after = i + 1 < tokens.size() && isCapital(tokens.get(i + 1).text());
    return !before && !after;
  }

  private Set<String> smallWords() {
    Set<String> small = new HashSet<>();
    for (Paragraph paragraph : article.paragraphs()) {
      for (Token token : paragraph.tokens()) {
        if (Character.isLowerCase(token.text().codePointAt(0))) {
          small.add(token.text());
        }
      }
    }
    return small;
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  private List<String> words(String name) {
    Article article =
        new Article(
            new ArticleId("name"),
            null,
            null,
            null,
            null,
            null,
            null,
            name,
            Map.of(),
            new Provenance("name", 0, 1, "gold"));
    List<String> words = new ArrayList<>();
    for (Paragraph paragraph : segmenter.segment(article).paragraphs()) {
      paragraph.tokens().forEach(token -> words.add(token.text()));
    }
    return words.size() > 1 && words.getFirst().equals("The")
        ? words.subList(1, words.size())
        : words;
  }
}
