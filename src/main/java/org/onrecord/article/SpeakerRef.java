package org.onrecord.article;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks, or who is spoken about.
 *
 * @param name the full name as the archive shows it: "Imran Khan", "Foreign Ministry", "a
 *     spokesman"
 * @param id the registry's id, else one made from the name ({@code imran-khan}); null for the
 *     unnamed
 */
public record SpeakerRef(String name, @Nullable String id, SpeakerType type) {}
