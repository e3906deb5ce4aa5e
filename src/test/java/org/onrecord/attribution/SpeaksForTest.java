package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.cast.Represented;

/** Whom somebody speaks for. */
class SpeaksForTest {
  @Test
  void spokesmanSpeaksForTheOrganisationNamedWithHim() {
    assertFor(
        "Harbour Commission", "“The quay is ours,” a spokesman for the Harbour Commission said.");
    assertFor("Harbour Commission", "Harbour Commission officials said that the quay was full.");
  }

  @Test
  void heIsTheSpokesmanWhoHasJustSpoken() {
    AttributedQuotation last =
        last(
            "“The quay is ours,” a spokesman for the Harbour Commission said.\n\n"
                + "“It is full,” he added.");
    assertEquals("unnamed a spokesman for the Harbour Commission", Said.speaker(last));
    assertEquals("Harbour Commission", name(last.speaksFor()));
  }

  @Test
  void spokeswomanWithANameSpeaksForItEverywhere() {
    AttributedQuotation last =
        last(
            "Harbour Commission spokeswoman Ruth Alder said that the quay was full.\n\n"
                + "Alder said the piers were old.");
    assertEquals("Ruth Alder", Said.speaker(last));
    assertEquals("Harbour Commission", name(last.speaksFor()));
  }

  @Test
  void officerOfNoForceNamedSpeaksForThePolice() {
    assertFor("police", "A senior police officer said that the piers were old.");
  }

  @Test
  void whoeverSpeaksForNobodyHasNone() {
    assertNull(last("Ruth Alder said that the quay was full.").speaksFor());
    assertNull(last("Officials said that the quay was full.").speaksFor());
  }

  private static void assertFor(String expected, String text) {
    assertEquals(expected, name(last(text).speaksFor()), text);
  }

  private static @Nullable String name(@Nullable Represented represented) {
    return represented == null ? null : represented.name();
  }

  private static AttributedQuotation last(String text) {
    return Said.last(Said.read(HarbourRegistry.of(), null, text).quotations());
  }
}
