package org.onrecord.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a text writes parties, and how somebody asks for them. */
class PartyNamesTest {
  private static final Registry REGISTRY =
      new Registry(
          List.of(),
          List.of(
              party("pti", "PTI", "Pakistan Tehreek-e-Insaf", "PK"),
              party("pml-n", "PML-N", "Pakistan Muslim League (Nawaz)", "PK"),
              party("pkmap", "PkMAP", "Pashtunkhwa Milli Awami Party", "PK"),
              party("sic", "SIC", "Sunni Ittehad Council", "PK"),
              party("bap", "BAP", "Balochistan Awami Party", "PK"),
              party("ham", "HAM", "Hindustani Awam Morcha", "IN"),
              party("inc", "Congress", "Indian National Congress", "IN", "INC"),
              party("pmk", "PMK", "Pattali Makkal Katchi", "IN"),
              party("pk", "PK", "Party of Kings", "IN"),
              party("shiv-sena", "Shiv Sena", "Shiv Sena", "IN", "Sena"),
              party("us-republican", "Republican", "Republican Party", "US", "R", "GOP"),
              party("uk-labour", "Labour", "Labour Party", "GB"),
              party("nz-labour", "Labour", "New Zealand Labour Party", "NZ"),
              party("your-party", "Your Party", "Your Party", "GB"),
              party("fidesz", "Fidesz", "Fidesz – Hungarian Civic Alliance", "HU")),
          List.of());

  private static Party party(
      String id, String name, String fullName, String country, String... aliases) {
    return new Party(id, name, fullName, List.of(aliases), List.of(), country, DatePeriod.ALWAYS);
  }

  @ParameterizedTest
  @CsvSource({
    "PTI, pti",
    "P.T.I., pti",
    "PML-N, pml-n",
    "PML(N), pml-n",
    "PMLN, pml-n",
    "PML N, pml-n",
    "PML (N), pml-n",
    "PkMAP, pkmap",
    "PKMAP, pkmap",
    "INC, inc",
    "Congress, inc",
    "CONGRESS, inc",
    "Sena, shiv-sena",
    "Shivsena, shiv-sena",
    "R, us-republican",
    "Fidesz, fidesz",
    "Your Party, your-party",
    "pakistan tehreek-e-insaf, pti",
    "Pakistan Tehrik-i-Insaf, pti",
    "PAKISTAN MUSLIM LEAGUE (NAWAZ), pml-n",
    "Labour party, uk-labour",
  })
  void aTextWritesAParty(String text, String id) {
    assertEquals(List.of(id), ids(REGISTRY.parties(text)));
    assertEquals(id, REGISTRY.partiesNamed(text).getFirst().party().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sic",
        "sic",
        "Ham",
        "ham",
        "Bap",
        "Inc",
        "Inc.",
        "pti",
        "Pti",
        "P K",
        "P. K.",
        "PM K",
        "P T I",
        "congress",
        "labour",
        "sena",
        "SENA",
        "r",
        "R.",
        "your party",
        "Kongress",
        "Labor",
        "Fidez",
        "",
        "-",
      })
  void aTextWritesNoParty(String text) {
    assertEquals(List.of(), REGISTRY.parties(text));
    assertEquals(List.of(), REGISTRY.partiesNamed(text));
  }

  @ParameterizedTest
  @CsvSource({
    "pti, pti",
    "pmln, pml-n",
    "pml(n), pml-n",
    "inc, inc",
    "CONGRESS, inc",
    "pakistan tehrik-i-insaf, pti",
    "your party, your-party",
    "p.t.i., pti",
  })
  void whoAsksNeedNotCareForCase(String asked, String id) {
    assertEquals(List.of(id), ids(REGISTRY.partiesAsked(asked)));
    assertEquals(id, REGISTRY.party(asked).orElseThrow().id());
  }

  @Test
  void theKindOfMatchIsTold() {
    assertEquals(NameMatch.Kind.EXACT, REGISTRY.partiesNamed("PML(N)").getFirst().kind());
    assertEquals(
        NameMatch.Kind.VARIANT, REGISTRY.partiesNamed("Pakistan Tehrik-i-Insaf").getFirst().kind());
  }

  @Test
  void partiesOfPreferredCountriesComeAloneWhereThereAreAny() {
    Registry british = REGISTRY.finding(Set.of("gb"));
    assertEquals(List.of("uk-labour", "nz-labour"), ids(REGISTRY.parties("Labour")));
    assertEquals(List.of("uk-labour"), ids(british.parties("Labour")));
    assertEquals(List.of("uk-labour"), ids(british.partiesAsked("labour")));
    assertEquals(1, british.partiesNamed("Labour").size());
    assertEquals(List.of("inc"), ids(british.parties("Congress")));
    assertEquals("nz-labour", british.party("Labour", "NZ").orElseThrow().id());
  }

  @Test
  void aColourIsSixHexadecimalDigits() {
    assertTrue(colour("#00a651"));
    assertFalse(colour("green"));
    assertFalse(colour("#00a65g"));
  }

  private static boolean colour(String text) {
    try {
      new Party("x", "X", "X", List.of(), List.of(), null, DatePeriod.ALWAYS, null, text);
      return true;
    } catch (IllegalArgumentException e) {
      assertEquals("colour " + text + " is not like #00a651", e.getMessage());
      return false;
    }
  }

  private static List<String> ids(List<Party> parties) {
    return parties.stream().map(Party::id).toList();
  }
}
