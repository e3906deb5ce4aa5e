package org.onrecord.people;

import java.util.List;
import org.onrecord.article.SpeakerRef;

/**
 * Somebody as the archive has them, before anything is decided.
 *
 * @param who with the name under which they are most often there
 * @param names every name that they have there, the most frequent first
 * @param spoken how many quotations are theirs
 * @param mentioned how many paragraphs name them
 */
public record ArchivedPerson(SpeakerRef who, List<String> names, long spoken, long mentioned) {
  public ArchivedPerson {
    names = List.copyOf(names);
    if (who.id() == null) {
      throw new IllegalArgumentException("whoever the archive can tell from others has an id");
    }
  }

  public String id() {
    return String.valueOf(who.id());
  }
}
