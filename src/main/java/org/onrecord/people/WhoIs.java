package org.onrecord.people;

import java.io.IOException;
import java.util.Optional;
import org.onrecord.article.SpeakerRef;

/**
 * For whom an id stands.
 *
 * @param who empty where the archive has nobody of that id, or it was struck
 * @param struck whether an editor decided that it is no name
 */
public record WhoIs(Optional<SpeakerRef> who, boolean struck) {

  /** Tells who bears an id in an archive, before anything is decided; empty for nobody. */
  @FunctionalInterface
  public interface Lying {
    Optional<SpeakerRef> of(String id) throws IOException;
  }

  /** For whom an id stands by what was decided; whom no article has is nobody. */
  public static WhoIs of(String id, Names names, Lying lying) throws IOException {
    if (names.isStruck(id)) {
      return new WhoIs(Optional.empty(), true);
    }
    Optional<SpeakerRef> itself = lying.of(id);
    return new WhoIs(
        itself.isPresent() ? itself.flatMap(names::of) : given(id, names, lying), false);
  }

  /** Who bears an id that nobody has but by what was decided. */
  private static Optional<SpeakerRef> given(String id, Names names, Lying lying)
      throws IOException {
    for (String other : names.ids()) {
      Optional<SpeakerRef> who =
          names.readings(other).stream()
              .flatMap(reading -> reading.who().stream())
              .filter(one -> id.equals(one.id()))
              .findFirst();
      if (who.isPresent() && !other.equals(id) && lying.of(other).isPresent()) {
        return who;
      }
    }
    return Optional.empty();
  }
}
