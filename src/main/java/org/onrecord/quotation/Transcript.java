package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.Unit.Range;
import org.onrecord.segment.Token;

/**
 * Who speaks in which paragraph of a transcript: paragraphs that open with a speaker's label and a
 * colon ("MR. HOLT: …", and "Q: …" where others are named), and those between them that have none
 * and go on. Labels are told from other words before a colon by their titles, by the names in the
 * rest of the text and by coming back. Linear in the tokens.
 */
final class Transcript {
  private static final int LONGEST_LABEL = 9;
  private static final int FEWEST_NAMES = 2;
  private static final int FEWEST_PLAIN = 3;
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mr.",
          "mrs",
          "mrs.",
          "ms",
          "ms.",
          "dr",
          "dr.",
          "sen.",
          "senator",
          "rep.",
          "gov.",
          "governor",
          "secretary",
          "minister",
          "president",
          "chairman",
          "chairwoman",
          "chair",
          "ambassador",
          "judge",
          "justice",
          "general",
          "gen.",
          "admiral",
          "colonel",
          "col.",
          "director",
          "administrator",
          "speaker",
          "reporter",
          "moderator",
          "interviewer",
          "host",
          "question",
          "answer",
          "congressman",
          "congresswoman",
          "representative",
          "attorney");

  /**
   * A speaker's turn in a paragraph.
   *
   * @param paragraph the index of the view that holds the label: this one, or an earlier one
   * @param label the label's tokens
   * @param first the first token of what is said in this paragraph
   */
  record Turn(int paragraph, Range label, int first) {}

  /** How a label is written. */
  private enum Form {
    TITLED,
    CAPITALS,
    LETTER,
    PLAIN
  }

  private record Label(Range range, int first, Form form, String name) {}

  private final List<ParagraphView> views;
  private final List<@Nullable Label> labels = new ArrayList<>();

  /** Whether a verb follows the label: a list of figures or programmes has none. */
  private final List<Boolean> says = new ArrayList<>();

  private Transcript(List<ParagraphView> views) {
    this.views = views;
  }

  /** The turn of each paragraph; null where the paragraph is none. */
  static List<@Nullable Turn> turns(List<ParagraphView> views) {
    return new Transcript(views).read();
  }

  private List<@Nullable Turn> read() {
    boolean any = false;
    for (ParagraphView view : views) {
      Label label = view.paragraph.isHeadline() ? null : label(view);
      boolean verb = label != null && hasVerb(view);
      any |= verb;
      says.add(verb);
      labels.add(label);
    }
    if (any) {
      dropOthers();
    } else {
      Collections.fill(labels, null);
    }
    return turns();
  }

  private static boolean hasVerb(ParagraphView view) {
    for (int i = 0; i < view.size; i++) {
      if (view.isVerb(i)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Label label(ParagraphView view) {
    List<Token> tokens = view.paragraph.tokens();
    int end = 0;
    while (end < Math.min(tokens.size(), LONGEST_LABEL) && !view.lower[end].equals(":")) {
      end++;
    }
    if (end > 0 && end < Math.min(tokens.size() - 1, LONGEST_LABEL)) {
      Form form = form(view, end);
      return form == null ? null : new Label(new Range(0, end), end + 1, form, name(view, end));
    }
    boolean question = tokens.size() > 1 && tokens.getFirst().text().equals("Q");
    return question ? new Label(new Range(0, 1), 1, Form.LETTER, "q") : null;
  }

  private static String name(ParagraphView view, int end) {
    int last = end - 1;
    while (last > 0 && !view.paragraph.tokens().get(last).isWord()) {
      last--;
    }
    return view.lower[last];
  }

  private static @Nullable Form form(ParagraphView view, int end) {
    List<Token> tokens = view.paragraph.tokens();
    boolean title = false;
    boolean capitals = true;
    for (int i = 0; i < end; i++) {
      String text = tokens.get(i).text();
      if (!tokens.get(i).isWord()) {
        if (!".-'’()".contains(text)) {
          return null;
        }
        continue;
      }
      title |= TITLES.contains(view.lower[i]);
      capitals &= text.chars().noneMatch(Character::isLowerCase);
      if (!tokens.get(i).isCapitalised() || CalendarWords.contains(view.lower[i])) {
        return null;
      }
    }
    if (end == 1
        && (tokens.getFirst().text().equals("Q") || tokens.getFirst().text().equals("A"))) {
      return Form.LETTER;
    }
    return capitals ? title ? Form.TITLED : Form.CAPITALS : Form.PLAIN;
  }

  /** Keeps the labels that stand for speakers. */
  private void dropOthers() {
    Set<String> names = new HashSet<>();
    Set<String> small = new HashSet<>();
    for (int i = 0; i < views.size(); i++) {
      addWords(views.get(i), labels.get(i), names, small);
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (label != null && says.get(i)) {
        counts.merge(label.form() + label.name(), 1, Integer::sum);
        counts.merge(label.form().name(), 1, Integer::sum);
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      if (label != null && !(isSpeaker(label, names, counts) && !isHeading(i, label, small))) {
        labels.set(i, null);
      }
    }
  }

  /** The names and the small words of running text, in lower case. */
  private static void addWords(
      ParagraphView view, @Nullable Label label, Set<String> names, Set<String> small) {
    for (int i = label == null ? 0 : label.first(); i < view.size; i++) {
      String text = view.paragraph.tokens().get(i).text();
      if (text.equals(view.lower[i])) {
        small.add(text);
      } else if (view.pos[i].equals("PROPN") && text.chars().anyMatch(Character::isLowerCase)) {
        names.add(view.lower[i]);
      }
    }
  }

  /** "BUILDING NEW BRIDGES:", a label with words that the text writes small. */
  private boolean isHeading(int paragraph, Label label, Set<String> small) {
    if (label.form() != Form.CAPITALS && label.form() != Form.PLAIN) {
      return false;
    }
    ParagraphView view = views.get(paragraph);
    for (int i = label.range().first(); i < label.range().end(); i++) {
      if (view.paragraph.tokens().get(i).isWord() && small.contains(view.lower[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpeaker(Label label, Set<String> names, Map<String, Integer> counts) {
    int same = counts.getOrDefault(label.form() + label.name(), 0);
    int all = counts.getOrDefault(label.form().name(), 0);
    return switch (label.form()) {
      case TITLED -> all > 0;
      case LETTER -> counts.getOrDefault(Form.TITLED.name(), 0) > 0;
      case CAPITALS ->
          same > 0 && all >= FEWEST_NAMES && (names.contains(label.name()) || same > 1);
      case PLAIN -> all >= FEWEST_PLAIN && same > 1 && names.contains(label.name());
    };
  }

  private List<@Nullable Turn> turns() {
    List<@Nullable Turn> turns = new ArrayList<>();
    int last = -1;
    int count = 0;
    int firstLabel = -1;
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i) != null) {
        firstLabel = firstLabel < 0 ? i : firstLabel;
        last = i;
        count++;
      }
    }
    boolean goesOn = count > 1 && 2 * count >= last - firstLabel;
    int speaking = -1;
    for (int i = 0; i < labels.size(); i++) {
      speaking = labels.get(i) != null ? i : goesOn && i < last ? speaking : -1;
      Label label = speaking < 0 ? null : labels.get(speaking);
      boolean said = label != null && views.get(i).size > 0;
      turns.add(
          said && label != null
              ? new Turn(speaking, label.range(), speaking == i ? label.first() : 0)
              : null);
    }
    return turns;
  }
}
