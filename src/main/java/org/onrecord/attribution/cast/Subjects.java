package org.onrecord.attribution.cast;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.cast.Cast.Resolved;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.quotation.Quotation;
import org.onrecord.registry.Gender;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;

/** Who is the subject of each sentence, so that a pronoun after it means that one. */
public final class Subjects {
  private static final Set<String> ASKED = Set.of("asked", "pressed", "questioned", "quizzed");
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether");

  private final Focus focus;

  public Subjects(Focus focus) {
    this.focus = focus;
  }

  /** A person named or described, as tokens of a paragraph. */
  public record Named(int first, int end, Resolved who, boolean possessive) {}

  /**
   * Notes the subjects of a paragraph's sentences: in each the first person outside of quoted
   * content that no preposition governs.
   *
   * @param found the people named or described in it, in order
   * @param here the quotations in it
   */
  public void add(Paragraph paragraph, List<Named> found, List<Quotation> here) {
    BitSet content = content(paragraph, here);
    int next = 0;
    for (Sentence sentence : paragraph.sentences()) {
      Named first = null;
      Named subject = null;
      Named owner = null;
      while (next < found.size() && found.get(next).first() < sentence.end()) {
        Named named = found.get(next++);
        if (content.get(named.first())
            || isInOpeningPhrase(paragraph, sentence, named)
            || Credits.isCredit(paragraph, sentence, named.first(), named.end())) {
          continue;
        }
        if (named.possessive()) {
          boolean ofSomebody =
              RolePhrases.at(paragraph.tokens(), named.end() + 1, sentence.end()).isPresent();
          owner = owner == null && !ofSomebody ? named : owner;
        } else {
          first = first == null ? named : first;
          boolean takes = subject == null && !isGoverned(paragraph, sentence, named);
          subject = takes ? named : subject;
          focus.addOther(new Position(paragraph.ordinal(), named.first()), named.who().member());
        }
      }
      Named chosen = subject != null ? subject : first != null ? first : owner;
      Antecedent pronoun = chosen == null ? null : pronoun(paragraph, sentence, chosen, content);
      if (pronoun != null) {
        focus.add(new Position(paragraph.ordinal(), sentence.first()), pronoun);
      } else if (chosen != null) {
        focus.add(new Position(paragraph.ordinal(), chosen.first()), chosen.who().member());
      }
    }
  }

  /**
   * Whom the pronoun stands for with which the sentence begins, whose subject nobody is then whom
   * it names later: "He spoke of a bond with Tom Hale". Null where it begins with none.
   */
  private @Nullable Antecedent pronoun(
      Paragraph paragraph, Sentence sentence, Named named, BitSet content) {
    int at = sentence.first();
    while (at < named.first() && !paragraph.tokens().get(at).isWord()) {
      at++;
    }
    Gender gender =
        switch (Lexicon.lower(paragraph.tokens().get(at).text())) {
          case "he" -> Gender.MALE;
          case "she" -> Gender.FEMALE;
          default -> Gender.UNKNOWN;
        };
    return gender == Gender.UNKNOWN || content.get(at)
        ? null
        : focus
            .before(new Position(paragraph.ordinal(), at), gender)
            .map(Focus.Found::member)
            .orElse(null);
  }

  /** Whether a preposition stands before the name, only titles and descriptions between. */
  private static boolean isGoverned(Paragraph paragraph, Sentence sentence, Named named) {
    for (int i = named.first() - 1; i >= Math.max(sentence.first(), named.first() - 5); i--) {
      String word = Lexicon.lower(paragraph.tokens().get(i).text());
      if (Lexicon.isPreposition(word)) {
        return true;
      }
      boolean describes =
          paragraph.tokens().get(i).isCapitalised()
              || word.equals("the")
              || Lexicon.ENGLISH.role(word).isPresent()
              || RolePhrases.isFormer(word);
      if (!describes) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether the name stands in a phrase that opens the sentence and has another subject: "Speaking
   * of Tom Hale, she said", "If Tom Hale leaves, she said".
   */
  private static boolean isInOpeningPhrase(Paragraph paragraph, Sentence sentence, Named named) {
    int i = sentence.first();
    while (i < named.first() && !paragraph.tokens().get(i).isWord()) {
      i++;
    }
    String opening = Lexicon.lower(paragraph.tokens().get(i).text());
    boolean phrase =
        i < named.first()
            && (opening.length() > 4 && opening.endsWith("ing")
                || ASKED.contains(opening)
                || CONDITIONS.contains(opening));
    while (phrase && i < named.first()) {
      phrase = !paragraph.tokens().get(i++).text().equals(",");
    }
    return phrase;
  }

  /** The tokens that are quoted content. */
  public static BitSet content(Paragraph paragraph, List<Quotation> here) {
    BitSet content = new BitSet();
    for (Quotation quotation : here) {
      for (TextSpan segment : quotation.segments()) {
        content.set(paragraph.tokenAt(segment.start()), paragraph.tokenAt(segment.end()));
      }
    }
    return content;
  }
}
