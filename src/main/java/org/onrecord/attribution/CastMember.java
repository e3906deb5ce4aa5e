package org.onrecord.attribution;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Person;

/**
 * Somebody in an article: the names used, what the text says of them, and who that is in the
 * registry. Made by {@link Cast}.
 */
final class CastMember {
  private final Map<List<String>, Integer> names = new LinkedHashMap<>();
  private final List<NameMention> mentions = new ArrayList<>();
  private final List<Description> descriptions = new ArrayList<>();
  private final List<PartyEvidence> parties = new ArrayList<>();
  private Gender gender = Gender.UNKNOWN;
  private @Nullable Person person;

  CastMember(List<String> name) {
    names.put(name, 0);
  }

  void add(NameMention mention) {
    if (mention.words().size() > 1 || mention.words().equals(name())) {
      names.merge(mention.words(), 1, Integer::sum);
    }
    mentions.add(mention);
    descriptions.addAll(mention.descriptions());
    if (mention.party() != null) {
      parties.add(mention.party());
    }
    if (gender == Gender.UNKNOWN) {
      gender = mention.gender();
    }
  }

  void identify(Person who) {
    person = who;
    if (who.gender() != Gender.UNKNOWN) {
      gender = who.gender();
    }
  }

  /** The fullest name that the article uses. */
  List<String> name() {
    List<String> fullest = names.keySet().iterator().next();
    for (List<String> name : names.keySet()) {
      fullest = name.size() > fullest.size() ? name : fullest;
    }
    return fullest;
  }

  String last() {
    List<String> name = name();
    String last = fold(name.getLast());
    boolean suffix =
        last.equals("jr") || last.equals("sr") || last.equals("ii") || last.equals("iii");
    return suffix && name.size() > 2 ? fold(name.get(name.size() - 2)) : last;
  }

  String first() {
    return fold(name().getFirst());
  }

  boolean hasWord(String folded) {
    return names.keySet().stream().flatMap(List::stream).anyMatch(w -> fold(w).equals(folded));
  }

  /** The registry's name where it is known who it is, else the article's. */
  String displayName() {
    return person != null ? person.name() : String.join(" ", name());
  }

  String id() {
    return person != null ? person.id() : slug(displayName());
  }

  Gender gender() {
    if (gender == Gender.UNKNOWN && name().size() > 1) {
      return Lexicon.ENGLISH.genderOfGivenName(name().getFirst());
    }
    return gender;
  }

  /** Whether she can be "he": only a known other gender excludes. */
  boolean mayBe(Gender asked) {
    Gender own = gender();
    return own == Gender.UNKNOWN || asked == Gender.UNKNOWN || own == asked;
  }

  @Nullable Person person() {
    return person;
  }

  List<NameMention> mentions() {
    return mentions;
  }

  List<Description> descriptions() {
    return descriptions;
  }

  List<PartyEvidence> parties() {
    return parties;
  }

  int timesNamed() {
    return mentions.size();
  }

  /** A word without case, accents, dots and possessive. */
  static String fold(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT).replace(".", "").replace('’', '\'');
  }

  /** An id made from a name: "Zulfi Bukhari" is zulfi-bukhari. */
  static String slug(String name) {
    String slug = fold(name).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "unknown" : slug;
  }
}
