package org.onrecord.attribution.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.attribution.names.ArticleNames;
import org.onrecord.attribution.names.NameClassifier;
import org.onrecord.attribution.names.NameFeatures;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameModel;
import org.onrecord.attribution.names.NameStretches;
import org.onrecord.attribution.names.NameStretches.Stretch;
import org.onrecord.attribution.names.NameTag;
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.attribution.names.WordSigns;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/** Learns a {@link NameModel} from articles in which all or some names are marked. */
public final class NameLearner {
  private static final short NO_PERSON =
      (short) (NameTag.ANY & ~NameTag.PERSON.bit() & ~NameTag.IN_PERSON.bit());

  private final Registry registry;
  private final WordSigns.Cache signs;
  private final NameTrainer trainer = new NameTrainer();

  public NameLearner(Registry registry) {
    this.registry = registry;
    this.signs = new WordSigns.Cache(registry);
  }

  /** Trains once, on everything that was added. */
  public NameModel train() {
    return trainer.train();
  }

  public void add(AnnotatedNames annotated) {
    ArticleNames names = ArticleNames.byRules(registry, annotated.article());
    for (Paragraph paragraph : names.paragraphs) {
      List<Tagged> marked = NameCores.of(registry, paragraph, annotated.names());
      List<NameMention> ruled = names.ruled.getOrDefault(paragraph.ordinal(), List.of());
      NameFeatures features = new NameFeatures(registry, signs, paragraph, names.words, ruled);
      short[] allowed = allowed(paragraph, marked, annotated.complete());
      for (Stretch stretch : NameStretches.in(paragraph)) {
        List<long[]> hashes = new ArrayList<>();
        for (int i = stretch.first(); i < stretch.end(); i++) {
          long[] found = features.of(stretch, i);
          hashes.add(Arrays.copyOf(found, features.count()));
        }
        short[] here = Arrays.copyOfRange(allowed, stretch.first(), stretch.end());
        if (!isUnknown(here)) {
          trainer.add(hashes.toArray(long[][]::new), possible(here));
        }
      }
    }
  }

  /** A body that somebody speaks for may be a country or a person. */
  private Kind kind(List<Token> tokens, Tagged name) {
    String words = RolePhrases.words(tokens, name.first(), name.end());
    boolean body = name.kind() == Kind.ORGANISATION;
    boolean person =
        body && new NameClassifier(registry, tokens).isPersonal(name.first(), name.end());
    return person ? Kind.PERSON : body && Lexicon.ENGLISH.isPlace(words) ? Kind.PLACE : name.kind();
  }

  private static boolean isUnknown(short[] allowed) {
    for (short tags : allowed) {
      if (tags != NameTag.ANY) {
        return false;
      }
    }
    return true;
  }

  /** A stretch that begins inside a name begins it. */
  private static short[] possible(short[] allowed) {
    for (NameTag tag : NameTag.values()) {
      Kind kind = tag.kind();
      if (kind != null && tag.isInside() && allowed[0] == tag.bit()) {
        allowed[0] = NameTag.first(kind).bit();
      }
    }
    return allowed;
  }

  private short[] allowed(Paragraph paragraph, List<Tagged> marked, boolean complete) {
    List<Token> tokens = paragraph.tokens();
    short[] allowed = new short[tokens.size()];
    Arrays.fill(allowed, complete ? NameTag.OUTSIDE.bit() : NameTag.ANY);
    for (Tagged name : marked) {
      Kind kind = complete ? name.kind() : kind(tokens, name);
      for (int i = name.first(); i < name.end(); i++) {
        allowed[i] = (i == name.first() ? NameTag.first(kind) : NameTag.inside(kind)).bit();
      }
      if (complete) {
        continue;
      }
      if (name.end() < allowed.length) {
        allowed[name.end()] &= (short) ~NameTag.inside(kind).bit();
      }
      for (int i = name.first() - 1;
          kind == Kind.PERSON && i >= 0 && NameStretches.isNameWord(tokens.get(i));
          i--) {
        allowed[i] &= NO_PERSON;
      }
    }
    return allowed;
  }
}
