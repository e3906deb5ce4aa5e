package org.onrecord.attribution.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.Acronyms;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.BodyNouns.BodyNoun;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrganisationSigns;

/**
 * The organisations that an article has named so far, and which of them "it", "the company", "the
 * ministry" or a shortened name stands for.
 */
public final class Bodies {
  /** So many paragraphs back a body can still be "it". */
  private static final int REACH = 2;

  /** A noun fits a body well enough from here on. */
  private static final int ENOUGH = 3;

  private static final int MOST = 500;

  private final Acronyms acronyms;
  private final Map<String, Body> byName = new HashMap<>();
  private final TreeMap<Position, Body> named = new TreeMap<>();
  private final TreeMap<Position, Body> speakers = new TreeMap<>();
  private final TreeMap<Position, Body> subjects = new TreeMap<>();

  public Bodies(Acronyms acronyms) {
    this.acronyms = acronyms;
  }

  /** The body of this name: the one already known by it, by its letters or by its beginning. */
  public Body called(String name) {
    String plain = plain(name);
    String full = acronyms.expansion(plain).map(Bodies::plain).orElse(plain);
    Body known = byName.get(key(full));
    if (known == null) {
      known = shortened(full);
    }
    if (known == null) {
      known = Body.of(full);
    }
    if (byName.size() < MOST) {
      byName.putIfAbsent(key(full), known);
      byName.putIfAbsent(key(plain), known);
    }
    return known;
  }

  /** The body already known by a name, its letters or its beginning; null where none is. */
  @Nullable Body known(String name) {
    String plain = plain(name);
    Body known = byName.get(key(acronyms.expansion(plain).map(Bodies::plain).orElse(plain)));
    return known == null ? shortened(plain) : known;
  }

  private static String plain(String name) {
    return name.replaceFirst("^(?:[Tt]he|THE) ", "");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** The known body whose initials a name is, or which it is the beginning of. */
  private @Nullable Body shortened(String name) {
    boolean letters = OrganisationSigns.isAbbreviation(name);
    String start = key(name) + " ";
    boolean last =
        name.indexOf(' ') < 0
            && Character.isUpperCase(name.codePointAt(0))
            && !Lexicon.ENGLISH.isPartyWord(name)
            && !Lexicon.ENGLISH.isPlace(name);
    Body found = null;
    for (Body body : byName.values()) {
      boolean same =
          letters
              ? initials(body.name()).endsWith(name.replace(".", ""))
              : key(body.name()).startsWith(start) && isFirm(body, name)
                  || last && body.name().endsWith(" " + name);
      if (same && found != null && !found.equals(body)) {
        return null;
      }
      found = same ? body : found;
    }
    return found;
  }

  /** Whether what a name leaves out says only what kind of firm it is: Corp, Motors. */
  private static boolean isFirm(Body body, String name) {
    String rest = Lexicon.lower(body.name().substring(name.length()).strip()).replace(".", "");
    return BodyNouns.ENGLISH
        .body("company")
        .filter(
            company ->
                company.kin().contains(rest.split(" ")[0])
                    || company.kin().contains(rest.substring(rest.lastIndexOf(' ') + 1)))
        .isPresent();
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ -]")) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString();
  }

  /** Notes that a body is named somewhere. */
  void see(Position at, Body body) {
    named.put(at, body);
  }

  /** Notes that a body is a sentence's subject. */
  void act(Position at, Body body) {
    named.put(at, body);
    subjects.put(at, body);
  }

  /** Notes that a body speaks. */
  public void speak(Position at, Body body) {
    act(at, body);
    speakers.put(at, body);
  }

  /** The last body before a place that spoke, else that was a subject; not far back. */
  Optional<Body> it(Position before) {
    Optional<Body> speaker = last(speakers, before);
    return speaker.isPresent() ? speaker : last(subjects, before);
  }

  private static Optional<Body> last(TreeMap<Position, Body> places, Position before) {
    var last = places.lowerEntry(before);
    return last == null || before.paragraph() - last.getKey().paragraph() > REACH
        ? Optional.empty()
        : Optional.of(last.getValue());
  }

  /**
   * The body before a place that "the NOUN" means: whose name has the noun, or which is of the
   * kind; of several the last subject or speaker, else the last named.
   *
   * @param modifiers the words before the noun, in lower case
   */
  public Optional<Body> called(BodyNoun noun, List<String> modifiers, Position before) {
    List<String> telling = BodyNouns.telling(modifiers);
    Body best = null;
    int top = ENOUGH - 1;
    Position last = null;
    for (var entry : named.headMap(before, false).descendingMap().entrySet()) {
      Body body = entry.getValue();
      int score = fit(body, noun, telling) + (subjects.get(entry.getKey()) == body ? 1 : 0);
      if (score > top) {
        best = body;
        top = score;
        last = entry.getKey();
      }
    }
    return last == null ? Optional.empty() : Optional.ofNullable(best);
  }

  private static int fit(Body body, BodyNoun noun, List<String> modifiers) {
    boolean has = body.words().contains(noun.noun());
    boolean called = body.kinds().contains(noun.noun());
    boolean kin = body.words().stream().anyMatch(noun.kin()::contains);
    int fit = has || called ? 5 : kin ? 3 : 0;
    for (String modifier : modifiers) {
      fit += body.words().contains(modifier) ? 2 : has && noun.named() ? -2 : -1;
    }
    return fit;
  }
}
