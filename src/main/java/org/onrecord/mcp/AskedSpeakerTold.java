package org.onrecord.mcp;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onrecord.verify.AskedSpeaker;

/** How the name of a claimed speaker was understood. */
record AskedSpeakerTold(
    String asked,
    @Described("whether somebody speaks in the archive under that name") boolean known,
    @Described("the archive's names that were taken for it") List<String> names,
    @Described("who else may be meant, and how often each is quoted") List<Meant> suggestions) {
  private static final int MOST_NAMES = 10;

  /** Somebody who may be meant. */
  record Meant(String name, long quotations) {}

  static AskedSpeakerTold of(AskedSpeaker speaker) {
    return new AskedSpeakerTold(
        speaker.asked(),
        speaker.known(),
        speaker.names().stream().sorted().map(Told::shortened).limit(MOST_NAMES).toList(),
        speaker.suggestions().stream()
            .map(each -> new Meant(Told.shortened(each.name()), each.quotations()))
            .toList());
  }

  /** What a model is to know of it; empty where nothing is. */
  List<String> notes() {
    if (known && suggestions.isEmpty()) {
      return List.of();
    }
    String others =
        suggestions.stream()
            .map(each -> String.format(Locale.ROOT, "%s (%,d)", each.name(), each.quotations()))
            .collect(Collectors.joining(", "));
    return List.of(
        (known
                ? "More than one is called " + Told.quoted(asked) + "."
                : "Nobody speaks in the archive under the name " + Told.quoted(asked) + ".")
            + (others.isEmpty() ? "" : " It has: " + others + "."));
  }
}
