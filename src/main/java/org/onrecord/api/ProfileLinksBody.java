package org.onrecord.api;

/**
 * Where to read on, as paths from the service's root.
 *
 * @param self the profile itself
 * @param quotations a search for what they said
 */
public record ProfileLinksBody(String self, String quotations) {
  static ProfileLinksBody ofSpeaker(String id, String name) {
    return new ProfileLinksBody(Links.speaker(id), Links.quotationsOf("speaker", name));
  }

  static ProfileLinksBody ofParty(String id) {
    return new ProfileLinksBody(Links.party(id), Links.quotationsOf("party", id));
  }
}
