package org.onrecord.attribution.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What names of places, nationalities and outlets mean. */
class GazetteerTest {
  @Test
  void outletsOfOneNameAreToldApartByTheirCountry() {
    assertEquals(Optional.of("GB"), Gazetteer.ENGLISH.countryOfOutlet("The Guardian"));
    assertEquals(Optional.of("NG"), Gazetteer.ENGLISH.countryOfOutlet("The Guardian (Nigeria)"));
    assertEquals(Optional.of("IN"), Gazetteer.ENGLISH.countryOfOutlet("the tribune"));
    assertEquals(Optional.of("IN"), Gazetteer.ENGLISH.countryOfOutlet("Business Standard"));
    assertEquals(Optional.of("US"), Gazetteer.ENGLISH.countryOfOutlet("New York Times (Web)"));
  }

  @Test
  void nameMeansACountryAndPerhapsAPartOfIt() {
    assertEquals(
        List.of(new Gazetteer.Place("KE", null, false)), Gazetteer.ENGLISH.places("Nairobi"));
    assertEquals(
        List.of(new Gazetteer.Place("US", "Ohio", false)), Gazetteer.ENGLISH.places("Ohio"));
    assertEquals(List.of(), Gazetteer.ENGLISH.places("Ferry"));
  }

  @Test
  void londonIsBritainsFirst() {
    List<Gazetteer.Place> places = Gazetteer.ENGLISH.places("London");
    assertEquals(
        Set.of("GB"),
        Set.copyOf(places.stream().filter(p -> !p.weak()).map(Gazetteer.Place::country).toList()));
    assertTrue(places.stream().anyMatch(p -> p.weak() && p.country().equals("CA")));
  }

  @Test
  void adjectivesInSmallLettersAreTheCountrys() {
    assertEquals(Set.of("KE"), Gazetteer.ENGLISH.countriesOfAdjectives(List.of("kenyan", "new")));
    assertEquals(Set.of(), Gazetteer.ENGLISH.countriesOfAdjectives(List.of("georgian")));
  }

  @Test
  void outletIsOneWithAndWithoutItsArticleAndSection() {
    for (String name :
        List.of("The New York Times", "New York Times", "New York Times - Opinion")) {
      assertEquals(Optional.of("US"), Gazetteer.ENGLISH.countryOfOutlet(name), name);
    }
    assertEquals(Optional.empty(), Gazetteer.ENGLISH.countryOfOutlet("The Harbour Post"));
  }

  @Test
  void countryHasAUsualName() {
    assertEquals(Optional.of("United Kingdom"), Gazetteer.ENGLISH.nameOf("GB"));
  }
}
