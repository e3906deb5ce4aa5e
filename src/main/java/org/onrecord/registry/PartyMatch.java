package org.onrecord.registry;

/**
 * A party found by a name.
 *
 * @param spelling the registry's own spelling that matched: one of the party's names or aliases
 * @param kind how it matched
 */
public record PartyMatch(Party party, String spelling, NameMatch.Kind kind) {}
