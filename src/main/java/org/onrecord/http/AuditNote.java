package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What came of a write, kept beside its request until it is written down: when it is answered or,
 * where the answer begins before the write ends, at its end.
 */
public final class AuditNote {
  private static final String NOTE = "org.onrecord.audit";
  private static final String END = "org.onrecord.audit.end";

  /** How many characters are noted in one line of the log. */
  private static final int LINE = 10_000;

  /** The lines so far. */
  private record Notes(List<StringBuilder> lines) {}

  private AuditNote() {}

  /** Says what else came of a request. */
  public static void add(HttpRequest<?> request, String note) {
    Notes notes = request.getAttribute(NOTE, Notes.class).orElse(null);
    if (notes == null) {
      notes = new Notes(new ArrayList<>());
      request.setAttribute(NOTE, notes);
    }
    synchronized (notes) {
      List<StringBuilder> lines = notes.lines();
      if (lines.isEmpty() || lines.getLast().length() + note.length() > LINE) {
        lines.add(new StringBuilder(note));
      } else {
        lines.getLast().append(", ").append(note);
      }
    }
  }

  /**
   * What was said, in its order, parted by commas, a line of the log each; one, and nothing in it,
   * where nothing was.
   */
  public static List<Optional<String>> of(HttpRequest<?> request) {
    Notes notes = request.getAttribute(NOTE, Notes.class).orElse(null);
    if (notes == null) {
      return List.of(Optional.empty());
    }
    synchronized (notes) {
      return notes.lines().stream().map(line -> Optional.of(line.toString())).toList();
    }
  }

  /** The write goes on while it is answered, until this is done. */
  public static void until(HttpRequest<?> request, CompletionStage<?> end) {
    request.setAttribute(END, end);
  }

  /** When the write has ended. */
  public static CompletionStage<?> end(HttpRequest<?> request) {
    CompletionStage<?> answered = CompletableFuture.completedStage(null);
    return request.getAttribute(END, CompletionStage.class).orElse(answered);
  }
}
