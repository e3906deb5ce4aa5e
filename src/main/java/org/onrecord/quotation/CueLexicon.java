package org.onrecord.quotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that report speech, by what follows them: verbs in all their forms and nouns of saying.
 * Written by hand ({@code cues.txt}, {@code cue-nouns.txt}); how often each form really is a cue is
 * learnt with the model.
 */
final class CueLexicon {

  /** What kind of content a cue takes. */
  enum CueClass {
    NONE,
    SAY,
    CLAIM,
    GUESS,
    VOW,
    URGE,
    ACCUSE,
    DENY,
    SHOW,
    THINK,
    NOUN,
    ACCORDING;

    /** Whether the word itself reports speech, rather than an attitude or a document's finding. */
    boolean isSpeech() {
      return switch (this) {
        case SAY, CLAIM, GUESS, VOW, URGE, ACCUSE, DENY, ACCORDING -> true;
        case NONE, SHOW, THINK, NOUN -> false;
      };
    }
  }

  static final CueLexicon ENGLISH = load();

  private final Map<String, CueClass> classes;

  private CueLexicon(Map<String, CueClass> classes) {
    this.classes = Map.copyOf(classes);
  }

  /** The class of a word in lower case; NONE where it is no cue. */
  CueClass classOf(String lower) {
    return classes.getOrDefault(lower, CueClass.NONE);
  }

  private static CueLexicon load() {
    Map<String, CueClass> classes = new HashMap<>();
    for (String line : lines("cues.txt")) {
      int colon = line.indexOf(':');
      CueClass kind = CueClass.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
      for (String base : line.substring(colon + 1).strip().split("\\s+")) {
        VerbForms.of(base).forEach(form -> classes.putIfAbsent(form, kind));
      }
    }
    for (String line : lines("cue-nouns.txt")) {
      for (String noun : line.split("\\s+")) {
        classes.putIfAbsent(noun, CueClass.NOUN);
        classes.putIfAbsent(noun + "s", CueClass.NOUN);
      }
    }
    classes.put("according", CueClass.ACCORDING);
    return new CueLexicon(classes);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = CueLexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
