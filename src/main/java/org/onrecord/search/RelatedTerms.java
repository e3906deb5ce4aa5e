package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.ArticleId;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.DocumentType;

/**
 * Finds other words for what was typed in what the archive's own texts say of it: an abbreviation
 * in brackets with its expansion (Schwartz and Hearst 2003, whose letters it has to be made of),
 * and what "X, also known as Y" and "X, or Y" put side by side. Nothing is known beforehand, and
 * what one article alone says is not taken, unless the letters bear it out.
 */
public final class RelatedTerms {
  /** How many paragraphs are read for each of the two searches. */
  private static final int READ = 100;

  private static final int MOST = 3;
  private static final int MOST_WORDS = 5;

  /** So many articles say it where no letters bear it out. */
  private static final int FEWEST_ARTICLES = 2;

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.'’-]*");
  private static final Pattern ABBREVIATION = Pattern.compile("[\\p{Lu}][\\p{Lu}\\p{N}&]{1,7}s?");

  /** A run of words of a name: capitals, with small words between them. */
  private static final String NAME =
      "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’&-]*"
          + "(?: (?:(?:of|the|and|for|to|on|in|de) ){0,2}\\p{Lu}[\\p{L}\\p{M}\\p{N}'’&-]*){0,7}";

  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "to", "on", "in", "de");

  private static final String KNOWN =
      ",? (?:(?:is|are|was|also|better|more|formally|formerly|commonly|officially|popularly"
          + "|otherwise|often|widely|sometimes) ){0,3}(?:known as|called|dubbed|nicknamed)"
          + " (?:the )?[“‘\"']?";

  private RelatedTerms() {}

  /**
   * Of a question whose words are plain ones; none of any other.
   *
   * @return at most three, that which most articles say first
   */
  public static List<Related> of(SearchQuestion question, SearchRequest asked) throws IOException {
    String typed = asked.q().strip();
    if (asked.syntax() != QuerySyntax.ONRECORD || !isPlain(typed)) {
      return List.of();
    }
    Run run = new Run(typed);
    String phrase = "\"" + typed + "\"";
    for (String q : List.of(phrase, phrase + " (known OR called OR dubbed OR nicknamed)")) {
      run.read(question.again(wanted(asked, q)).result());
    }
    List<Related> related = new ArrayList<>();
    for (Run.Found found : run.best()) {
      long total =
          question
              .again(wanted(asked, "\"" + found.text() + "\"").forTotal())
              .result()
              .totalUnfolded();
      if (total > 0 && related.size() < MOST) {
        related.add(new Related(found.text(), found.articles(), total));
      }
    }
    return related;
  }

  /** Paragraphs of everywhere and any day that hold all of this. */
  private static SearchRequest wanted(SearchRequest asked, String q) {
    return SearchRequest.of(q)
        .withTypes(Set.of(DocumentType.PARAGRAPH))
        .withVariants(NameVariants.OFF)
        .withPage(SortOrder.RELEVANCE, READ, null)
        .withFacets(new FacetsWanted(Set.of(), 1, asked.interval()));
  }

  private static boolean isPlain(String typed) {
    List<String> words = List.of(typed.split("\\s+", MOST_WORDS + 1));
    return words.size() <= MOST_WORDS
        && words.stream().allMatch(word -> PLAIN.matcher(word).matches())
        && words.stream().noneMatch(Set.of("AND", "OR", "NOT", "NEAR")::contains);
  }

  /** What is read of texts. For one thread. */
  static final class Run {
    private final String typed;
    private final List<Pattern> brackets;
    private final List<Pattern> told;
    private final Map<String, Map<String, Integer>> spellings = new HashMap<>();
    private final Map<String, Set<ArticleId>> articles = new HashMap<>();

    /** What was found, as it is spelt most often. */
    record Found(String text, int articles) {}

    Run(String typed) {
      this.typed = typed;
      String own = "(?i:\\b" + Pattern.quote(typed) + "\\b)";
      this.brackets =
          List.of(
              Pattern.compile(own + "(?:['’]s)? \\((?:the )?[“\"]?([^()“”\"]{2,60})[”\"]?\\)"),
              Pattern.compile("\\b(" + NAME + ") \\((?:the )?[“\"]?" + own + "[”\"]?\\)"));
      this.told =
          List.of(
              Pattern.compile(own + KNOWN + "(" + NAME + ")"),
              Pattern.compile("\\b(" + NAME + ")" + KNOWN + own),
              Pattern.compile("\\b(" + NAME + "), or (?:the )?[“\"]?" + own + "(?=[,”\"])"),
              Pattern.compile(own + ", or (?:the )?[“\"]?(" + NAME + ")(?=[,”\"])"));
    }

    void read(SearchResult result) {
      if (!result.relaxed()) {
        for (Hit hit : result.hits()) {
          if (hit instanceof Hit.ParagraphHit found) {
            read(found.article().id(), found.paragraph().text());
          }
        }
      }
    }

    void read(ArticleId article, String text) {
      for (Pattern pattern : brackets) {
        read(article, pattern.matcher(text), true);
      }
      for (Pattern pattern : told) {
        read(article, pattern.matcher(text), false);
      }
    }

    private void read(ArticleId article, Matcher found, boolean bracketed) {
      while (found.find()) {
        String name = name(found.group(1).strip(), bracketed);
        if (!name.isEmpty()) {
          String key = name.toLowerCase(Locale.ROOT);
          spellings.computeIfAbsent(key, _ -> new HashMap<>()).merge(name, 1, Integer::sum);
          articles.computeIfAbsent(key, _ -> new HashSet<>()).add(article);
        }
      }
    }

    /** The name in what was found beside the typed words; empty for none. */
    private String name(String found, boolean bracketed) {
      String name =
          found
              .replaceFirst("^(?:The|An?|In|Under|But|And|If) ", "")
              .replaceFirst("['’]s$", "")
              .strip();
      if (name.length() < 2 || name.equalsIgnoreCase(typed)) {
        return "";
      }
      if (ABBREVIATION.matcher(typed).matches()) {
        return expansion(name);
      }
      if (ABBREVIATION.matcher(name).matches()) {
        return isOf(name, typed) ? name : "";
      }
      if (Arrays.stream(name.split(" ", -1))
          .filter(word -> !SMALL.contains(word))
          .allMatch(word -> ABBREVIATION.matcher(word).matches())) {
        return "";
      }
      // In brackets stands anything; of a name of several words it is hardly anything else.
      boolean several = name.contains(" ") && Pattern.matches(NAME, name);
      return Character.isUpperCase(name.codePointAt(0)) && (!bracketed || several) ? name : "";
    }

    /** The last words whose letters an abbreviation is made of, in order; empty where none are. */
    private String expansion(String name) {
      List<String> words = List.of(name.split(" ", -1));
      for (int from = words.size() - 1; from >= 0; from--) {
        String some = String.join(" ", words.subList(from, words.size()));
        if (isOf(typed, some)) {
          return some;
        }
      }
      return "";
    }

    /** Whether the letters of an abbreviation begin words of a name, small words passed over. */
    static boolean isOf(String abbreviation, String name) {
      String letters =
          abbreviation.replaceAll("s$", "").replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
      StringBuilder all = new StringBuilder();
      StringBuilder main = new StringBuilder();
      for (String word : name.split("[ -]+", -1)) {
        if (!word.isEmpty()) {
          char first = Character.toLowerCase(word.charAt(0));
          all.append(first);
          if (!SMALL.contains(word.toLowerCase(Locale.ROOT))) {
            main.append(first);
          }
        }
      }
      return letters.length() > 1 && (letters.contentEquals(main) || letters.contentEquals(all));
    }

    List<Found> best() {
      List<Found> all =
          articles.entrySet().stream()
              .map(each -> new Found(spelt(each.getKey()), each.getValue().size()))
              .filter(one -> one.articles() >= FEWEST_ARTICLES || isBorneOut(one.text()))
              .sorted(
                  Comparator.comparingInt(Found::articles).reversed().thenComparing(Found::text))
              .toList();
      List<Found> best = new ArrayList<>();
      for (Found one : all) {
        if (best.size() < 2 * MOST && best.stream().noneMatch(better -> isPart(one, better))) {
          best.add(one);
        }
      }
      return best;
    }

    /** Whether one is the other but for an ending, or the words about it. */
    private static boolean isPart(Found one, Found better) {
      String own = one.text().toLowerCase(Locale.ROOT);
      String other = better.text().toLowerCase(Locale.ROOT);
      return own.contains(other) || other.contains(own);
    }

    private boolean isBorneOut(String text) {
      return isOf(typed, text) || isOf(text, typed);
    }

    private String spelt(String key) {
      return spellings.getOrDefault(key, Map.of()).entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .orElse(key);
    }
  }
}
