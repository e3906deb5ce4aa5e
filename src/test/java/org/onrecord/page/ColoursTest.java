package org.onrecord.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onrecord.page.part.Slots;

/** Holds the stylesheet's colours to the contrast that WCAG 2.2 asks for, in both themes. */
class ColoursTest {
  private static final Path STYLES = Path.of("src/main/resources/page/onrecord.css");
  private static final Pattern TOKEN =
      Pattern.compile("--(\\w+): light-dark\\((#[0-9A-F]{6}),(#[0-9A-F]{6})\\)");
  private static final double TEXT = 4.5;
  private static final double CONTROL = 3;

  private static Map<String, List<String>> tokens() throws IOException {
    Map<String, List<String>> tokens = new HashMap<>();
    Matcher token = TOKEN.matcher(Files.readString(STYLES));
    while (token.find()) {
      tokens.putIfAbsent(token.group(1), List.of(token.group(2), token.group(3)));
    }
    return tokens;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Test
  void textAndControlsStandOutFromThePaper() throws IOException {
    Map<String, List<String>> tokens = tokens();
    for (int theme = 0; theme < 2; theme++) {
      for (String paper : List.of("paper", "panel", "raise")) {
        String ground = tokens.getOrDefault(paper, List.of()).get(theme);
        for (String ink : List.of("ink", "ink2", "link", "bad", "edge")) {
          double ratio = contrast(tokens.getOrDefault(ink, List.of()).get(theme), ground);
          double least = ink.equals("edge") ? CONTROL : TEXT;
          assertTrue(ratio >= least, ink + " on " + paper + ": " + ratio);
        }
      }
      for (int slot = 0; slot < Slots.COUNT; slot++) {
        String colour = tokens.getOrDefault("s" + slot, List.of()).get(theme);
        String paper = tokens.getOrDefault("paper", List.of()).get(theme);
        assertTrue(contrast(colour, paper) >= TEXT, "slot " + slot);
      }
      String mark = tokens.getOrDefault("mark", List.of()).get(theme);
      String marked = tokens.getOrDefault("markink", List.of()).get(theme);
      assertTrue(contrast(mark, marked) >= TEXT, "marked words");
    }
  }
}
