package org.onrecord.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.search.Copies;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.AskedSpeaker;
import org.onrecord.verify.Candidate;
import org.onrecord.verify.Difference;
import org.onrecord.verify.VerdictSentence;
import org.onrecord.verify.Verification;

/** Shows a verdict to a person. */
public final class VerificationPage {
  private final PrintStream out;
  private final TextStyle style;

  public VerificationPage(PrintStream out, TextStyle style) {
    this.out = out;
    this.style = style;
  }

  public void print(Verification answer) {
    out.println(answer.verdict().label() + ": " + TextStyle.clean(VerdictSentence.of(answer)));
    answer.speaker().ifPresent(this::speaker);
    int number = 1;
    for (Candidate candidate : answer.candidates()) {
      out.println();
      print(number++, candidate);
    }
    out.println();
    span(answer.archive());
  }

  private void speaker(AskedSpeaker speaker) {
    String asked = TextStyle.clean(speaker.asked());
    if (!speaker.known()) {
      out.println("Nobody speaks in the archive as " + asked + " alone.");
    }
    if (!speaker.suggestions().isEmpty()) {
      out.println(
          "Speakers of that name: "
              + speaker.suggestions().stream()
                  .map(one -> TextStyle.clean(one.name()) + " (" + one.quotations() + ")")
                  .collect(Collectors.joining(", ")));
    }
  }

  private void print(int number, Candidate candidate) {
    ArticleHeader article = candidate.paragraph().article();
    String where =
        Stream.of(String.valueOf(article.date()), article.outlet(), article.id().value())
            .filter(part -> part != null)
            .map(TextStyle::clean)
            .collect(Collectors.joining(" · "));
    out.println(
        number
            + ". "
            + candidate.verdict().label()
            + ", "
            + where
            + " · paragraph "
            + candidate.paragraph().ordinal());
    String text = candidate.paragraph().text();
    out.println(
        "   "
            + style.faint(TextStyle.clean(candidate.before().in(text)))
            + TextStyle.clean(candidate.found().in(text))
            + style.faint(TextStyle.clean(candidate.after().in(text))));
    candidate
        .quotation()
        .ifPresent(q -> out.println("   " + style.faint(said(q.speaker(), q.kind().label()))));
    candidate.differences().forEach(difference -> out.println("   " + told(difference)));
    copies(candidate.copies());
  }

  private static String said(@Nullable SpeakerRef speaker, String kind) {
    return TextStyle.clean(speaker == null ? "nobody is named" : speaker.name()) + ", " + kind;
  }

  static String told(Difference difference) {
    String asked = "\"" + TextStyle.clean(difference.askedText()) + "\"";
    String found = "\"" + TextStyle.clean(difference.foundText()) + "\"";
    String what =
        switch (difference.op()) {
          case REPLACED -> asked + " stands for " + found;
          case ADDED -> asked + " is added";
          case DROPPED -> found + " is left out";
          case ELIDED -> found + " is left out at the ellipsis";
        };
    return difference.weight().label() + " (" + difference.about().label() + "): " + what;
  }

  private void copies(Copies copies) {
    if (copies.count() > 0) {
      List<String> where =
          copies.shown().stream()
              .map(copy -> copy.article())
              .map(a -> a.outlet() == null ? a.id().value() : a.outlet())
              .distinct()
              .map(TextStyle::clean)
              .toList();
      out.println("   also in: " + String.join(", ", where));
    }
  }

  private void span(ArchiveSpan span) {
    if (span.from() != null) {
      out.println(
          "Archive: "
              + Amount.of(span.articles(), "article")
              + ", "
              + span.from()
              + " to "
              + span.to());
    }
    span.gaps().forEach(gap -> out.println("  nothing from " + gap.from() + " to " + gap.to()));
  }
}
