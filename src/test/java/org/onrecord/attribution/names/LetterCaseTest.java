package org.onrecord.attribution.names;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is in capitals. */
class LetterCaseTest {
  @Test
  void marksAreNoCapitals() {
    assertTrue(LetterCase.isCapitals("O'BRIEN"));
    assertFalse(LetterCase.isCapitals("12"));
    assertFalse(LetterCase.isCapitals("Quill"));
  }
}
