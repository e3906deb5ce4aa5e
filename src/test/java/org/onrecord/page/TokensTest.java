package org.onrecord.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.page.part.Slots;

/** The colours, as the stylesheet has them, and who is shown in which. */
final class TokensTest {
  private static final Path CSS = Path.of("src/main/resources/page/onrecord.css");
  private static final Pattern TOKEN =
      Pattern.compile("--(\\w+): light-dark\\(#([0-9A-Fa-f]{6}),#([0-9A-Fa-f]{6})\\)");

  /** Each token in the light and in the dark theme. */
  private static List<Map<String, Integer>> themes() throws IOException {
    Map<String, Integer> light = new HashMap<>();
    Map<String, Integer> dark = new HashMap<>();
    Matcher tokens = TOKEN.matcher(Files.readString(CSS));
    while (tokens.find()) {
      light.putIfAbsent(tokens.group(1), Integer.parseInt(tokens.group(2), 16));
      dark.putIfAbsent(tokens.group(1), Integer.parseInt(tokens.group(3), 16));
    }
    return List.of(light, dark);
  }

  /** WCAG 2.2, contrast ratio. */
  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
  }

  private static double channel(int value) {
    double share = (value & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @Test
  void everyTextColourIsReadable() throws IOException {
    for (Map<String, Integer> theme : themes()) {
      atLeast(theme, "ink", "paper", 15);
      atLeast(theme, "ink2", "paper", 7);
      atLeast(theme, "ink2", "panel", 4.5);
      atLeast(theme, "link", "paper", 8);
      atLeast(theme, "bad", "paper", 7);
      atLeast(theme, "edge", "paper", 3.5);
      atLeast(theme, "markink", "mark", 6.5);
      for (int slot = 0; slot < Slots.COUNT; slot++) {
        atLeast(theme, "s" + slot, "paper", 4.8);
      }
    }
  }

  private static void atLeast(Map<String, Integer> theme, String of, String on, double least) {
    double found = contrast(token(theme, of), token(theme, on));
    assertTrue(found >= least, () -> of + " on " + on + ": " + found + " is not " + least);
  }

  private static int token(Map<String, Integer> theme, String name) {
    return Objects.requireNonNull(theme.get(name), name);
  }

  @Test
  void slotsFollowTheIdAndGiveWayWithinAnArticle() {
    assertEquals("slot0", Slots.BY_HASH.style(person("zulfi-bukhari")));
    assertEquals("slot3", Slots.BY_HASH.style(person("imran-khan")));
    assertEquals("slot3", Slots.BY_HASH.style(person("fawad-chaudhry")));
    Slots apart = Slots.apart(List.of(person("imran-khan"), person("fawad-chaudhry")));
    assertEquals("slot3", apart.style(person("imran-khan")));
    assertEquals("slot4", apart.style(person("fawad-chaudhry")));
    assertEquals("slotn", apart.style(new SpeakerRef("an official", null, SpeakerType.UNNAMED)));
    assertEquals("slotn", apart.style(null));
  }

  private static SpeakerRef person(String id) {
    return new SpeakerRef(id, id, SpeakerType.PERSON);
  }
}
