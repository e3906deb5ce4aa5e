package org.onrecord.attribution.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.cast.Represented;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Whom the people of an article speak for: "Harbour Board spokeswoman Ruth Alder". */
public final class Spokespeople {
  /** So many tokens lie between a name and the noun at the most. */
  private static final int REACH = 9;

  private final Cast cast;
  private final BodySources sources;
  private final Map<CastMember, Represented> known = new HashMap<>();

  public Spokespeople(Cast cast, BodySources sources) {
    this.cast = cast;
    this.sources = sources;
  }

  /** Whom somebody speaks for by all that was read so far; null where nothing says it. */
  public @Nullable Represented of(CastMember member) {
    return known.get(member);
  }

  /** Reads a paragraph. */
  public void read(Paragraph paragraph, List<NameMention> names, BodyPhrases phrases) {
    List<Token> tokens = paragraph.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).plain();
      boolean secretary =
          i > 0 && word.equals("secretary") && tokens.get(i - 1).plain().equals("press");
      if (secretary || BodyNouns.isSpokesperson(word)) {
        read(paragraph, names, phrases, i);
      }
    }
  }

  private void read(Paragraph paragraph, List<NameMention> names, BodyPhrases phrases, int noun) {
    List<Token> tokens = paragraph.tokens();
    var sentence = paragraph.sentences().get(paragraph.sentenceOf(noun));
    int first = noun;
    while (first > sentence.first()
        && noun - first < REACH
        && !SourcePhrase.isComma(tokens.get(first - 1))) {
      first--;
    }
    int end = noun + 1;
    while (end < sentence.end() && end - noun < REACH && !SourcePhrase.isComma(tokens.get(end))) {
      end++;
    }
    CastMember member = beside(tokens, names, first, noun, end, sentence.end());
    if (member != null && !known.containsKey(member)) {
      Represented body = sources.represented(phrases, first, noun, end);
      if (body != null) {
        known.put(member, body);
      }
    }
  }

  /** The person whose name follows the noun, or whom the phrase is put beside. */
  private @Nullable CastMember beside(
      List<Token> tokens, List<NameMention> names, int first, int noun, int end, int limit) {
    for (NameMention name : NameMention.touching(names, Math.max(0, first - 2), limit)) {
      boolean follows = name.first() == noun + 1;
      boolean apposed =
          name.first() == end + 1 && end < tokens.size() && tokens.get(end).text().equals(",");
      boolean before =
          name.end() == first - 1 && first > 0 && tokens.get(first - 1).text().equals(",");
      Optional<CastMember> who =
          follows || apposed || before
              ? cast.at(name).map(Cast.Resolved::member)
              : Optional.empty();
      if (who.isPresent()) {
        return who.get();
      }
    }
    return null;
  }
}
