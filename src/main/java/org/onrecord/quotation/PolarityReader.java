package org.onrecord.quotation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/**
 * Decides what a report does with its content, by the reporting word, what stands before it in its
 * clause ({@link Predicate}) and how the content begins. Where nothing speaks against it, the
 * content is affirmed.
 *
 * <p>The distinctions are those of factuality annotation (Saurí and Pustejovsky, FactBank, 2009),
 * narrowed to the reporting clause.
 */
final class PolarityReader {
  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "if", "whether", "why", "what", "who", "whom", "whose", "which", "when", "where", "how",
          "about", "regarding", "as", "on", "over");
  private static final Set<String> SILENCE = Set.of("silent", "silence", "mum", "unsure", "unclear");
  private static final Set<String> ON = Set.of("about", "on", "of", "to", "regarding", "over");
  private static final int REACH = 3;

  private final ParagraphView view;
  private final Range content;
  private final QuotationKind kind;
  private final @Nullable Range cue;
  private final int subject;

  /**
   * A report.
   *
   * @param source the source's tokens in the same paragraph, or null
   */
  PolarityReader(
      ParagraphView view,
      Range content,
      QuotationKind kind,
      @Nullable Range cue,
      @Nullable Range source) {
    this.view = view;
    this.content = content;
    this.kind = kind;
    this.cue = cue;
    this.subject = source == null ? -1 : source.first();
  }

  /** The quotations of an article, each with its polarity. */
  static List<Quotation> read(List<Quotation> quotations, List<ParagraphView> views) {
    return quotations.stream().map(q -> q.withPolarity(of(q, views))).toList();
  }

  private static Polarity of(Quotation quotation, List<ParagraphView> views) {
    for (ParagraphView view : views) {
      if (view.paragraph.ordinal() == quotation.paragraph()) {
        return new PolarityReader(
                view,
                tokens(view, quotation.segments().getFirst()),
                quotation.kind(),
                tokens(view, quotation.cue()),
                tokens(view, quotation.source()))
            .polarity();
      }
    }
    return Polarity.AFFIRMED;
  }

  private static @Nullable Range tokens(ParagraphView view, @Nullable Mention mention) {
    boolean here = mention != null && mention.paragraph() == view.paragraph.ordinal();
    return here && mention != null ? tokens(view, mention.span()) : null;
  }

  /** The tokens of a span, at least one. */
  static Range tokens(ParagraphView view, TextSpan span) {
    List<Token> tokens = view.paragraph.tokens();
    int first = 0;
    while (first + 1 < view.size && tokens.get(first).span().end() <= span.start()) {
      first++;
    }
    int end = first + 1;
    while (end < view.size && tokens.get(end).span().start() < span.end()) {
      end++;
    }
    return new Range(first, end);
  }

  Polarity polarity() {
    int head = head();
    if (head < 0) {
      return isQuestion() ? Polarity.ASKED : Polarity.AFFIRMED;
    }
    Predicate predicate = new Predicate(view, head, subjectOf(head));
    ReportVerbs act = ReportVerbs.of(view.lower[head]);
    if (predicate.left) {
      return Polarity.UNSAID;
    }
    if (predicate.refused) {
      return predicate.negated ? Polarity.UNSAID : Polarity.REFUSED;
    }
    if (act == ReportVerbs.KNOW && predicate.wanted) {
      return predicate.negated ? Polarity.UNSAID : Polarity.ASKED;
    }
    if (predicate.conditional || predicate.intended) {
      return predicate.conditional || !predicate.negated
          ? Polarity.HYPOTHETICAL
          : Polarity.UNSAID;
    }
    if (predicate.denied) {
      return predicate.negated ? Polarity.UNSAID : Polarity.DENIED;
    }
    return switch (predicate.modal()) {
      case WILL ->
          predicate.negated && !predicate.perfect ? Polarity.REFUSED : Polarity.HYPOTHETICAL;
      case CAN -> predicate.negated ? Polarity.UNSAID : Polarity.HYPOTHETICAL;
      case MAY -> Polarity.HYPOTHETICAL;
      case NONE ->
          predicate.negated || isOfNothing(head, act)
              ? act == ReportVerbs.AGREE ? Polarity.DENIED : Polarity.UNSAID
              : said(head, act);
    };
  }

  private int subjectOf(int head) {
    boolean before = subject >= 0 && subject < head && view.sentence[subject] == view.sentence[head];
    return before ? subject : -1;
  }

  /** The word that reports: the cue's last verb, else its last word, else a verb before content. */
  private int head() {
    if (cue == null) {
      int least = Math.max(view.sentenceAt(content.first()).first(), content.first() - REACH);
      for (int i = content.first() - 1; i >= least && kind != QuotationKind.DIRECT; i--) {
        if (view.isVerb(i)) {
          return i;
        }
      }
      return -1;
    }
    int last = -1;
    for (int i = cue.first(); i < cue.end(); i++) {
      boolean word = Character.isLetter(view.lower[i].codePointAt(0));
      boolean named = ReportVerbs.of(view.lower[i]) != ReportVerbs.SAY && !view.lower[i].equals("about");
      boolean verb = view.pos[i].equals("VERB") || named;
      if (verb || word && (last < 0 || !view.isVerb(last)) && !view.pos[i].equals("ADP")) {
        last = i;
      }
    }
    return last;
  }

  /** "gave no details", "said nothing about", "remained silent on". */
  private boolean isOfNothing(int head, ReportVerbs act) {
    for (int i = head; cue != null && i < Math.max(cue.end(), head + REACH) && i < view.size; i++) {
      if (i < content.first() || i >= content.end()) {
        if (SILENCE.contains(view.lower[i])) {
          return true;
        }
      }
    }
    if (head + 2 >= view.size) {
      return false;
    }
    String next = view.lower[head + 1];
    boolean nothing = next.equals("nothing") && ON.contains(view.lower[head + 2]);
    return nothing || act == ReportVerbs.GIVE && next.equals("no");
  }

  private Polarity said(int head, ReportVerbs act) {
    return switch (act) {
      case ASK -> isDemand(head) ? Polarity.AFFIRMED : Polarity.ASKED;
      case QUESTION -> Polarity.ASKED;
      case DENY -> isJudgement() ? Polarity.AFFIRMED : Polarity.DENIED;
      case RULE -> hasParticle(head) ? Polarity.DENIED : Polarity.AFFIRMED;
      case REFUSE -> Polarity.REFUSED;
      case LEAVE, REFRAIN -> Polarity.UNSAID;
      case WANT -> asksDirectly(head) ? Polarity.ASKED : Polarity.AFFIRMED;
      case SAY, AGREE, INTEND, GIVE, KNOW -> isQuestion() ? Polarity.ASKED : Polarity.AFFIRMED;
    };
  }

  private boolean hasParticle(int head) {
    return head + 1 < view.size && view.lower[head + 1].equals("out");
  }

  /** "dismissed the claims as baseless": what is said is what follows "as". */
  private boolean isJudgement() {
    int first = content.first();
    return view.lower[first].equals("as")
        || first > 0 && cue != null && first > cue.end() && view.lower[first - 1].equals("as");
  }

  private boolean asksDirectly(int head) {
    int first = content.first();
    return first == head + 1
        && QUESTION_WORDS.contains(view.lower[first])
        && !ON.contains(view.lower[first])
        && !view.lower[first].equals("as");
  }

  /** Whether what is asked is to be done: "asked the council to …", "asked for", "asked that". */
  private boolean isDemand(int head) {
    if (kind == QuotationKind.DIRECT) {
      return false;
    }
    int first = content.first();
    if (first < head) {
      return false;
    }
    String begins = view.lower[first];
    String before = first - 1 > head ? view.lower[first - 1] : "";
    if (QUESTION_WORDS.contains(begins) || QUESTION_WORDS.contains(before)) {
      return false;
    }
    if (begins.equals("that") || begins.equals("for") || before.equals("for")) {
      return true;
    }
    for (int i = first; i + 1 < content.end() && view.sentence[i] == view.sentence[first]; i++) {
      if (QUESTION_WORDS.contains(view.lower[i])) {
        return false;
      }
      if (view.lower[i].equals("to") && view.isVerb(i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether every sentence of what is said ends with a question mark. */
  private boolean isQuestion() {
    if (kind == QuotationKind.INDIRECT && cue != null) {
      return false;
    }
    for (int s = view.sentence[content.first()]; s <= view.sentence[content.end() - 1]; s++) {
      Sentence sentence = view.paragraph.sentences().get(s);
      if (!asks(Math.max(sentence.first(), content.first()), Math.min(sentence.end(), content.end()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a question mark ends these tokens, or follows them at once. */
  private boolean asks(int first, int end) {
    int last = end - 1;
    while (last > first && (view.lower[last].equals("”") || view.lower[last].equals("’"))) {
      last--;
    }
    return view.lower[last].equals("?") || end < view.size && view.lower[end].equals("?");
  }
}
