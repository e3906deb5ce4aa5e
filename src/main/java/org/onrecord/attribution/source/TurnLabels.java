package org.onrecord.attribution.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Excerpt;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.cast.Cast;
import org.onrecord.attribution.cast.Cast.Resolved;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.names.LabelPlaces;
import org.onrecord.attribution.names.NameMention;
import org.onrecord.attribution.names.Position;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.quotation.NamelessSpeakers;
import org.onrecord.quotation.SpeechTitle;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Token;

/**
 * Whom the labels of a transcript's turns mean: by the name in it, by the name in brackets behind
 * an office, and "THE MAYOR" by the headline's "Remarks by Mayor Ruth Alder".
 */
public final class TurnLabels {
  /** What before an office makes it another one. */
  private static final Set<String> OTHER_OFFICE =
      Set.of("vice", "deputy", "former", "acting", "assistant", "shadow", "under", "ex");

  private final SegmentedArticle article;
  private final Map<Integer, List<NameMention>> names;
  private final Cast cast;
  private final Nominals nominals;

  /** Who has an office, by labels with the name in brackets so far. */
  private final Map<List<String>, Source> offices = new HashMap<>();

  /** Whom labels so far have named in full, by surname, folded. */
  private final Map<String, Set<CastMember>> speakers = new HashMap<>();

  public TurnLabels(
      SegmentedArticle article,
      Map<Integer, List<NameMention>> names,
      Cast cast,
      Nominals nominals) {
    this.article = article;
    this.names = names;
    this.cast = cast;
    this.nominals = nominals;
  }

  /** Who is meant; empty where the label is read as any other source. */
  public Optional<Source> resolve(Excerpt label) {
    Paragraph paragraph = article.paragraph(label.paragraph());
    List<Token> tokens = paragraph.tokens();
    int first = paragraph.tokenAt(label.span().start());
    int end = first;
    while (end < tokens.size() && tokens.get(end).start() < label.span().end()) {
      end++;
    }
    int head = SourcePhrase.segmentEnd(tokens, first, end);
    int bracket = first;
    while (bracket < head && !tokens.get(bracket).text().equals("[")) {
      bracket++;
    }
    head = bracket;
    Source person = person(paragraph, first, head);
    Source behind = head < end ? person(paragraph, head, end) : null;
    if (behind != null && (person == null || isOffice(paragraph, first, head, end))) {
      offices.put(words(tokens, first, head), behind);
      person = behind;
    }
    if (person != null) {
      return Optional.of(person);
    }
    Source before = offices.get(words(tokens, first, head));
    if (before != null) {
      return Optional.of(before);
    }
    boolean nameless = NamelessSpeakers.isNameless(words(tokens, first, head));
    Optional<Resolved> holder = nameless ? Optional.empty() : holder(tokens, first, head);
    if (holder.isPresent()) {
      return holder.map(Source::person);
    }
    boolean office = Nominals.describe(tokens, first, head).isPresent();
    return nameless || office
        ? Optional.of(Source.unnamed(label.text(), "description of nobody named", 0.8))
        : Optional.empty();
  }

  /** The last person named in a part of the label. */
  private @Nullable Source person(Paragraph paragraph, int first, int end) {
    List<NameMention> all = names.getOrDefault(paragraph.ordinal(), List.of());
    Source found = null;
    for (NameMention name : NameMention.touching(all, first, end)) {
      Optional<Resolved> who =
          name.first() >= first && name.end() <= end ? cast.at(name) : Optional.empty();
      if (who.isPresent()
          && !NamelessSpeakers.isNameless(words(paragraph.tokens(), name.first(), name.end()))) {
        found = Source.person(whoSpeaks(name, who.get()));
      }
    }
    return found;
  }

  /**
   * Of several who bear a surname the one whom a label before has named in full: "Tom Hale, Jr:"
   * and then "Hale:", whatever is said of his father.
   */
  private Resolved whoSpeaks(NameMention name, Resolved who) {
    String surname = name.words().size() == 1 ? NameForm.fold(name.last()) : who.member().last();
    Set<CastMember> labelled = speakers.computeIfAbsent(surname, s -> new HashSet<>());
    if (name.words().size() > 1) {
      labelled.add(who.member());
      return who;
    }
    CastMember only = labelled.size() == 1 ? labelled.iterator().next() : null;
    return only != null && !only.equals(who.member()) && only.mayBe(name.gender())
        ? new Resolved(only, "surname of who has a label", 0.9)
        : who;
  }

  /** Whether an office is what stands before the full name: "Secretary of Trade, Tom Hale". */
  private boolean isOffice(Paragraph paragraph, int first, int head, int end) {
    return isNamedInFull(paragraph, head, end)
        && !isNamedInFull(paragraph, first, head)
        && Nominals.describe(paragraph.tokens(), first, head).isPresent();
  }

  /** Whether a part of the label has somebody's name of several words. */
  private boolean isNamedInFull(Paragraph paragraph, int first, int end) {
    List<NameMention> all = names.getOrDefault(paragraph.ordinal(), List.of());
    return NameMention.touching(all, first, end).stream()
        .anyMatch(name -> name.words().size() > 1 && cast.at(name).isPresent());
  }

  private static List<String> words(List<Token> tokens, int first, int end) {
    return tokens.subList(first, end).stream()
        .filter(Token::isWord)
        .map(token -> Lexicon.lower(token.text()))
        .toList();
  }

  /** Who has the office that the label is: by the headline, by the date, by the article. */
  private Optional<Resolved> holder(List<Token> tokens, int first, int end) {
    int office = Nominals.isDefinite(tokens.get(first)) ? first + 1 : first;
    List<String> asked = words(tokens, office, end);
    Optional<Resolved> announced = asked.isEmpty() ? Optional.empty() : announced(asked);
    if (announced.isPresent() || isDeputys(asked)) {
      return announced;
    }
    return Nominals.describe(tokens, first, end)
        .filter(d -> d.role().kind() != Lexicon.RoleKind.GROUP)
        .flatMap(
            d ->
                nominals
                    .labelled(d)
                    .or(() -> nominals.described(d, new Position(Integer.MAX_VALUE, 0))));
  }

  /** Whether the headline's speaker is only the deputy or a former holder of an office. */
  private boolean isDeputys(List<String> office) {
    Paragraph title = article.paragraphs().getFirst();
    for (TextSpan span : SpeechTitle.of(title).speakers(title)) {
      int first = title.tokenAt(span.start());
      List<String> words = words(title.tokens(), first, title.tokenAt(span.end()));
      int at = office.isEmpty() ? -1 : Collections.indexOfSubList(words, office);
      if (at > 0 && OTHER_OFFICE.contains(words.get(at - 1))) {
        return true;
      }
    }
    return false;
  }

  /** The one whom the headline names with these words before the name. */
  private Optional<Resolved> announced(List<String> office) {
    Paragraph title = article.paragraphs().getFirst();
    for (TextSpan span : SpeechTitle.of(title).speakers(title)) {
      int first = title.tokenAt(span.start());
      List<NameMention> all = names.getOrDefault(title.ordinal(), List.of());
      for (NameMention name : LabelPlaces.within(title, all, Set.of(span))) {
        List<String> before = words(title.tokens(), first, name.first());
        int at = Collections.indexOfSubList(before, office);
        boolean own = at == 0 || at > 0 && !OTHER_OFFICE.contains(before.get(at - 1));
        Optional<Resolved> who = own ? cast.at(name) : Optional.empty();
        if (who.isPresent()) {
          return Optional.of(
              new Resolved(who.get().member(), "office and name in the headline", 0.93));
        }
      }
    }
    return Optional.empty();
  }
}
