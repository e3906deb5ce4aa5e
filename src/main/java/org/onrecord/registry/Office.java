package org.onrecord.registry;

/**
 * A membership that has a role.
 *
 * @param role in plain English, "Defence Minister of Pakistan", "US Senator for Ohio", "chairman of
 *     PTI"
 * @param organisationId the id of the party or other organisation in which it is held
 * @param period when it was held
 */
public record Office(String role, String organisationId, DatePeriod period) {}
