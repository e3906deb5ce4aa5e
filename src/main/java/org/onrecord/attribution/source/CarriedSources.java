package org.onrecord.attribution.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/**
 * The source of words for which the speaker of the words before them was taken, where a sentence
 * that ends with a colon announces them: whoever it says speaks, "Later Hale wrote:", and nobody
 * where it names somebody and does not say who speaks. What follows without another colon is whose
 * the announced words are. For the quotations of one article, in their order.
 */
public final class CarriedSources {
  private static final Set<String> PRONOUNS = Set.of("he", "she");

  /** So many words stand between a pronoun that speaks and the colon at the most. */
  private static final int NEAR = 6;

  private final SegmentedArticle article;
  private final Scene scene;
  private final LeadIns leadIns;
  private @Nullable Excerpt taken;
  private @Nullable Excerpt meant;

  public CarriedSources(SegmentedArticle article, Scene scene, LeadIns leadIns) {
    this.article = article;
    this.scene = scene;
    this.leadIns = leadIns;
  }

  /** The quotation with the source that was announced; itself where none was carried over to it. */
  public Quotation checked(Quotation quotation) {
    Excerpt carried = quotation.source();
    if (carried == null || quotation.isTurn() || !quotation.isCarriedOver()) {
      return quotation;
    }
    Colon colon = colon(quotation);
    if (colon == null || !isDecisive(colon, carried)) {
      return carried.equals(taken) ? quotation.withSource(meant) : quotation;
    }
    taken = carried;
    meant = announced(colon);
    return quotation.withSource(meant);
  }

  /** A colon right before the words, and the sentence that it ends. */
  private record Colon(Paragraph paragraph, Sentence sentence, int at) {}

  private @Nullable Colon colon(Quotation quotation) {
    Paragraph paragraph = article.paragraph(quotation.paragraph());
    int at = paragraph.tokenAt(quotation.span().start()) - 1;
    while (at >= 0 && isMark(paragraph.tokens().get(at))) {
      at--;
    }
    if (at < 0 && paragraph.ordinal() > article.paragraphs().getFirst().ordinal()) {
      paragraph = article.paragraph(paragraph.ordinal() - 1);
      at = paragraph.tokens().size() - 1;
    }
    return at >= 0 && paragraph.tokens().get(at).text().equals(":")
        ? new Colon(paragraph, paragraph.sentences().get(paragraph.sentenceOf(at)), at)
        : null;
  }

  private static boolean isMark(Token token) {
    return !token.isWord() && !token.text().equals(":") && !token.text().equals(".");
  }

  /**
   * Whether a sentence tells who speaks or somebody else than who was taken: it has a name or a
   * pronoun, and not the source that was taken.
   */
  private boolean isDecisive(Colon colon, Excerpt carried) {
    int start = colon.paragraph().tokens().get(colon.sentence().first()).start();
    boolean within =
        carried.paragraph() == colon.paragraph().ordinal() && carried.span().start() >= start;
    return !within && (pronoun(colon) >= 0 || !names(colon).isEmpty());
  }

  private List<NameMention> names(Colon colon) {
    return scene.touching(colon.paragraph(), colon.sentence().first(), colon.at()).stream()
        .filter(
            name ->
                name.kind() == NameMention.Kind.ORGANISATION || scene.cast().at(name).isPresent())
        .toList();
  }

  private @Nullable Excerpt announced(Colon colon) {
    int pronoun = pronoun(colon);
    if (pronoun >= 0) {
      return excerpt(colon.paragraph(), pronoun, pronoun + 1);
    }
    Excerpt subject = leadIns.before(colon.paragraph(), colon.at());
    return subject == null ? owner(colon) : subject;
  }

  /** Where a pronoun stands shortly before the colon, with a verb behind it; -1 where none does. */
  private static int pronoun(Colon colon) {
    List<Token> tokens = colon.paragraph().tokens();
    for (int i = colon.at() - 2; i >= Math.max(colon.sentence().first(), colon.at() - NEAR); i--) {
      if (PRONOUNS.contains(Lexicon.lower(tokens.get(i).text())) && tokens.get(i + 1).isWord()) {
        return i;
      }
    }
    return -1;
  }

  /** Whose statement, letter or words are announced: "Here is HALE's full statement:". */
  private @Nullable Excerpt owner(Colon colon) {
    List<Token> tokens = colon.paragraph().tokens();
    for (NameMention name : names(colon)) {
      int next = name.end();
      while (next < colon.at() && Lexicon.isPossessive(tokens.get(next).text())) {
        next++;
      }
      if (name.possessive() && colon.at() - next < NEAR && WritingNouns.follows(tokens, next)) {
        return excerpt(colon.paragraph(), name.first(), name.end());
      }
    }
    return null;
  }

  private static Excerpt excerpt(Paragraph paragraph, int first, int end) {
    var span = paragraph.span(first, end);
    return new Excerpt(span.in(paragraph.text()), paragraph.ordinal(), span);
  }
}
