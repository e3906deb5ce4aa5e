package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How names in capitals are written otherwise. */
class LetterCaseTest {
  @Test
  void partsOfNameBeginWithCapital() {
    assertEquals("Quill-Alder", LetterCase.proper("QUILL-ALDER", false));
    assertEquals("O'Brien", LetterCase.proper("O'BRIEN", false));
  }

  @Test
  void shortWordsMayBeInitials() {
    assertEquals("AMY", LetterCase.proper("AMY", false));
    assertEquals("Amy", LetterCase.proper("AMY", true));
    assertEquals("TJ", LetterCase.proper("TJ", true));
    assertEquals("T.J.", LetterCase.proper("T.J.", true));
  }

  @Test
  void nameAsItIsWrittenStays() {
    assertEquals("McAllister", LetterCase.proper("McAllister", true));
  }

  @Test
  void marksAreNoCapitals() {
    assertTrue(LetterCase.isCapitals("O'BRIEN"));
    assertFalse(LetterCase.isCapitals("12"));
    assertFalse(LetterCase.isCapitals("Quill"));
  }
}
