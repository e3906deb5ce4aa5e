package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Names in a headline where every word is capitalised, so that only known names can be told. */
public final class HeadlineNames {
  private HeadlineNames() {}

  /**
   * The full names in the headline of those whom the article itself calls by surname alone: "Press
   * Briefing by Secretary Marta Quill", and then "MS. QUILL".
   *
   * @param surnames folded
   */
  static List<NameMention> introduced(Paragraph paragraph, Set<String> surnames) {
    List<NameMention> found = new ArrayList<>();
    List<Token> tokens = paragraph.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      if (surnames.contains(NameForm.fold(tokens.get(i).text()))) {
        int first = i - 1;
        while (first > 0 && i - first < 3 && !isGivenName(tokens.get(first))) {
          first--;
        }
        boolean named = isGivenName(tokens.get(first));
        if (!named && RolePhrases.endWithRole(tokens, Math.max(0, i - 4), i - 1)) {
          first = i - 1;
          named = Lexicon.ENGLISH.role(tokens.get(first).text()).isEmpty();
        }
        for (int k = first + 1; named && k < i; k++) {
          named = isGivenName(tokens.get(k)) || tokens.get(k).text().length() <= 2;
        }
        named &= tokens.get(first).isCapitalised() && !OrdinaryWords.isOrdinary(tokens.get(first));
        if (named) {
          found.add(mention(paragraph, first, i + 1));
        }
      }
    }
    return found;
  }

  /**
   * Whether a name in a headline is surely one and no more: a given name and a surname, perhaps an
   * initial between them, and neither an ordinary word.
   */
  static boolean isWhole(NameMention name, ArticleWords words) {
    List<String> of = name.words();
    boolean size = of.size() == 2 || of.size() == 3 && of.get(1).length() <= 2;
    return size
        && Lexicon.ENGLISH.isGivenName(of.getFirst())
        && !Lexicon.ENGLISH.isWordToo(of.getFirst())
        && !OrdinaryWords.isOrdinaryInNews(of.getLast())
        && !words.isOrdinary(Lexicon.lower(of.getLast()));
  }

  private static boolean isGivenName(Token token) {
    return token.isCapitalised() && Lexicon.ENGLISH.isGivenName(token.text());
  }

  /** A person named by these tokens, in small letters but for the first of each word. */
  public static NameMention mention(Paragraph paragraph, int first, int end) {
    List<String> words =
        paragraph.tokens().subList(first, end).stream()
            .map(token -> NameCase.of(token.text(), true))
            .toList();
    boolean possessive =
        end < paragraph.tokens().size() && Lexicon.isPossessive(paragraph.tokens().get(end).text());
    return new NameMention(
        paragraph.ordinal(),
        first,
        end,
        words,
        Kind.PERSON,
        Gender.UNKNOWN,
        false,
        List.of(),
        null,
        possessive,
        false,
        false);
  }
}
