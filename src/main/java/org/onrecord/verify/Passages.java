package org.onrecord.verify;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ParagraphDocument;

/** One view of an archive's paragraphs, of which those with certain words can be found. */
public interface Passages {

  /**
   * Which paragraphs are wanted.
   *
   * @param words a text, with most of whose words, in order, they are to be found
   * @param speakers the names of whom one is quoted in them; anybody where it is empty
   * @param from the first day, inclusive
   * @param to the last day, inclusive
   * @param outlets where they are from; anywhere where it is empty
   * @param most how many at the most
   */
  record Lookup(
      String words,
      Set<String> speakers,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<String> outlets,
      int most) {
    public Lookup {
      speakers = Set.copyOf(speakers);
      outlets = List.copyOf(outlets);
    }
  }

  /** The paragraphs that have most of the words, above all the rare ones and those in order. */
  List<ParagraphDocument> near(Lookup lookup) throws IOException;

  /** When on its day an article was published, where that is known. */
  Optional<Instant> time(ArticleId article) throws IOException;

  /** Whether somebody is quoted under one of these names, without regard to case. */
  boolean isQuoted(Set<String> names) throws IOException;

  /**
   * How rare each of these words is: the natural logarithm of how many paragraphs there are for
   * each that has it, 0 and more. A small archive tells little of that, so that it counts as if
   * some thousands of paragraphs of ordinary news stood beside its own.
   */
  List<Double> rarity(List<String> words) throws IOException;

  /** From when to when the archive reaches. */
  ArchiveSpan span() throws IOException;

  /** What the archive holds beside it. */
  Verification.Grounds grounds() throws IOException;
}
