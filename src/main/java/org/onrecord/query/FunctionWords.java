package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.query.Query.Word;

/**
 * The words that hold English sentences together and say nothing of what they are about: the, of,
 * whether. Written in capitals ({@code US}, {@code IT}, {@code WHO}) they are names.
 */
public final class FunctionWords {
  private static final Set<String> WORDS =
      Set.of(
          """
          a about above after again against all also am among an and any anybody anyone
          anything are aren't as at be because been before being below between both but by
          can can't cannot could couldn't did didn't do does doesn't doing don't down due
          during each either etc every few find for found from further get gets getting
          given gives giving got had hadn't has hasn't have haven't having he he'd he'll
          he's hence her here hers herself him himself his how however http https i i'd
          i'll i'm i've if in into is isn't it it'll it's its itself just let let's made
          make makes making may me might more most must my myself neither no nor not now
          of off on once only onto or other others our ours ourselves out over own per put
          rather rt same shall she she'd she'll she's should shouldn't since so some
          somebody someone something such than that that's the their theirs them
          themselves then there there's therefore these they they'd they'll they're
          they've this those though through thus to too under until unto up upon us use
          used uses using very via was wasn't we we'd we'll we're we've were weren't what
          what's whatever when where whereas whether which while who who's whom whose why
          will with within without won't would wouldn't www yet you you'd you'll you're
          you've your yours yourself yourselves\
          """
              .split("\\s+"));

  private FunctionWords() {}

  /** Whether a word as typed is one; apostrophes may be curly. */
  public static boolean isOne(String word) {
    boolean name = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    return !name && WORDS.contains(word.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
  }

  /**
   * The clauses but for function words; all of them where there is nothing else. One with a capital
   * behind another word with one is part of a name: Theresa May.
   */
  static List<Query> leftOut(List<Query> clauses) {
    List<Query> others = new ArrayList<>();
    boolean capital = false;
    for (Query clause : clauses) {
      boolean before = capital;
      capital = clause instanceof Word(String text, int _) && isCapitalised(text);
      boolean function = clause instanceof Word(String text, int _) && isOne(text);
      if (!function || before && capital) {
        others.add(clause);
      }
    }
    return others.isEmpty() ? clauses : others;
  }

  private static boolean isCapitalised(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }
}
