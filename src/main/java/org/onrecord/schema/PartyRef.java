package org.onrecord.schema;

/**
 * A party.
 *
 * @param id the registry's id, {@code pti}
 * @param name the short name that facets show, "PTI"
 */
public record PartyRef(String id, String name) {}
