package org.onrecord.attribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.quotation.Quotation;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;

/**
 * Where somebody whom only a pronoun or a description stands for is likely not who speaks, so that
 * no party is shown: a wrong party is worse than none.
 */
final class SpeakerDoubt {
  /** Less sure than this nobody's party is shown. */
  private static final double UNLIKELY = 0.2;

  /** So sure it has to be of whom the words themselves name. */
  private static final double EVEN = 0.5;

  /**
   * So sure of whom is of another country than the outlet's: of those below most were not meant.
   */
  private static final double LIKELY = 0.8;

  private final SegmentedArticle article;
  private final Map<Integer, List<NameMention>> names;
  private final Cast cast;
  private final Registry registry;
  private final Optional<String> home;

  /**
   * @param names those of each paragraph, by its number
   * @param home the outlet's country
   */
  SpeakerDoubt(
      SegmentedArticle article,
      Map<Integer, List<NameMention>> names,
      Cast cast,
      Registry registry,
      Optional<String> home) {
    this.article = article;
    this.names = names;
    this.cast = cast;
    this.registry = registry;
    this.home = home;
  }

  /**
   * What was found.
   *
   * @param confidence how sure the speaker is with that, 0 to 1
   * @param hidesParty whether no party is shown
   */
  record Found(double confidence, boolean hidesParty) {}

  /**
   * How sure a speaker is.
   *
   * @param source the words that stand for the speaker
   * @param sure how sure it is without this, 0 to 1
   */
  Found of(Quotation quotation, Excerpt source, @Nullable CastMember speaker, double sure) {
    if (speaker == null || isNamed(speaker, source.paragraph(), source.span())) {
      return new Found(sure, false);
    }
    boolean named = isNamedInWords(quotation, speaker);
    double confidence = named ? sure / 2 : sure;
    double enough = named ? EVEN : isForeign(speaker) ? LIKELY : UNLIKELY;
    return new Found(confidence, confidence < enough);
  }

  /**
   * Whether what is said, in one sentence, names somebody: in "he said that Hale would lose" it is
   * hardly Hale who speaks.
   */
  private boolean isNamedInWords(Quotation quotation, CastMember member) {
    Paragraph paragraph = article.paragraph(quotation.paragraph());
    TextSpan said = quotation.span();
    boolean sentence =
        paragraph.sentenceOf(paragraph.tokenAt(said.start()))
            == paragraph.sentenceOf(paragraph.tokenAt(said.end()) - 1);
    return sentence && isNamed(member, quotation.paragraph(), said);
  }

  private boolean isNamed(CastMember member, int ordinal, TextSpan span) {
    Paragraph paragraph = article.paragraph(ordinal);
    List<NameMention> all = names.getOrDefault(ordinal, List.of());
    int first = paragraph.tokenAt(span.start());
    return NameMention.touching(all, first, paragraph.tokenAt(span.end())).stream()
        .map(cast::at)
        .flatMap(Optional::stream)
        .anyMatch(who -> who.member().equals(member));
  }

  private boolean isForeign(CastMember member) {
    Set<String> own = member.person() == null ? Set.of() : registry.countriesOf(member.person());
    return !own.isEmpty() && home.filter(outlets -> !own.contains(outlets)).isPresent();
  }
}
