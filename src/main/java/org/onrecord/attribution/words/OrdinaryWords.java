package org.onrecord.attribution.words;

import java.util.Set;
import org.onrecord.segment.Token;
import org.onrecord.segment.WordClusters;

/** Words that have a capital for their place in the sentence and begin no name. */
public final class OrdinaryWords {
  private static final WordClusters CLUSTERS = WordClusters.english();

  private static final Set<String> WORDS =
      Set.of(
          ("the a an and or but nor so yet if as at by for from in into of off on onto out over to"
               + " up with after before since until while when where why who what which that this"
               + " these those there here he she it we they i you his her its our their my your him"
               + " them us me not no yes all any both each every few many most some such one two"
               + " three four five six seven eight nine ten first last next another other also only"
               + " just even still then now today yesterday tomorrow however meanwhile moreover"
               + " although though because despite during through under about according asked"
               + " speaking responding earlier later once again monday tuesday wednesday thursday"
               + " friday saturday sunday january february march april may june july august"
               + " september october november december how do does did is are was were will would"
               + " can could should has have had be been being let more less than like unlike"
               + " against among between without within per via amid following given let's it's"
               + " that's he's she's we're they're i'm there's here's perhaps maybe well oh ok"
               + " nobody everybody everyone somebody someone anybody anyone neither either none"
               + " nothing everything something others whoever okay thanks thank please good great"
               + " breaking update photo image video read see watch click share related"
               + " advertisement copyright editor's note eleven twelve twenty thirty forty fifty"
               + " sixty seventy eighty ninety dozens hundreds thousands millions billions several"
               + " almost nearly roughly around half feb aug sep sept oct nov dec remember instead"
               + " further furthermore additionally similarly indeed thus hence therefore besides"
               + " overall finally initially recently currently previously originally eventually"
               + " ultimately elsewhere whether unless across above below behind beyond along"
               + " alongside near inside outside upon")
              .split(" "));

  /** What follows the hyphen of an adjective: Republican-led, Saudi-hosted, English-language. */
  private static final Set<String> ADJECTIVE_ENDS =
      Set.of(
          "born",
          "language",
          "run",
          "style",
          "era",
          "wide",
          "level",
          "held",
          "like",
          "friendly",
          "bound",
          "state",
          "class",
          "leaning",
          "only",
          "speaking");

  private OrdinaryWords() {}

  /** Whether newswire has a word in small letters and never as it is written here. */
  public static boolean isOrdinaryInNews(String word) {
    return CLUSTERS.path(word) == WordClusters.NONE
        && CLUSTERS.path(Lexicon.lower(word)) != WordClusters.NONE;
  }

  public static boolean contains(String lower) {
    return WORDS.contains(lower);
  }

  /** Whether a capitalised token begins no name; the US is one. */
  public static boolean isOrdinary(Token token) {
    String lower = token.plain();
    return WORDS.contains(lower) && !token.text().equals("US") || isHyphenated(lower);
  }

  private static boolean isHyphenated(String lower) {
    int hyphen = lower.lastIndexOf('-');
    if (hyphen <= 0) {
      return false;
    }
    String end = lower.substring(hyphen + 1);
    return ADJECTIVE_ENDS.contains(end)
        || end.length() > 2 && end.endsWith("ed")
        || WORDS.contains(lower.substring(0, hyphen)) && WORDS.contains(end);
  }
}
