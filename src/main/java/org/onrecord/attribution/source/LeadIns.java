package org.onrecord.attribution.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.quotation.Quotation;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/**
 * The source of words that stand between marks and for which none was found: whoever does what the
 * sentence before a colon tells, "Alder made the following remark:", or has the name before the
 * colon itself, "Alder: 'Never again'". The sentence has to begin with the name of a person.
 */
public final class LeadIns {
  /** What may stand before the clause that the name begins. */
  private static final Set<String> STARTS = Set.of(",", ":", "—", "–", "--", "-");

  private static final Set<String> OF_TIMES =
      Set.of("this", "last", "next", "earlier", "later", "every", "each", "a", "the");

  private static final Set<String> TIMES =
      Set.of(
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "year",
          "years",
          "morning",
          "afternoon",
          "evening",
          "night",
          "weekend",
          "hours",
          "minutes",
          "time");

  /** Verbs by which something is said of somebody, or done to them. */
  private static final Set<String> PASSIVE = Set.of("was", "were", "is", "are", "been", "being");

  /** What stands before the items of a list. */
  private static final String MARKERS = "-•*–—·▪";

  private final SegmentedArticle article;
  private final Scene scene;

  public LeadIns(SegmentedArticle article, Scene scene) {
    this.article = article;
    this.scene = scene;
  }

  /** The quotation with its source; itself where it has one already or none is found. */
  public Quotation complete(Quotation quotation) {
    Excerpt own = quotation.source();
    if (quotation.isTurn() || own != null && !isNobody(own, quotation)) {
      return quotation;
    }
    Excerpt cue = quotation.cue();
    Excerpt found = cue != null ? subject(cue) : quotation.marked() ? source(quotation) : null;
    if (found == null && cue != null) {
      found = afterParticiple(cue, quotation);
    }
    return quotation.withSource(found);
  }

  /**
   * Whether a source is a time, the place of a dateline, a word of what is said itself, or a thing
   * that no verb lets speak.
   */
  private boolean isNobody(Excerpt source, Quotation quotation) {
    Paragraph paragraph = article.paragraph(source.paragraph());
    int first = paragraph.tokenAt(source.span().start());
    int last = paragraph.tokenAt(source.span().end() - 1);
    String opening = Lexicon.lower(paragraph.tokens().get(first).text());
    String end = Lexicon.lower(paragraph.tokens().get(last).text());
    boolean time = OF_TIMES.contains(opening) && TIMES.contains(end) && last - first < 3;
    boolean dateline =
        scene.touching(paragraph, first, last + 1).stream()
            .anyMatch(name -> isDateline(paragraph, name));
    boolean said =
        source.paragraph() == quotation.paragraph()
            && quotation.segments().stream()
                .anyMatch(
                    segment ->
                        segment.start() <= source.span().start()
                            && source.span().end() <= segment.end());
    boolean participle =
        last == first
            && opening.endsWith("ing")
            && first == sentenceStart(paragraph, first)
            && scene.touching(paragraph, first, last + 1).isEmpty();
    boolean thing =
        quotation.cue() == null && !SourcePhrase.maySpeak(paragraph.tokens(), first, last + 1);
    return time || dateline || said || participle || thing;
  }

  /** The person with whose name the sentence of the words that report begins. */
  private @Nullable Excerpt subject(Excerpt cue) {
    Paragraph paragraph = article.paragraph(cue.paragraph());
    int at = paragraph.tokenAt(cue.span().start());
    boolean passive = isPassive(paragraph, at) || at > 0 && isPassive(paragraph, at - 1);
    return passive ? null : before(paragraph, at);
  }

  /** "Noting that it was late, HALE left": the subject behind what the sentence opens with. */
  private @Nullable Excerpt afterParticiple(Excerpt cue, Quotation quotation) {
    Paragraph paragraph = article.paragraph(cue.paragraph());
    int at = paragraph.tokenAt(cue.span().start());
    Sentence sentence = paragraph.sentences().get(paragraph.sentenceOf(at));
    boolean opens =
        at == sentence.first()
            && cue.text().endsWith("ing")
            && quotation.paragraph() == cue.paragraph();
    int end = opens ? paragraph.tokenAt(quotation.span().end() - 1) + 1 : sentence.end();
    for (NameMention name : scene.touching(paragraph, end, sentence.end())) {
      boolean follows = name.first() > end;
      boolean comma = false;
      for (int i = end; i < name.first(); i++) {
        follows &= !paragraph.tokens().get(i).isWord();
        comma |= paragraph.tokens().get(i).text().equals(",");
      }
      follows &= comma;
      if (follows && !name.possessive() && scene.cast().at(name).isPresent()) {
        return excerpt(paragraph, paragraph.span(name.first(), name.end()));
      }
    }
    return null;
  }

  private @Nullable Excerpt source(Quotation quotation) {
    Paragraph paragraph = article.paragraph(quotation.paragraph());
    int content = paragraph.tokenAt(quotation.span().start());
    int last = content - 1;
    while (last >= 0 && !paragraph.tokens().get(last).isWord() && !isColon(paragraph, last)) {
      last--;
    }
    boolean item = isItem(paragraph, quotation.span().start());
    if (last >= 0 && !item) {
      return isColon(paragraph, last) ? before(paragraph, last) : null;
    }
    Paragraph above = above(paragraph);
    while (item && above != null && isItem(above, above.text().length())) {
      above = above(above);
    }
    int end = above == null ? -1 : above.tokens().size() - 1;
    return above != null && end > 0 && isColon(above, end) ? before(above, end) : null;
  }

  /**
   * Whether what begins at an offset is the next item of a list, as the first line of the paragraph
   * is one: behind "- " or "• ", with no word before it on its line.
   */
  private static boolean isItem(Paragraph paragraph, int offset) {
    String text = paragraph.text();
    boolean list =
        text.length() > 1 && MARKERS.indexOf(text.charAt(0)) >= 0 && text.charAt(1) == ' ';
    int line = text.lastIndexOf('\n', offset - 1) + 1;
    return list
        && (offset == text.length()
            || text.charAt(line) == text.charAt(0)
                && text.substring(line, offset).chars().noneMatch(Character::isLetterOrDigit));
  }

  private static boolean isColon(Paragraph paragraph, int at) {
    return paragraph.tokens().get(at).text().equals(":");
  }

  private @Nullable Paragraph above(Paragraph paragraph) {
    return paragraph.ordinal() == article.paragraphs().getFirst().ordinal()
        ? null
        : article.paragraph(paragraph.ordinal() - 1);
  }

  /** The person with whose name the sentence begins that goes on to a colon or a verb. */
  @Nullable Excerpt before(Paragraph paragraph, int end) {
    Sentence sentence = paragraph.sentences().get(paragraph.sentenceOf(end));
    for (NameMention name : scene.touching(paragraph, sentence.first(), end)) {
      boolean word =
          name.first() == sentence.first()
              && name.words().size() == 1
              && name.kind() != NameMention.Kind.ORGANISATION
              && name.kind() != NameMention.Kind.PLACE
              && scene.cast().at(name).isEmpty();
      if (word || isDateline(paragraph, name)) {
        continue;
      }
      if (opens(paragraph, sentence, name)) {
        boolean person =
            !name.possessive()
                && (scene.cast().at(name).isPresent()
                    || name.kind() == NameMention.Kind.ORGANISATION);
        return person && (name.end() == end || acts(paragraph, name.end()))
            ? excerpt(paragraph, paragraph.span(name.first(), name.end()))
            : null;
      }
    }
    return null;
  }

  private static boolean isDateline(Paragraph paragraph, NameMention name) {
    return name.first() == 0
        && name.end() < paragraph.tokens().size()
        && isColon(paragraph, name.end())
        && Lexicon.ENGLISH.isPlace(name.name());
  }

  private static int sentenceStart(Paragraph paragraph, int token) {
    return paragraph.sentences().get(paragraph.sentenceOf(token)).first();
  }

  private static Excerpt excerpt(Paragraph paragraph, TextSpan span) {
    return new Excerpt(span.in(paragraph.text()), paragraph.ordinal(), span);
  }

  /** Whether a name begins its sentence, or what follows its opening phrase and a comma. */
  private static boolean opens(Paragraph paragraph, Sentence sentence, NameMention name) {
    List<Token> tokens = paragraph.tokens();
    int at = name.first() - 1;
    while (at >= sentence.first()
        && tokens.get(at).isWord()
        && (tokens.get(at).isCapitalised()
            || Lexicon.ENGLISH.role(tokens.get(at).text()).isPresent())) {
      at--;
    }
    String before = at < sentence.first() ? "," : tokens.get(at).text();
    return STARTS.contains(before);
  }

  private static boolean isPassive(Paragraph paragraph, int at) {
    return PASSIVE.contains(Lexicon.lower(paragraph.tokens().get(at).text()));
  }

  private static boolean acts(Paragraph paragraph, int at) {
    String word = paragraph.tokens().get(at).text();
    return word.equals(",")
        || Character.isLowerCase(word.codePointAt(0)) && !isPassive(paragraph, at);
  }
}
