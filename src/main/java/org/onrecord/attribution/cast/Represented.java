package org.onrecord.attribution.cast;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;

/**
 * An organisation that somebody speaks for: the ministry of its spokesman, the party of its lawyer.
 *
 * @param name as the article has it
 * @param id one made from the name
 * @param party the party that it is on the article's date; null where it is none
 */
public record Represented(String name, String id, @Nullable PartyRef party) {}
