package org.onrecord.attribution.source;

import java.util.BitSet;
import java.util.List;
import org.onrecord.attribution.cast.Subjects;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;

/** Which organisations a paragraph names, and which of them is a sentence's subject. */
public final class BodySubjects {
  private BodySubjects() {}

  /**
   * Notes the organisations of a paragraph: the first of each sentence outside of quoted content
   * that no preposition governs as its subject.
   *
   * @param names those of the paragraph, in order
   * @param here the quotations in it
   */
  public static void add(
      Paragraph paragraph, List<NameMention> names, BodyPhrases phrases, List<Quotation> here) {
    BitSet content = Subjects.content(paragraph, here);
    Sentence last = null;
    for (NameMention name : names) {
      if (!phrases.isBody(name)) {
        continue;
      }
      Body body = phrases.bodies().called(name.name());
      callBy(body, phrases, name);
      Position at = phrases.position(name.first());
      Sentence sentence = paragraph.sentences().get(paragraph.sentenceOf(name.first()));
      boolean subject =
          !sentence.equals(last)
              && !name.possessive()
              && name.kind() != NameMention.Kind.UNKNOWN
              && !content.get(name.first())
              && !isGoverned(phrases, name.first(), sentence);
      if (subject) {
        phrases.bodies().act(at, body);
        last = sentence;
      } else {
        phrases.bodies().see(at, body);
      }
    }
  }

  /** Learns from "the airline Northair" and "Northair, an airline," by which noun a body goes. */
  private static void callBy(Body body, BodyPhrases phrases, NameMention name) {
    if (name.first() > 0) {
      BodyNouns.ENGLISH
          .body(phrases.lower(name.first() - 1))
          .ifPresent(noun -> body.kinds().add(noun.noun()));
    }
    int at = name.end();
    boolean apposed =
        at + 1 < phrases.tokens().size()
            && phrases.tokens().get(at).text().equals(",")
            && (phrases.lower(at + 1).equals("a")
                || phrases.lower(at + 1).equals("an")
                || phrases.lower(at + 1).equals("the"));
    for (int i = at + 2; apposed && i < Math.min(phrases.tokens().size(), at + 8); i++) {
      if (!phrases.tokens().get(i).isWord() || Lexicon.isPreposition(phrases.lower(i))) {
        break;
      }
      BodyNouns.ENGLISH.body(phrases.lower(i)).ifPresent(noun -> body.kinds().add(noun.noun()));
    }
  }

  private static boolean isGoverned(BodyPhrases phrases, int first, Sentence sentence) {
    for (int i = first - 1; i >= Math.max(sentence.first(), first - 4); i--) {
      if (Lexicon.isPreposition(phrases.lower(i))) {
        return true;
      }
      if (!phrases.tokens().get(i).isWord()) {
        return false;
      }
    }
    return false;
  }
}
