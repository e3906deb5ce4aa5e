package org.onrecord.quotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.Polarity;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.CueLexicon.CueClass;
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
          "if", "whether", "why", "what", "who", "whom", "whose", "which", "when", "where", "how");

  /** What a question can be about after "asked". */
  private static final Set<String> TOPIC = Set.of("about", "regarding", "as", "on", "over");

  /** What begins a question also where it stands within what is asked. */
  private static final Set<String> INDIRECT = Set.of("if", "whether", "why", "what", "how");

  private static final Set<String> KEEP =
      Set.of(
          "remain", "remained", "remains", "maintain", "maintained", "maintains", "keep", "kept");
  private static final Set<String> ASKERS = Set.of("q", "q.", "question", "reporter");
  private static final Set<String> SILENCE =
      Set.of("silent", "silence", "mum", "unsure", "unclear");
  private static final Set<String> ON = Set.of("about", "on", "of", "to", "regarding", "over");
  private static final int REACH = 3;
  private static final int LONGEST_OBJECT = 8;

  private final ParagraphView view;
  private final Range content;
  private final QuotationKind kind;
  private final @Nullable Range cue;
  private final @Nullable Range source;

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
    this.source = source;
  }

  /** The quotations of an article, each with its polarity. */
  static List<Quotation> read(List<Quotation> quotations, List<ParagraphView> views) {
    Map<Integer, ParagraphView> paragraphs = new HashMap<>();
    views.forEach(view -> paragraphs.put(view.paragraph.ordinal(), view));
    return quotations.stream().map(q -> read(q, paragraphs.get(q.paragraph()))).toList();
  }

  /** The quotation with its polarity; who is asked something is not its source. */
  private static Quotation read(Quotation quotation, @Nullable ParagraphView view) {
    if (view == null || view.size == 0) {
      return quotation;
    }
    PolarityReader reader =
        new PolarityReader(
            view,
            tokens(view, quotation.segments().getFirst()),
            quotation.kind(),
            tokens(view, quotation.cue()),
            tokens(view, quotation.source()));
    Quotation read = quotation.withPolarity(reader.polarity());
    return reader.isPutToSource() ? read.withSource(null) : read;
  }

  private static @Nullable Range tokens(ParagraphView view, @Nullable Excerpt mention) {
    boolean here = mention != null && mention.paragraph() == view.paragraph.ordinal();
    return here && mention != null ? tokens(view, mention.span()) : null;
  }

  /** The tokens of a span, at least one. */
  static Range tokens(ParagraphView view, TextSpan span) {
    List<Token> tokens = view.paragraph.tokens();
    int first = Math.min(view.paragraph.tokenAt(span.start()), view.size - 1);
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
    int verb = view.isVerb(head) ? head : denied(head);
    return reported(verb < 0 ? head : verb);
  }

  /**
   * Whether the source is asked rather than asks: "Quill was asked whether …", "Asked if …, Quill
   * said".
   */
  boolean isPutToSource() {
    int head = head();
    if (head < 0 || !asks(ReportVerbs.of(view.lower[head])) || kind == QuotationKind.DIRECT) {
      return false;
    }
    boolean agent =
        source != null && source.first() > head && view.lower[source.first() - 1].equals("by");
    return !agent && (new Predicate(view, head, subjectOf(head)).passive || isBareParticiple(head));
  }

  private static boolean asks(ReportVerbs act) {
    return act == ReportVerbs.ASK || act == ReportVerbs.QUESTION;
  }

  /** "Asked if", "when asked about", "Quill, asked whether …, said". */
  private boolean isBareParticiple(int head) {
    int opening = view.sentenceAt(head).first();
    if (!view.lower[head].endsWith("ed") || content.first() < head) {
      return false;
    }
    String before = head > opening ? view.lower[head - 1] : "";
    return switch (before) {
      case "", "when", "if", "“", "”" -> true;
      case "," -> head - 1 > opening && !view.isVerb(head - 2) && !view.lower[head - 2].equals("”");
      default -> false;
    };
  }

  /** The verb that denies what a noun reports, "denied his claim that"; -1 where none does. */
  private int denied(int noun) {
    int opening = view.sentenceAt(noun).first();
    for (int i = noun - 1; i >= Math.max(opening, noun - LONGEST_OBJECT); i--) {
      if (source != null && source.first() <= i && i < source.end()) {
        return -1;
      }
      if (view.isVerb(i)) {
        return ReportVerbs.of(view.lower[i]) == ReportVerbs.DENY ? i : -1;
      }
      if (view.lower[i].equals(",") || view.lower[i].equals("“")) {
        return -1;
      }
    }
    return -1;
  }

  private Polarity reported(int head) {
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
      return predicate.conditional || !predicate.negated ? Polarity.HYPOTHETICAL : Polarity.UNSAID;
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

  private @Nullable Range subjectOf(int head) {
    boolean before =
        source != null
            && source.end() <= head
            && view.sentence[source.first()] == view.sentence[head];
    return before ? source : null;
  }

  /** The word that reports: the cue's last verb, else its last word, else a verb before content. */
  private int head() {
    int before = verbBefore();
    if (cue == null) {
      return before;
    }
    boolean clause = view.lower[content.first()].equals("that");
    if (clause && before >= 0 && cue.first() >= content.end()) {
      return before;
    }
    int last = -1;
    for (int i = cue.first(); i < cue.end(); i++) {
      boolean word = Character.isLetter(view.lower[i].codePointAt(0));
      boolean named =
          ReportVerbs.of(view.lower[i]) != ReportVerbs.SAY && !view.lower[i].equals("about");
      if (ReportVerbs.of(view.lower[i]) == ReportVerbs.DENY) {
        return i;
      }
      boolean verb = view.pos[i].equals("VERB") || named || view.cueClass[i].isSpeech();
      boolean better = last < 0 || !view.pos[last].equals("VERB");
      if (verb || word && better && !view.pos[i].equals("ADP")) {
        last = i;
      }
    }
    return last;
  }

  /** The verb that reports right before a reported clause; -1 for none. */
  private int verbBefore() {
    int least = Math.max(view.sentenceAt(content.first()).first(), content.first() - REACH);
    for (int i = content.first() - 1; i >= least && kind != QuotationKind.DIRECT; i--) {
      ReportVerbs act = ReportVerbs.of(view.lower[i]);
      boolean reports = view.isCue(i) || act != ReportVerbs.SAY;
      if (view.isVerb(i) && reports && act != ReportVerbs.GIVE) {
        return i;
      }
    }
    return -1;
  }

  /** "gave no details", "said nothing about", "remained silent on". */
  private boolean isOfNothing(int head, ReportVerbs act) {
    boolean keeps = KEEP.contains(view.lower[head]);
    for (int i = head; cue != null && i <= head + REACH && i < view.size; i++) {
      if (SILENCE.contains(view.lower[i]) && (keeps || cue.first() <= i && i < cue.end())) {
        return true;
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
    int before = content.first() - 1;
    while (before > 0 && (view.lower[before].equals("“") || view.lower[before].equals("‘"))) {
      before--;
    }
    if (before >= 0 && view.lower[before].equals("as")) {
      return true;
    }
    for (int i = content.first(); i < content.end() && i < content.first() + LONGEST_OBJECT; i++) {
      if (view.cueClass[i] == CueClass.NOUN || view.cueClass[i] == CueClass.CLAIM) {
        return false;
      }
      if (view.lower[i].equals("as")) {
        return true;
      }
    }
    return false;
  }

  private boolean asksDirectly(int head) {
    int first = content.first();
    return first == head + 1 && QUESTION_WORDS.contains(view.lower[first]);
  }

  /** Whether what is asked is to be done: "asked the council to …", "asked for", "asked that". */
  private boolean isDemand(int head) {
    if (kind == QuotationKind.DIRECT) {
      return false;
    }
    int first = content.first();
    String begins = view.lower[first];
    String before = first - 1 > head ? view.lower[first - 1] : "";
    if (begins.equals("that") || before.equals("for")) {
      return true;
    }
    if (first < head || begins(begins) || begins(before)) {
      return false;
    }
    for (int i = first; i + 1 < content.end() && view.sentence[i] == view.sentence[first]; i++) {
      if (INDIRECT.contains(view.lower[i])) {
        return false;
      }
      if (view.lower[i].equals("for") || view.lower[i].equals("to") && isAction(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String word) {
    return QUESTION_WORDS.contains(word) || TOPIC.contains(word);
  }

  /** Whether "to" stands before something to be done rather than before somebody. */
  private boolean isAction(int i) {
    return switch (view.pos[i]) {
      case "DET", "PROPN", "PRON", "NUM", "ADJ" -> false;
      default -> true;
    };
  }

  /** Whether every sentence of what is said ends with a question mark. */
  private boolean isQuestion() {
    if (kind != QuotationKind.DIRECT && cue != null) {
      return false;
    }
    if (isAsker()) {
      return true;
    }
    for (int s = view.sentence[content.first()]; s <= view.sentence[content.end() - 1]; s++) {
      Sentence sentence = view.paragraph.sentences().get(s);
      if (!asks(
          Math.max(sentence.first(), content.first()), Math.min(sentence.end(), content.end()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the label of a transcript calls the speaker by nothing but the question. */
  private boolean isAsker() {
    return source != null
        && source.end() - source.first() == 1
        && source.first() == view.sentenceAt(source.first()).first()
        && ASKERS.contains(view.lower[source.first()]);
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
