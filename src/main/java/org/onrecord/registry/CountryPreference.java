package org.onrecord.registry;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes, of several who bear a name, those of some countries, if any are.
 *
 * @param countries ISO 3166 two-letter codes in capitals; none for no preference
 */
record CountryPreference(Set<String> countries, Memberships memberships) {
  List<NameMatch> people(List<NameMatch> all) {
    if (countries.isEmpty() || all.size() < 2) {
      return all;
    }
    List<NameMatch> near =
        all.stream()
            .filter(m -> memberships.countriesOf(m.person()).stream().anyMatch(countries::contains))
            .toList();
    return near.isEmpty() ? all : near;
  }

  List<Party> parties(List<Party> all) {
    if (countries.isEmpty() || all.size() < 2) {
      return all;
    }
    List<Party> near = all.stream().filter(party -> isPreferred(party.country())).toList();
    return near.isEmpty() ? all : near;
  }

  private boolean isPreferred(@Nullable String country) {
    return country != null
        && country.length() >= 2
        && countries.contains(country.substring(0, 2).toUpperCase(Locale.ROOT));
  }
}
