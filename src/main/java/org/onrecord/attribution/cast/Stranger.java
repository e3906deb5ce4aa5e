package org.onrecord.attribution.cast;

import org.jspecify.annotations.Nullable;
import org.onrecord.registry.Gender;

/**
 * One person whom the article quotes and does not name: "a senior clerk".
 *
 * @param description the words
 * @param head the noun of them, in lower case: "clerk"
 * @param speaksFor whom she speaks for, or null
 */
public record Stranger(
    String description, String head, Gender gender, @Nullable Represented speaksFor)
    implements Antecedent {}
