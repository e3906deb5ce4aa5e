package org.onrecord.article;

/**
 * A party.
 *
 * @param id the registry's id, {@code pti}, else one made from the name; one party's alone
 * @param name the short name that it bore on the article's date, "PTI"; several parties may share
 *     it
 */
public record PartyRef(String id, String name) {}
