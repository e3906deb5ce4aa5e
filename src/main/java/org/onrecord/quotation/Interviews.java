package org.onrecord.quotation;

import java.util.List;
import java.util.Set;

/** Whether the words before the first label tell of an interview. */
final class Interviews {
  private static final int OPENING = 8;
  private static final Set<String> WORDS =
      Set.of(
          "interview", "interviewed", "conversation", "q&a", "excerpts", "transcript", "moderated");
  private static final Set<String> VERBS = Set.of("spoke", "talked", "sat", "speaks", "chatted");
  private static final Set<String> LINKS = Set.of("to", "with", "down");

  private final boolean interview;

  Interviews(List<ParagraphView> views, List<Chunk> chunks) {
    boolean found = false;
    for (int i = 0; i < Math.min(OPENING, chunks.size()); i++) {
      Chunk chunk = chunks.get(i);
      boolean letter = chunk.label() != null && chunk.label().asks();
      if (letter) {
        break;
      }
      found |= tells(views.get(chunk.paragraph()));
    }
    interview = found;
  }

  private static boolean tells(ParagraphView view) {
    for (int i = 0; i < view.size; i++) {
      boolean spoke =
          VERBS.contains(view.lower[i]) && i + 1 < view.size && LINKS.contains(view.lower[i + 1]);
      if (spoke || WORDS.contains(view.lower[i])) {
        return true;
      }
    }
    return false;
  }

  boolean isInterview() {
    return interview;
  }
}
