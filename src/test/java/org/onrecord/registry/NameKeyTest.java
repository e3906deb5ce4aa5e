package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

  @ParameterizedTest
  @CsvSource({
    "J. D. Vance, JD Vance",
    "J.D. Vance, jd vance",
    "Recep Tayyip Erdoğan, Recep Tayyip Erdogan",
    "Jean-Luc Mélenchon, Jean Luc Melenchon",
    "Beto O’Rourke, Beto O'Rourke",
    "Lars Løkke Rasmussen, Lars Lokke Rasmussen",
    "PML(N), PML-N",
    "Yıldırım, Yildirim",
  })
  void spellingsThatDifferOnlyInMarksShareAKey(String one, String other) {
    assertEquals(NameKey.of(one), NameKey.of(other));
  }

  @Test
  void devanagariVowelSignsAreKept() {
    assertNotEquals(NameKey.of("मोदी"), NameKey.of("मादा"));
  }

  @Test
  void punctuationAloneHasNoKey() {
    assertEquals("", NameKey.of(" .-'"));
  }
}
