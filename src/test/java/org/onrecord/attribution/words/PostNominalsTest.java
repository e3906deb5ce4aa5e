package org.onrecord.attribution.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.AttributedQuotation;
import org.onrecord.attribution.CoastRegistry;
import org.onrecord.attribution.Said;

/** Letters behind a name are no part of it, and say something of its bearer. */
class PostNominalsTest {
  private static final LocalDate DAY = LocalDate.of(2020, 5, 4);

  @Test
  void lettersAreNoPartOfTheName() {
    assertEquals("Susan Hale", speaker("“The quay is ours,” said Susan Hale QC in London."));
    assertEquals("Susan Hale", speaker("Susan Hale MBE said that the quay is full."));
    assertEquals("Noel Brack", speaker("“The quay is ours,” said Noel Brack MP in London."));
  }

  @Test
  void lettersAtTheEndOfASentenceLeaveTheNextOneItsName() {
    List<AttributedQuotation> quotations =
        Said.read(
                CoastRegistry.of(),
                DAY,
                "“The quay is ours,” said Noel Brack MP. Enid Brack MP said that it is full.")
            .quotations();
    assertEquals(
        List.of("known-noel-brack", "known-enid-brack"),
        quotations.stream().map(Said::id).toList());
  }

  @Test
  void lettersAreAnOffice() {
    String said = "“The quay is ours,” said footballer Noel Brack%s in London.";
    assertEquals("noel-brack", id(said.formatted("")));
    assertEquals("known-noel-brack", id(said.formatted(" MP")));
    assertEquals("noel-brack", id(said.formatted(" QC")));
  }

  @Test
  void partyBeforeLettersIsNotAName() {
    assertEquals(
        "Tide",
        Said.party(
            Said.read(
                    CoastRegistry.of(),
                    DAY,
                    "“The quay is ours,” said Tide MP Susan Hale in Leeds.")
                .quotations()
                .getLast()));
  }

  private static String speaker(String body) {
    return Said.speaker(Said.read(CoastRegistry.of(), DAY, body).quotations().getLast());
  }

  private static String id(String body) {
    return Said.id(Said.read(CoastRegistry.of(), DAY, body).quotations().getLast());
  }
}
