package org.onrecord.attribution.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Names in capitals as names are written. */
class NameCaseTest {
  @Test
  void partsOfANameEachHaveTheirCapital() {
    assertEquals("Jean-Noel", NameCase.of("JEAN-NOEL", true));
    assertEquals("O’Dell", NameCase.of("O’DELL", true));
    assertEquals("McAllen", NameCase.of("McALLEN", true));
    assertEquals("McAllen", NameCase.of("MCALLEN", true));
  }

  @Test
  void shortNamesArePeoplesOnlyAndAcronymsStay() {
    assertEquals("Amy", NameCase.of("AMY", true));
    assertEquals("AMY", NameCase.of("AMY", false));
    assertEquals("JJ", NameCase.of("JJ", true));
    assertEquals("Alder", NameCase.of("Alder", true));
  }
}
