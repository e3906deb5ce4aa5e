package org.onrecord.attribution.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names as they are compared, and ids made from them. */
public final class NameForm {
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  private NameForm() {}

  /** A word without case, accents, dots and possessive. */
  public static String fold(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT).replace(".", "").replace('’', '\'');
  }

  /** Whether a word is what stands behind a surname: Jr, III. */
  public static boolean isSuffix(String word) {
    return SUFFIXES.contains(fold(word));
  }

  /** An id made from a name: "Zulfi Bukhari" is zulfi-bukhari. */
  public static String slug(String name) {
    String slug = fold(name).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "unknown" : slug;
  }
}
