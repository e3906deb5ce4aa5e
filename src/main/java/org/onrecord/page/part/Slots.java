package org.onrecord.page.part;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;

/** In which of eight ways each speaker is coloured; the unnamed have none of them. */
@FunctionalInterface
public interface Slots {
  int COUNT = 8;

  /** The same everywhere: FNV-1a (32 bits) of the id. */
  Slots BY_HASH = Slots::hash;

  /**
   * The slot of a speaker with an id.
   *
   * @return 0 to 7
   */
  int of(String id);

  /** The class of the slot, as the stylesheet knows it. */
  default String style(@Nullable SpeakerRef speaker) {
    return speaker == null || speaker.id() == null ? "slotn" : "slot" + of(speaker.id());
  }

  /**
   * Within one article: a slot that is taken gives way to the next that is free, in order of first
   * quotation; from the ninth speaker on slots repeat.
   *
   * @param speakers in order of first quotation
   */
  static Slots apart(Iterable<SpeakerRef> speakers) {
    Map<String, Integer> slots = new HashMap<>();
    for (SpeakerRef speaker : speakers) {
      if (speaker.id() == null || slots.containsKey(speaker.id())) {
        continue;
      }
      int slot = hash(speaker.id());
      while (slots.size() < COUNT && slots.containsValue(slot)) {
        slot = (slot + 1) % COUNT;
      }
      slots.put(speaker.id(), slot);
    }
    return id -> slots.getOrDefault(id, hash(id));
  }

  private static int hash(String id) {
    int hash = 0x811c9dc5;
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return Integer.remainderUnsigned(hash, COUNT);
  }
}
