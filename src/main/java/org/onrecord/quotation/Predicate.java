package org.onrecord.quotation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.Unit.Range;

/**
 * What stands before a reporting verb in its clause: negation, modals, and the words that the verb
 * hangs on ("has <em>not yet</em> said", "was <em>expected to</em> say", "<em>without</em>
 * saying"), and what its subject and the beginning of the clause add ("<em>no</em> minister said",
 * "<em>if</em> she says", "<em>nor did</em> he say").
 *
 * <p>Read from right to left from the verb, once; linear in the clause's length, which is bounded.
 */
final class Predicate {
  private static final int LONGEST_SUBJECT = 14;
  private static final int SHORT_SUBJECT = 6;
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "neither", "nor");
  private static final Set<String> NO_SUBJECT =
      Set.of("no", "nobody", "none", "neither", "nor", "nothing");
  private static final Set<String> AFTER_NOT = Set.of("only", "just", "merely", "simply");
  private static final Set<String> WILL = Set.of("will", "would", "'ll", "'d", "wo", "shall");
  private static final Set<String> CAN = Set.of("can", "could", "ca", "cannot");
  private static final Set<String> MAY = Set.of("may", "might", "should", "must", "ought");
  private static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve");
  private static final Set<String> BE =
      Set.of("is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m");
  private static final Set<String> DO = Set.of("do", "does", "did");
  private static final Set<String> HABIT = Set.of("often", "always", "usually", "sometimes");
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "lest");
  private static final Set<String> FIRST_PERSON = Set.of("i", "we");
  private static final Set<String> PLACES = Set.of("position", "liberty", "able", "place");

  /** Which modal the verb has. */
  enum Modal {
    NONE,
    WILL,
    CAN,
    MAY
  }

  private final ParagraphView view;
  private final int verb;
  private final int opening;

  boolean negated;

  /** Whether the verb hangs on one that leaves it undone: failed to, without. */
  boolean left;

  boolean refused;
  boolean denied;
  boolean intended;
  boolean conditional;
  boolean perfect;
  boolean wanted;

  /** Whether the verb is passive, so that its subject is not who reports. */
  boolean passive;

  private boolean habitual;
  private boolean auxiliary;
  private Modal modal = Modal.NONE;

  /**
   * Reads a predicate.
   *
   * @param verb the token of the reporting verb
   * @param subject the verb's subject, or null where it is not known or stands after it
   */
  Predicate(ParagraphView view, int verb, @Nullable Range subject) {
    this.view = view;
    this.verb = verb;
    this.opening = view.sentenceAt(verb).first();
    int i = readVerbs(verb - 1);
    readSubject(i, subject);
  }

  /** The modal that makes the report one of what may come; a habit and "I must say" are none. */
  Modal modal() {
    return habitual ? Modal.NONE : modal;
  }

  private String word(int i) {
    return i >= opening ? view.lower[i] : "";
  }

  /** Walks over the words that belong to the verb; the first token that does not. */
  private int readVerbs(int from) {
    int i = from;
    while (i >= opening) {
      String word = view.lower[i];
      if (isNegation(i)) {
        negated = true;
        i--;
      } else if (isHelping(word)) {
        i--;
      } else if (word.equals("to")) {
        int governor = governor(i - 1);
        if (governor < 0) {
          return i - 1;
        }
        i = governor - 1;
      } else if (leavesUndone(i)) {
        left = true;
        return i - 1;
      } else if (word.equals("or")) {
        int other = coordinated(i - 1);
        if (other < 0) {
          return i;
        }
        i = other - 1;
      } else if (isGerund() && ReportVerbs.of(word) == ReportVerbs.DENY) {
        denied = true;
        negated = false;
        i--;
      } else if (isGerund() && ReportVerbs.of(word) == ReportVerbs.LEAVE) {
        left = true;
        i--;
      } else if (view.pos[i].equals("ADV") && !CONDITIONS.contains(word)) {
        habitual |= HABIT.contains(word);
        i--;
      } else if (word.equals(",") && word(i - 2).equals(",") && view.pos[i - 1].equals("ADV")) {
        i -= 3;
      } else {
        return i;
      }
    }
    return i;
  }

  private boolean isNegation(int i) {
    return NEGATIONS.contains(view.lower[i]) && !AFTER_NOT.contains(view.lower[i + 1]);
  }

  /** Takes in an auxiliary or modal. */
  private boolean isHelping(String word) {
    Modal found =
        WILL.contains(word)
            ? Modal.WILL
            : CAN.contains(word) ? Modal.CAN : MAY.contains(word) ? Modal.MAY : Modal.NONE;
    if (found != Modal.NONE) {
      modal = found;
      negated |= word.equals("cannot");
    }
    perfect |= HAVE.contains(word);
    boolean helping =
        found != Modal.NONE || HAVE.contains(word) || BE.contains(word) || DO.contains(word);
    auxiliary |= helping;
    passive |= BE.contains(word) && !view.lower[verb].endsWith("ing");
    return helping;
  }

  /** What "to" hangs on, taken in; -1 where it ends the walk. */
  private int governor(int before) {
    int i = before;
    while (i >= opening && (isNegation(i) || isAdverb(i))) {
      negated |= isNegation(i);
      i--;
    }
    if (i < opening) {
      return -1;
    }
    String word = view.lower[i];
    if (BE.contains(word) || word.equals("has") || word.equals("have")) {
      intended = true;
      return i + 1;
    }
    switch (ReportVerbs.of(word)) {
      case REFUSE -> refused = true;
      case LEAVE -> left = true;
      case WANT -> {
        wanted = true;
        intended |= word.startsWith("want") || word.equals("like");
      }
      case INTEND -> intended = true;
      case DENY, AGREE, ASK, QUESTION, RULE, REFRAIN, GIVE, KNOW, SAY -> {
        if (PLACES.contains(word)) {
          return skipPlace(i);
        }
        if (!view.isVerb(i) && !view.pos[i].equals("ADJ")) {
          return -1;
        }
      }
    }
    return i;
  }

  private boolean isAdverb(int i) {
    return view.pos[i].equals("ADV") && ReportVerbs.of(view.lower[i]) == ReportVerbs.SAY;
  }

  /** "in a position", "at liberty", "able": the words before belong to it. */
  private int skipPlace(int noun) {
    int i = noun;
    while (i > opening && (view.pos[i - 1].equals("DET") || view.pos[i - 1].equals("ADP"))) {
      i--;
    }
    return i;
  }

  /** Whether the verb stands after "without", "short of", "instead of", "far from" and the like. */
  private boolean leavesUndone(int i) {
    String before = word(i - 1);
    return switch (view.lower[i]) {
      case "without" -> true;
      case "of" -> before.equals("short") || before.equals("instead");
      case "than" -> before.equals("rather");
      case "from" -> before.equals("far") || ReportVerbs.of(before) == ReportVerbs.REFRAIN;
      default -> false;
    };
  }

  private boolean isGerund() {
    return view.lower[verb].endsWith("ing") || perfect && word(verb - 1).equals("having");
  }

  /** The verb that "or" joins to the one that is read: of the same form, a few words before. */
  private int coordinated(int from) {
    boolean gerund = view.lower[verb].endsWith("ing");
    for (int i = from; i >= Math.max(opening, from - LONGEST_SUBJECT); i--) {
      if (view.lower[i].equals(",") || view.lower[i].equals(";")) {
        return -1;
      }
      if (view.pos[i].equals("VERB") && view.lower[i].endsWith("ing") == gerund) {
        return i;
      }
    }
    return -1;
  }

  private void readSubject(int last, @Nullable Range subject) {
    int first = subject == null || subject.first() > last ? last + 1 : subject.first();
    if (last >= opening && FIRST_PERSON.contains(view.lower[last]) && !negated) {
      modal = Modal.NONE;
    }
    int least = Math.max(opening, Math.min(first, last + 1) - LONGEST_SUBJECT);
    for (int i = last; i >= least; i--) {
      boolean inSubject = subject != null && i >= first && i < subject.end();
      String word = view.lower[i];
      if (isNo(i)) {
        negated = true;
      }
      if (CONDITIONS.contains(word)) {
        conditional = true;
      }
      if (!inSubject && (isClauseEdge(word) || view.isVerb(i) && !isInversion(i, last))) {
        return;
      }
      if (!inSubject && view.isVerb(i)) {
        invert(i);
        return;
      }
    }
  }

  /** Whether the token makes its clause's subject nobody; "No 10" and "no doubt" do not. */
  private boolean isNo(int i) {
    String next = i + 1 < view.size ? view.lower[i + 1] : "";
    if (view.lower[i].equals("not")) {
      return next.equals("one") || next.equals("a");
    }
    boolean name = i > opening && view.paragraph.tokens().get(i).isCapitalised();
    return NO_SUBJECT.contains(view.lower[i])
        && !name
        && !next.isEmpty()
        && !Character.isDigit(next.charAt(0))
        && !next.equals("doubt")
        && !next.equals("uncertain")
        && !next.equals("longer")
        && !next.equals(",");
  }

  private static boolean isClauseEdge(String word) {
    return switch (word) {
      case ",", ";", ":", "“", "”", "but", "and", "that", "—", "–", ")", "(" -> true;
      default -> false;
    };
  }

  /** Whether the token is an auxiliary that stands before the subject: "did she say". */
  private boolean isInversion(int i, int last) {
    String word = view.lower[i];
    boolean helping = DO.contains(word) || HAVE.contains(word) || WILL.contains(word);
    boolean should = word.equals("should") || word.equals("were");
    boolean subject = i < last && !view.pos[i + 1].equals("ADP") && !view.pos[i + 1].equals("ADV");
    return !auxiliary && (helping || should) && subject && last - i <= SHORT_SUBJECT;
  }

  private void invert(int helping) {
    for (int i = helping - 1; i >= Math.max(opening, helping - SHORT_SUBJECT); i--) {
      if (NEGATIONS.contains(view.lower[i]) || view.lower[i].equals("no")) {
        negated = true;
        return;
      }
    }
    String before = word(helping - 1);
    boolean opens = before.isEmpty() || isClauseEdge(before) && !before.equals(")");
    String word = view.lower[helping];
    conditional |= opens && (word.equals("had") || word.equals("should") || word.equals("were"));
  }
}
