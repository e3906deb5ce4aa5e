package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameStretches.Stretch;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Finds the names in a paragraph by what a {@link NameModel} has learnt. Thread-safe. */
public final class NameTagger {
  private static final int TAGS = NameTag.COUNT;

  private final Registry registry;
  private final NameModel model;
  private final WordSigns.Cache signs;

  public NameTagger(Registry registry, NameModel model) {
    this.registry = registry;
    this.model = model;
    this.signs = new WordSigns.Cache(registry);
  }

  /** A name: its tokens, end exclusive, and its kind. */
  public record Tagged(int first, int end, Kind kind) {}

  /**
   * The names of a paragraph, in order.
   *
   * @param names what rules alone take for names there
   */
  List<Tagged> tag(Paragraph paragraph, ArticleWords words, List<NameMention> names) {
    List<Tagged> found = new ArrayList<>();
    NameFeatures features = new NameFeatures(registry, signs, paragraph, words, names);
    for (Stretch stretch : NameStretches.in(paragraph)) {
      int size = stretch.end() - stretch.first();
      float[] scores = new float[size * TAGS];
      short[] allowed = new short[size];
      Arrays.fill(allowed, NameTag.ANY);
      for (int i = 0; i < size; i++) {
        long[] hashes = features.of(stretch, stretch.first() + i);
        model.score(hashes, features.count(), scores, i * TAGS);
      }
      add(paragraph, stretch, NameModel.decode(scores, model.transitions, allowed), found);
    }
    return Nicknames.joined(paragraph.tokens(), found);
  }

  private static void add(
      Paragraph paragraph, Stretch stretch, NameTag[] tags, List<Tagged> found) {
    int i = 0;
    while (i < tags.length) {
      Kind kind = tags[i].kind();
      int end = i + 1;
      if (kind != null) {
        while (end < tags.length && tags[end].isInside()) {
          end++;
        }
        addName(paragraph.tokens(), stretch.first() + i, stretch.first() + end, kind, found);
      }
      i = end;
    }
  }

  /**
   * A name begins and ends with a word of its own, and a person's not with an ordinary word that
   * has a capital for its place: "Friend" Amanda Hale.
   */
  private static void addName(
      List<Token> tokens, int first, int end, Kind kind, List<Tagged> found) {
    int from = first;
    int to = end;
    while (from < to && !NameStretches.isNameWord(tokens.get(from))) {
      from++;
    }
    while (to > from && !isLast(tokens.get(to - 1))) {
      to--;
    }
    for (int i = from; kind == Kind.PERSON && i + 1 < to; i++) {
      String text = tokens.get(i).text();
      boolean before = Lexicon.isPossessive(text) || i == from && isNoName(tokens, i, to);
      from = before ? i + 1 : from;
    }
    if (to > from) {
      found.add(new Tagged(from, to, kind));
    }
  }

  private static boolean isLast(Token token) {
    return NameStretches.isNameWord(token) || Character.isDigit(token.text().charAt(0));
  }

  /**
   * Whether a word before a given name is none: newswire has it in small letters alone, or it is a
   * heading's, in capitals before words that are not.
   */
  private static boolean isNoName(List<Token> tokens, int i, int end) {
    String text = tokens.get(i).text();
    String next = tokens.get(i + 1).text();
    boolean followed = i + 2 < end && Lexicon.ENGLISH.isGivenName(next);
    boolean heading =
        text.length() > 2 && LetterCase.isCapitals(text) && !LetterCase.isCapitals(next);
    boolean small = !Lexicon.ENGLISH.isGivenName(text) && OrdinaryWords.isOrdinaryInNews(text);
    boolean joined =
        text.contains("-") && Character.isLowerCase(text.charAt(text.indexOf('-') + 1));
    return followed && !text.contains(".") && (heading || small || joined);
  }
}
