package org.onrecord.people;

/**
 * Two ids of the archive that are likely one person or organisation.
 *
 * @param who the one that would count as the other
 * @param into whose name is the registry's, else the fuller, else the more frequent
 * @param evidence what speaks for it, in a few words
 * @param together in how many articles both are named
 * @param sure whether the evidence is good enough to join them without asking
 */
public record Variant(
    ArchivedPerson who, ArchivedPerson into, String evidence, long together, boolean sure) {}
