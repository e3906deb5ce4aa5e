package org.onrecord.verify;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArticleHeader;

/** Says a verdict in a sentence, for a reader. */
public final class VerdictSentence {
  private VerdictSentence() {}

  /** A sentence, with who and where as far as that is known. */
  public static String of(Verification answer) {
    if (answer.verdict() == Verdict.NOT_HERE || answer.candidates().isEmpty()) {
      return nothing(answer.archive());
    }
    Candidate best = answer.candidates().getFirst();
    String who = who(best);
    return switch (answer.verdict()) {
      case EXACT ->
          best.quotation().isPresent()
              ? "These are " + who + " words, " + where(best) + "."
              : "These words stand in the text, and not as a quotation, " + where(best) + ".";
      case ALTERED -> "Nearly " + who + " words, but " + changed(best) + ", " + where(best) + ".";
      case PARTIAL ->
          "A piece of what "
              + name(best).orElse("somebody")
              + " said: more stands around it, "
              + where(best)
              + ".";
      case SPLICED ->
          answer.candidates().size() > 1
              ? "Joined from "
                  + answer.candidates().size()
                  + " pieces that stand apart; the first "
                  + where(best)
                  + "."
              : "Joined over words that are left out without a sign, " + where(best) + ".";
      case REPORTED ->
          "Told in the writer's words of what "
              + name(best).orElse("somebody")
              + " said, "
              + where(best)
              + ".";
      case OTHER_SPEAKER ->
          "Not found of the one asked for, but these are " + who + " words, " + where(best) + ".";
      case OTHER_DATE -> "Not found within these days, but " + where(best) + ".";
      case DENIED -> denied(best);
      case NOT_HERE -> nothing(answer.archive());
    };
  }

  private static String denied(Candidate best) {
    String told = best.quotation().map(quotation -> quotation.polarity().told()).orElse("");
    return "It is not said: "
        + name(best).orElse("somebody")
        + " "
        + (told.isEmpty() ? "denies" : told)
        + " it, "
        + where(best)
        + ".";
  }

  private static String changed(Candidate best) {
    if (best.differences().isEmpty()) {
      return "in another form";
    }
    Difference first = best.differences().getFirst();
    return switch (first.about()) {
      case NEGATION -> "a negation differs";
      case NUMBER -> "a number differs";
      case FORM -> "in another form";
      case WORD, TURN -> "words differ";
    };
  }

  private static Optional<String> name(Candidate best) {
    return best.quotation().flatMap(q -> Optional.ofNullable(q.speaker())).map(SpeakerRef::name);
  }

  private static String who(Candidate best) {
    return name(best).map(name -> name + (name.endsWith("s") ? "’" : "’s")).orElse("somebody’s");
  }

  private static String where(Candidate best) {
    ArticleHeader article = best.paragraph().article();
    LocalDate date = article.date();
    return "in "
        + (article.outlet() == null ? "an article" : article.outlet())
        + (date == null ? "" : " of " + date);
  }

  private static String nothing(ArchiveSpan archive) {
    return archive.from() == null
        ? "The archive is empty, so it can tell nothing."
        : String.format(
            Locale.ROOT,
            "Nothing near it is in the archive, whose %,d articles are of %s to %s; that does not"
                + " make it false.",
            archive.articles(),
            archive.from(),
            archive.to());
  }
}
