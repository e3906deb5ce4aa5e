package org.onrecord.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.evaluation.Probe.Kind;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.verify.Claim;

/** Makes probes of quotations. The same seed and quotations make the same probes. */
final class ProbeMaker {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{N}.,])[2-9]\\p{Nd}{0,3}(?![\\p{N}.,%])");
  private static final Pattern NEGATION =
      Pattern.compile("(?<=\\w)n['’]t\\b| (?:not|never)\\b", Pattern.CASE_INSENSITIVE);

  /** Words of which another can take the place: long, in small letters, without marks. */
  private static final Pattern EXCHANGED = Pattern.compile("[a-z]{5,}");

  private static final int LEAST_WORDS = 8;
  private static final int MOST_WORDS = 60;
  private static final int PIECE = 8;

  /** How many words in a row an invention has from a quotation. */
  private static final int MOST_KEPT = 3;

  private final Random random;
  private final List<QuoteDocument> quotes;
  private final List<String> inventions;

  ProbeMaker(long seed, List<QuoteDocument> drawn, List<String> inventions) {
    this.random = new Random(seed);
    this.quotes = drawn.stream().filter(ProbeMaker::isProper).toList();
    this.inventions = inventions;
  }

  /** Verbatim, said by somebody with a name, long enough to be told from others, in one piece. */
  private static boolean isProper(QuoteDocument quote) {
    SpeakerRef speaker = quote.quotation().speaker();
    int words = words(quote).size();
    return quote.quotation().kind() == QuotationKind.DIRECT
        && quote.quotation().segments().size() == 1
        && speaker != null
        && speaker.type() != SpeakerType.UNNAMED
        && quote.article().date() != null
        && LEAST_WORDS <= words
        && words <= MOST_WORDS
        && quote.quotation().content().codePoints().noneMatch(c -> c == '[' || c == '…');
  }

  private static List<String> words(QuoteDocument quote) {
    return Arrays.asList(quote.quotation().content().strip().split("\\s+"));
  }

  /** So many probes of each kind, as far as the quotations go. */
  List<Probe> make(int ofEach) {
    List<Probe> probes = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int made = 0;
      List<QuoteDocument> shuffled = new ArrayList<>(quotes);
      Collections.shuffle(shuffled, random);
      for (int i = 0; i < shuffled.size() && made < ofEach; i++) {
        Optional<Probe> probe = of(kind, shuffled.get(i), shuffled.get(shuffled.size() - 1 - i));
        if (probe.isPresent()) {
          probes.add(probe.get());
          made++;
        }
      }
    }
    return probes;
  }

  private Optional<Probe> of(Kind kind, QuoteDocument quote, QuoteDocument other) {
    String content = quote.quotation().content();
    return switch (kind) {
      case EXACT -> probe(kind, quote, Claim.of(roughened(content)));
      case WORD -> exchanged(quote, other).flatMap(words -> probe(kind, quote, Claim.of(words)));
      case NUMBER -> renumbered(content).flatMap(words -> probe(kind, quote, Claim.of(words)));
      case NEGATION -> affirmed(content).flatMap(words -> probe(kind, quote, Claim.of(words)));
      case CUT -> cut(quote).flatMap(words -> probe(kind, quote, Claim.of(words)));
      case SPLICE -> spliced(quote, other).flatMap(words -> probe(kind, quote, Claim.of(words)));
      case SPEAKER ->
          speaker(other).equals(speaker(quote))
              ? Optional.empty()
              : probe(kind, quote, Claim.of(content).by(speaker(other)));
      case YEAR -> probe(kind, quote, otherYear(content, quote.article().date()));
      case INVENTED -> Optional.of(new Probe(kind, "", Claim.of(invented(quote, other))));
    };
  }

  private static Optional<Probe> probe(Kind kind, QuoteDocument quote, Claim claim) {
    return Optional.of(new Probe(kind, quote.quotation().id(), claim));
  }

  private static String speaker(QuoteDocument quote) {
    SpeakerRef speaker = quote.quotation().speaker();
    return speaker == null ? "" : speaker.name();
  }

  private String roughened(String content) {
    String rough =
        switch (random.nextInt(3)) {
          case 0 -> content.replaceAll("[,;:\"“”]", "");
          case 1 -> content.toUpperCase(Locale.ROOT).replace(" ", "  ");
          default -> "that " + content.replace('’', '\'').replace("—", " - ");
        };
    return rough.strip();
  }

  private Optional<String> exchanged(QuoteDocument quote, QuoteDocument other) {
    List<String> mine = new ArrayList<>(words(quote));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      if (EXCHANGED.matcher(mine.get(i)).matches()) {
        places.add(i);
      }
    }
    List<String> theirs =
        words(other).stream()
            .filter(word -> EXCHANGED.matcher(word).matches() && !mine.contains(word))
            .toList();
    if (places.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    int place = places.get(random.nextInt(places.size()));
    mine.set(place, theirs.get(random.nextInt(theirs.size())));
    return Optional.of(String.join(" ", mine));
  }

  private Optional<String> renumbered(String content) {
    Matcher number = NUMBER.matcher(content);
    if (!number.find()) {
      return Optional.empty();
    }
    int value = Integer.parseInt(number.group());
    return Optional.of(
        content.substring(0, number.start())
            + (value + 1 + random.nextInt(5))
            + content.substring(number.end()));
  }

  private static Optional<String> affirmed(String content) {
    Matcher negation = NEGATION.matcher(content);
    return negation.find()
        ? Optional.of(content.substring(0, negation.start()) + content.substring(negation.end()))
        : Optional.empty();
  }

  /** A part of one sentence. */
  private Optional<String> cut(QuoteDocument quote) {
    List<String> words = words(quote);
    int from = 1 + random.nextInt(3);
    int to = words.size() - 1 - random.nextInt(3);
    if (to - from < LEAST_WORDS - 2) {
      return Optional.empty();
    }
    boolean within =
        !words.get(from - 1).matches(".*[.!?…\"“”’'-]") && words.get(to - 1).matches("\\w+");
    return within ? Optional.of(String.join(" ", words.subList(from, to))) : Optional.empty();
  }

  private static Optional<String> spliced(QuoteDocument quote, QuoteDocument other) {
    List<String> mine = words(quote);
    List<String> theirs = words(other);
    if (quote == other || mine.size() < PIECE || theirs.size() < PIECE) {
      return Optional.empty();
    }
    int end = Math.max(PIECE, mine.size() / 2);
    int start = Math.min(theirs.size() - PIECE, theirs.size() / 2);
    return Optional.of(
        String.join(" ", mine.subList(0, end))
            + " "
            + String.join(" ", theirs.subList(start, theirs.size())));
  }

  private Claim otherYear(String content, @Nullable LocalDate date) {
    int year = (date == null ? LocalDate.EPOCH : date).getYear() + (random.nextBoolean() ? 2 : -2);
    return new Claim(
        content, null, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), List.of());
  }

  /** A sentence that was made up, or one's words of form with another's words of meaning. */
  private String invented(QuoteDocument quote, QuoteDocument other) {
    if (random.nextBoolean()
        || words(other).stream().noneMatch(w -> EXCHANGED.matcher(w).matches())) {
      return inventions.get(random.nextInt(inventions.size()));
    }
    List<String> theirs =
        new ArrayList<>(
            words(other).stream().filter(word -> EXCHANGED.matcher(word).matches()).toList());
    Collections.shuffle(theirs, random);
    List<String> mine = new ArrayList<>();
    int next = 0;
    int kept = 0;
    for (String word : words(quote)) {
      boolean content = kept >= MOST_KEPT || word.matches("[A-Za-z]{5,}.*|[A-Z0-9].*");
      kept = content ? 0 : kept + 1;
      mine.add(content && !theirs.isEmpty() ? theirs.get(next++ % theirs.size()) : word);
    }
    return String.join(" ", mine);
  }
}
