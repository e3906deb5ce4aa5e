package org.onrecord.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Passages.Lookup;

/**
 * Tells whether words are on record: looks up the paragraphs that have most of them, lays them
 * beside each, and says of the best what it bears out. Safe for use by several threads.
 */
public final class Verifier {
  /** How many paragraphs are compared for one question. */
  private static final int MOST_COMPARED = 40;

  /** What does not have this share of the words is not compared: it can be no piece either. */
  private static final double LEAST_SHARE = 0.3;

  private final PassageSource source;
  private final Speakers speakers;

  public Verifier(PassageSource source, SearchService search, FacetAliases aliases) {
    this.source = source;
    this.speakers = new Speakers(search, aliases);
  }

  /**
   * Verifies a claim.
   *
   * @throws org.onrecord.search.InvalidRequestException if it has too few or too many words, or its
   *     days are the wrong way round
   */
  public Verification verify(Claim claim) throws IOException {
    List<SpokenWord> words = claim.read();
    String asked = claim.speaker();
    return source.read(
        passages -> {
          AskedSpeaker speaker =
              asked == null || asked.isBlank() ? null : speakers.of(asked.strip(), passages);
          return new Run(claim, words, speaker, passages).verification();
        });
  }

  /** Finds who else reports what a quotation reports. */
  public ReportFinder reports() {
    return new ReportFinder(source);
  }

  /** Finds which of several statements take up an earlier one. */
  public Restatements restatements() {
    return new Restatements(source);
  }

  /** What the archive covers now. */
  public ArchiveSpan span() throws IOException {
    return source.read(Passages::span);
  }

  /** What answers rest on now. */
  public Verification.Grounds grounds() throws IOException {
    return source.read(Passages::grounds);
  }

  /** One claim before one view of the archive. */
  private static final class Run {
    private final Claim claim;
    private final List<SpokenWord> words;
    private final @Nullable AskedSpeaker speaker;
    private final Passages passages;
    private final Rarity rarity;
    private final Judge judge;
    private final Map<String, ParagraphDocument> seen = new LinkedHashMap<>();
    private final Map<String, List<SpokenWord>> read = new HashMap<>();

    Run(Claim claim, List<SpokenWord> words, @Nullable AskedSpeaker speaker, Passages passages)
        throws IOException {
      this.claim = claim;
      this.words = words;
      this.speaker = speaker;
      this.passages = passages;
      this.rarity = Rarity.of(words, passages);
      this.judge = new Judge(claim, speaker);
    }

    Verification verification() throws IOException {
      Set<String> names = speaker == null ? Set.of() : speaker.names();
      boolean narrowed = !names.isEmpty() || claim.from() != null || claim.to() != null;
      List<PassageFit> fits = new ArrayList<>();
      if (narrowed) {
        fits.addAll(
            fits(
                new Lookup(
                    claim.words(),
                    names,
                    claim.from(),
                    claim.to(),
                    claim.outlets(),
                    MOST_COMPARED)));
      }
      if (fits.stream().noneMatch(PassageFit::isSame)) {
        fits.addAll(fits(anywhere(claim.words())));
      }
      List<Candidate> candidates = new ArrayList<>();
      fits.forEach(fit -> judge.judge(fit).ifPresent(candidates::add));
      List<Candidate> ranked = Ranking.of(candidates);
      return ranked.isEmpty() || Splices.mayBe(ranked.getFirst(), words)
          ? spliced(ranked, fits)
          : answer(ranked.getFirst().verdict(), ranked);
    }

    private Verification spliced(List<Candidate> ranked, List<PassageFit> fits) throws IOException {
      List<PassageFit> pieces =
          new Splices(claim.words(), words, rarity, this::fitsOf).pieces(fits);
      if (pieces.isEmpty()) {
        return answer(ranked.isEmpty() ? Verdict.NOT_HERE : ranked.getFirst().verdict(), ranked);
      }
      return answer(Verdict.SPLICED, pieces.stream().map(judge::piece).toList());
    }

    private Verification answer(Verdict verdict, List<Candidate> candidates) throws IOException {
      return new Verification(
          claim,
          verdict,
          candidates.subList(0, Math.min(Verification.MOST_CANDIDATES, candidates.size())),
          Optional.ofNullable(speaker),
          passages.span());
    }

    private Lookup anywhere(String text) {
      return new Lookup(text, Set.of(), null, null, claim.outlets(), MOST_COMPARED);
    }

    /** The fits of paragraphs that were not compared before. */
    private List<PassageFit> fits(Lookup lookup) throws IOException {
      List<PassageFit> fits = new ArrayList<>();
      for (ParagraphDocument paragraph : passages.near(lookup)) {
        boolean isNew = seen.putIfAbsent(paragraph.id(), paragraph) == null;
        if (isNew && rarity.shareIn(words(paragraph)) >= LEAST_SHARE) {
          fits.add(fit(words, paragraph));
        }
      }
      return fits;
    }

    /** How some of the words fit everything that was seen, and what is found by them alone. */
    private List<PassageFit> fitsOf(List<SpokenWord> some, Splices.Where where) throws IOException {
      List<ParagraphDocument> paragraphs =
          switch (where) {
            case SEEN -> List.copyOf(seen.values());
            case ANYWHERE -> {
              int start = some.getFirst().span().start();
              int end = some.getLast().span().end();
              yield passages.near(anywhere(claim.words().substring(start, end)));
            }
          };
      List<PassageFit> fits = new ArrayList<>();
      for (ParagraphDocument paragraph : paragraphs) {
        fits.add(fit(some, paragraph));
      }
      return fits;
    }

    private PassageFit fit(List<SpokenWord> some, ParagraphDocument paragraph) {
      return PassageFit.of(claim.words(), some, paragraph, words(paragraph), rarity);
    }

    private List<SpokenWord> words(ParagraphDocument paragraph) {
      return read.computeIfAbsent(paragraph.id(), _ -> SpokenWords.of(paragraph.text()));
    }
  }
}
