package org.onrecord.attribution.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.Said;

/** Which countries an article is about. */
class ArticleCountriesTest {
  @Test
  void articleWithoutPlacesIsAboutNone() {
    ArticleCountries countries = countries("The quay is full, she said.");
    assertTrue(countries.isEmpty());
    assertFalse(countries.isAbout(Set.of("GB")));
    assertEquals(Optional.empty(), countries.main());
  }

  @Test
  void placeSpeaksForItsCountry() {
    assertEquals(Optional.of("GB"), countries("The ferry came to London.").main());
    assertEquals(Optional.of("KE"), countries("The ferry came to Nairobi.").main());
    assertEquals(Optional.of("PK"), countries("The Pakistani ferry came late.").main());
  }

  @Test
  void nameThatMayMeanSomethingElseDoesNotDecide() {
    ArticleCountries countries = countries("They met in Georgia.");
    assertTrue(countries.isEmpty());
    assertTrue(countries.isAbout(Set.of("US")) && countries.isAbout(Set.of("GE")));
    assertFalse(countries("They met in Georgia and Ohio.").isAbout(Set.of("GE")));
  }

  @Test
  void noneLeadsWhereTwoAreNamedAsOften() {
    ArticleCountries countries = countries("From Kenya to Pakistan.");
    assertEquals(Optional.empty(), countries.main());
    assertTrue(countries.isAbout(Set.of("KE")) && countries.isAbout(Set.of("PK")));
    assertEquals(Optional.of("KE"), countries("From Kenya to Pakistan to Kenya.").main());
  }

  @Test
  void longestNameCounts() {
    assertEquals(Optional.of("US"), countries("He left New York.").main());
    assertEquals(Optional.of("Bihar"), countries("Bihar and Patna.").mainRegion("IN"));
  }

  @Test
  void stateLeadsOnlyWhereItIsNamedMost() {
    assertEquals(Optional.empty(), countries("Bihar and Kerala.").mainRegion("IN"));
    assertEquals(Optional.empty(), countries("India.").mainRegion("IN"));
  }

  @Test
  void leaderWhomTheArticleNamesSpeaksForTheCountry() {
    ArticleCountries countries = countries("The quay is full.");
    countries.addPerson(Set.of("PK"));
    assertEquals(Optional.of("PK"), countries.main());
  }

  private static ArticleCountries countries(String text) {
    return ArticleCountries.of(Said.segmented(text));
  }
}
