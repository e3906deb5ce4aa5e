package org.onrecord.attribution.lookup;

import org.onrecord.registry.NameMatch;

/**
 * Who of the registry somebody in an article is.
 *
 * @param match the person, and by which spelling
 * @param evidence what in the article says so, "office and country"
 * @param confidence how sure that is, 0 to 1
 */
public record Identity(NameMatch match, String evidence, double confidence) {}
