package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.quotation.SpeakerLabel.Form;
import org.onrecord.quotation.Unit.Range;

/**
 * Tells the labels of speakers from other words that open a line, by their form, by coming back, by
 * the names in the rest of the text and its headline, and by whether what follows reads as spoken.
 */
final class SpeakerLabels {
  private static final int FEWEST_CAPITALS = 2;
  private static final int FEWEST_PLAIN = 3;
  private static final int FEWEST_UNKNOWN = 4;
  private static final double DENSE = 0.5;

  /** One in so many paragraphs that tell of whom they are headed by make the rest doubtful. */
  private static final int TOLD = 10;

  private final List<ParagraphView> views;
  private final List<Chunk> chunks;
  private final SpeechTitle title;
  private final Set<String> names = new HashSet<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> titleNames = new HashSet<>();

  /** By key: how many labels say something, and how much of that reads as spoken. */
  private final Map<String, Integer> counts = new HashMap<>();

  private final Map<String, Integer> spoken = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<Form, Integer> forms = new HashMap<>();

  /** The keys of labels that are speakers' by their form alone. */
  private final Set<String> sure = new HashSet<>();

  /** The offices that labels with a name in brackets have told: "The Minister (Ruth Alder):". */
  private final Set<String> offices = new HashSet<>();

  /** What tells of who its label names. */
  private final List<Chunk> told = new ArrayList<>();

  private int linesRead;
  private int linesSpoken;
  private int saying;
  private int labelled;
  private int labelledSpoken;
  private int asked;
  private final boolean interview;

  SpeakerLabels(
      List<ParagraphView> views, List<Chunk> chunks, SpeechTitle title, boolean interview) {
    this.views = views;
    this.chunks = chunks;
    this.title = title;
    this.interview = interview;
    views.forEach(this::addWords);
    for (Range range : title.ranges()) {
      for (int i = range.first(); i < range.end(); i++) {
        titleNames.add(views.getFirst().lower[i]);
      }
    }
    chunks.forEach(this::count);
    countLines();
    for (Chunk chunk : chunks) {
      SpeakerLabel label = chunk.label();
      if (label != null && isSure(label) && !label.words().isEmpty()) {
        sure.add(label.key());
        offices.add(label.office());
      }
    }
  }

  /** The names and the small words of running text, in lower case. */
  private void addWords(ParagraphView view) {
    for (int i = 0; i < view.size; i++) {
      String text = view.paragraph.tokens().get(i).text();
      if (text.equals(view.lower[i])) {
        small.add(text);
      }
    }
  }

  private void count(Chunk chunk) {
    ParagraphView view = views.get(chunk.paragraph());
    if (isTold(chunk, view)) {
      told.add(chunk);
    }
    for (int i = chunk.said(); i < chunk.end(); i++) {
      String text = view.paragraph.tokens().get(i).text();
      if (view.pos[i].equals("PROPN") && text.chars().anyMatch(Character::isLowerCase)) {
        names.add(view.lower[i]);
      }
    }
    boolean verb = chunk.hasVerb(view);
    boolean speech = chunk.isSpoken(view);
    saying += verb ? 1 : 0;
    SpeakerLabel label = chunk.label();
    asked += label != null && label.asks() ? 1 : 0;
    if (label != null && verb && label.form() != Form.ALONE) {
      counts.merge(label.key(), 1, Integer::sum);
      forms.merge(label.form(), 1, Integer::sum);
      labelled++;
      labelledSpoken += speech ? 1 : 0;
      spoken.merge(label.key(), speech ? 1 : 0, Integer::sum);
    }
  }

  /** Names on lines of their own with something spoken below. */
  private void countLines() {
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      SpeakerLabel label = chunk.label();
      if (label != null && label.form() == Form.ALONE) {
        Chunk below = chunk.isEmpty() && i + 1 < chunks.size() ? chunks.get(i + 1) : chunk;
        boolean free = below == chunk || below.label() == null;
        ParagraphView view = views.get(below.paragraph());
        if (free && below.hasVerb(view)) {
          lines.merge(label.key(), 1, Integer::sum);
          linesSpoken += below.isSpoken(view) ? 1 : 0;
          linesRead++;
        }
      }
    }
  }

  /** "HALE: Hale took the floor": a paragraph about somebody, headed by the name. */
  private static boolean isTold(Chunk chunk, ParagraphView view) {
    SpeakerLabel label = chunk.label();
    boolean name = label != null && !label.titled() && !label.words().isEmpty();
    for (int i = chunk.said(); name && i < Math.min(chunk.end(), chunk.said() + 3); i++) {
      if (label != null && view.lower[i].equals(label.key()) && !chunk.isSpoken(view)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a chunk's label says who speaks in it. */
  boolean isSpeaker(Chunk chunk) {
    SpeakerLabel label = chunk.label();
    if (label == null || labelled == 0 && lines.isEmpty()) {
      return false;
    }
    boolean heading = isHeading(label);
    ParagraphView view = views.get(chunk.paragraph());
    if (TOLD * told.size() > labelled && label.form() != Form.LETTER && !chunk.isSpoken(view)) {
      return false;
    }
    return isSure(label)
        || !heading && (isNamed(label) || isOneOfMany(label))
        || label.form() == Form.LETTER && isAsked(label)
        || label.form() == Form.ALONE && isLine(label);
  }

  /** "BUILDING NEW BRIDGES:", a label with words that the text writes small; "Note:". */
  private boolean isHeading(SpeakerLabel label) {
    if (label.titled() && label.words().isEmpty()) {
      return false;
    }
    int lower = 0;
    boolean the = !label.titled() && label.the();
    boolean gerund =
        !label.titled()
            && label.words().size() > 1
            && label.words().getFirst().matches("\\p{L}{3,}ing");
    if (the || gerund) {
      return true;
    }
    for (String word : label.words()) {
      if (LabelWords.HEADINGS.contains(word)) {
        return true;
      }
      lower += small.contains(word) ? 1 : 0;
    }
    return !label.titled() && lower > 0 && (2 * lower >= label.words().size() || lower > 1);
  }

  /** What is a label by its form alone, if anything is said. */
  private boolean isSure(SpeakerLabel label) {
    if (labelled == 0) {
      return false;
    }
    boolean capitals = label.capitals();
    boolean several = labelled > 1 || title.isTranscript();
    boolean named = !label.words().isEmpty() && !isHeading(label);
    return switch (label.form()) {
      case RECORD -> true;
      case CAPITALS ->
          label.titled() && (named || label.the() || several && 2 * labelledSpoken >= labelled);
      case JOB -> named && capitals && several;
      case BRACKET -> named && several && (label.titled() || capitals);
      case PLAIN -> label.words().isEmpty() && offices.contains(label.key());
      case LETTER, DASH, ALONE -> false;
    };
  }

  private boolean dense() {
    return labelled >= DENSE * saying && labelledSpoken >= DENSE * labelled;
  }

  /** Whether a label names somebody whom the text, its headline or a sure label names, too. */
  private boolean isNamed(SpeakerLabel label) {
    if (label.words().isEmpty()) {
      return false;
    }
    String key = label.key();
    int same = counts.getOrDefault(key, 0);
    boolean known = names.contains(key);
    boolean announced = titleNames.contains(key) || sure.contains(key);
    boolean speaks = 2 * spoken.getOrDefault(key, 0) >= same;
    boolean transcript = title.isTranscript() || !sure.isEmpty() || asked > 1;
    return switch (label.form()) {
      case CAPITALS ->
          same > 0
              && (transcript || forms.getOrDefault(Form.CAPITALS, 0) >= FEWEST_CAPITALS)
              && (known || same > 1 || announced || title.isTranscript());
      case PLAIN, JOB, BRACKET ->
          same > 0
              && (speaks || sure.contains(key))
              && (announced
                  || label.titled() && labelled > 1
                  || known && same > 1 && (labelled >= FEWEST_PLAIN || transcript));
      case DASH -> same > 0 && speaks && (announced && same > 1 || known && same > 1 && dense());
      case ALONE, LETTER, RECORD -> false;
    };
  }

  /** Whether nearly every paragraph has a label and is spoken: names that come nowhere else. */
  private boolean isOneOfMany(SpeakerLabel label) {
    boolean form =
        label.form() == Form.CAPITALS
            || label.form() == Form.PLAIN
            || label.form() == Form.JOB
            || label.form() == Form.BRACKET;
    if (!form || !dense() || label.words().isEmpty()) {
      return false;
    }
    int again = 0;
    for (int count : counts.values()) {
      again += count > 1 ? 1 : 0;
    }
    boolean full = label.words().size() > 1 && label.words().size() < 4;
    boolean comesBack = counts.getOrDefault(label.key(), 0) > 1;
    return label.form() == Form.CAPITALS && full && labelled >= FEWEST_CAPITALS
        || labelled >= FEWEST_UNKNOWN && again > 1 && (comesBack || full);
  }

  private boolean isAsked(SpeakerLabel label) {
    boolean conversation =
        title.isTranscript()
            || interview
            || !sure.isEmpty()
            || forms.getOrDefault(Form.CAPITALS, 0) > 1;
    return asked > 0 && conversation && (label.asks() || label.answers());
  }

  /** A name on a line of its own: it has to come back, and another beside it. */
  private boolean isLine(SpeakerLabel label) {
    int same = lines.getOrDefault(label.key(), 0);
    int again = 0;
    for (int count : lines.values()) {
      again += count > 1 ? 1 : 0;
    }
    boolean announced = titleNames.contains(label.key()) || sure.contains(label.key());
    boolean full = label.words().size() > 1 && label.words().size() < 4;
    return same > 0
        && 2 * linesSpoken >= linesRead
        && !isHeading(label)
        && (announced && title.isTranscript() || again > 1 && (same > 1 || full));
  }
}
