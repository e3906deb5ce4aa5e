package org.onrecord.attribution;

/**
 * What the text says of somebody's party.
 *
 * @param name the party as it is written: "PTI", "Republican", "D"
 * @param former whether the text says former
 * @param rule where it stands: before the name, in brackets after it, in apposition
 */
record PartyEvidence(String name, boolean former, String rule) {}
