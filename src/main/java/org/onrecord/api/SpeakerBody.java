package org.onrecord.api;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;

/**
 * Who speaks.
 *
 * @param id the registry's id, or one made from the name; null for the unnamed
 * @param type {@code person}, {@code organisation} or {@code unnamed}
 */
public record SpeakerBody(String name, @Nullable String id, String type) {
  static @Nullable SpeakerBody of(@Nullable SpeakerRef who) {
    return who == null ? null : new SpeakerBody(who.name(), who.id(), who.type().label());
  }
}
