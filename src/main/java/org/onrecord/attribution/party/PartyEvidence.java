package org.onrecord.attribution.party;

/**
 * What the text says of somebody's party.
 *
 * @param name the party as it is written: "PTI", "Republican", "D"
 * @param former whether the text says former
 * @param rule where it stands: before the name, in brackets after it, in apposition
 * @param office whether the text gives an office that only members of a party have: its leader, its
 *     MP; a "Democratic candidate" need not be a Democrat
 */
public record PartyEvidence(String name, boolean former, String rule, boolean office) {
  public PartyEvidence(String name, boolean former, String rule) {
    this(name, former, rule, false);
  }
}
