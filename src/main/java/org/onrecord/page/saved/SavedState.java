package org.onrecord.page.saved;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.Alerts;
import org.onrecord.alert.Channel;
import org.onrecord.alert.Outbox;
import org.onrecord.page.Wording;

/** How it goes with a saved search, in sentences. */
final class SavedState {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  private SavedState() {}

  /** A sentence, and whether it tells that something is wrong. */
  public record Line(String text, boolean bad) {}

  static List<Line> of(Alerts.State state) {
    List<Line> lines = new ArrayList<>();
    state
        .fault()
        .ifPresent(fault -> lines.add(new Line("It finds nothing any more: " + fault, true)));
    state.ways().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(way -> add(lines, way.getKey(), way.getValue()));
    return lines;
  }

  private static void add(List<Line> lines, Channel channel, Outbox outbox) {
    String way =
        switch (channel) {
          case WEBHOOK -> "Webhook";
          case MAIL -> "Mail";
        };
    String sent =
        outbox.sent() == 0
            ? "nothing sent yet"
            : Wording.count(outbox.sent(), "message", "messages")
                + " sent, the last on "
                + time(outbox.lastSent());
    String unsent =
        outbox.unsent() == 0 ? "" : "; " + Wording.number(outbox.unsent()) + " still to be told";
    lines.add(new Line(way + ": " + sent + unsent + ".", false));
    Outbox.Sending sending = outbox.sending();
    if (outbox.isEnded()) {
      lines.add(
          new Line(
              way
                  + " was given up on "
                  + time(outbox.ended())
                  + ": "
                  + outbox.fault()
                  + ". Saving takes it up again.",
              true));
    } else if (outbox.fault() != null) {
      lines.add(
          new Line(
              way
                  + " fails since "
                  + time(outbox.failingSince())
                  + ": "
                  + outbox.fault()
                  + (sending == null ? "." : ". Tried again on " + time(sending.next()) + "."),
              true));
    }
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "–" : TIME.format(at);
  }
}
