package org.onrecord.attribution.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.names.CapitalisedRuns;
import org.onrecord.attribution.names.NameMention.Kind;
import org.onrecord.attribution.names.NameStretches;
import org.onrecord.attribution.names.NameTagger.Tagged;
import org.onrecord.attribution.names.NameTrimmer;
import org.onrecord.attribution.names.Nicknames;
import org.onrecord.attribution.names.Title;
import org.onrecord.attribution.training.AnnotatedNames.Entity;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.attribution.words.PostNominals;
import org.onrecord.attribution.words.RolePhrases;
import org.onrecord.registry.Registry;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * The names in annotated noun phrases: the capitalised words around the head, without articles,
 * titles, roles and what follows; of nested ones the outermost.
 */
final class NameCores {
  private static final Set<String> IN_BODIES = Set.of("of", "for", "and", "&", "the", "on");

  /** Nobody is named by his own name behind these: the Tatars, your Honour, a Roman Catholic. */
  private static final Set<String> DETERMINERS =
      Set.of("a", "an", "the", "my", "your", "our", "his", "her", "their", "these", "those");

  private final Registry registry;
  private final Paragraph paragraph;
  private final List<Token> tokens;

  /** Before which tokens a marked name ends. */
  private final BitSet ends = new BitSet();

  private final List<Tagged> found = new ArrayList<>();

  private NameCores(Registry registry, Paragraph paragraph) {
    this.registry = registry;
    this.paragraph = paragraph;
    this.tokens = paragraph.tokens();
  }

  /** The names of a paragraph, in order. */
  static List<Tagged> of(Registry registry, Paragraph paragraph, List<Entity> entities) {
    NameCores cores = new NameCores(registry, paragraph);
    List<Entity> outermost = new ArrayList<>();
    for (Entity entity : entities) {
      int start = entity.span().start() - paragraph.offset();
      if (start >= 0 && start < paragraph.text().length()) {
        outermost.add(entity);
        int end = entity.span().end() - paragraph.offset() - 1;
        cores.ends.set(paragraph.tokenAt(end) + 1);
      }
    }
    outermost.sort(
        Comparator.comparingInt((Entity e) -> e.span().start() - e.span().end())
            .thenComparingInt(e -> e.span().start()));
    outermost.forEach(cores::add);
    cores.found.sort(Comparator.comparingInt(Tagged::first));
    return cores.found;
  }

  private void add(Entity entity) {
    TextSpan span = entity.span().shift(-paragraph.offset());
    int from = paragraph.tokenAt(span.start());
    int to = paragraph.tokenAt(span.end() - 1) + 1;
    int head = paragraph.tokenAt(entity.head().start() - paragraph.offset());
    boolean apposed = head + 1 < to && to <= tokens.size() && !isName(head) && isName(head + 1);
    if (apposed && entity.kind() == NameKind.PERSON) {
      head++;
    }
    if (head >= tokens.size() || to > tokens.size() || !isName(head)) {
      return;
    }
    Kind kind = entity.kind().mention();
    int first = head;
    while (first > from && before(first, from, kind) < first) {
      first = before(first, from, kind);
    }
    int end = head + 1;
    while (end < to && after(end, to, kind) > end) {
      end = after(end, to, kind);
    }
    first = withoutPrefix(first, end, kind);
    if (kind == Kind.PERSON && first < end) {
      end = PostNominals.nameEnd(tokens, first, end);
      first = NameTrimmer.withReigningTitle(tokens, first, end);
    }
    if (first < end && !isCommon(first, end, kind) && isFree(first, end)) {
      found.add(new Tagged(first, end, kind));
    }
  }

  /** Whether the words are a people's, a group's, an office or a title, and nobody's own name. */
  private boolean isCommon(int first, int end, Kind kind) {
    String last = tokens.get(end - 1).text();
    boolean titled =
        first > 0
            && Lexicon.ENGLISH.title(tokens.get(first - 1).text()).isPresent()
            && !registry.bySurname(last).isEmpty();
    boolean office =
        kind == Kind.PERSON
            && !titled
            && !Lexicon.ENGLISH.isGivenName(tokens.get(first).text())
            && (RolePhrases.endWithRole(tokens, first, end)
                || Lexicon.ENGLISH.title(last).isPresent()
                || first > 0 && DETERMINERS.contains(Lexicon.lower(tokens.get(first - 1).text())));
    return office || end - first == 1 && isNationality(last);
  }

  private static boolean isNationality(String word) {
    int one = word.endsWith("s") ? word.length() - 1 : word.length();
    return Lexicon.ENGLISH.isNationality(word.substring(0, one));
  }

  private boolean isName(int i) {
    return NameStretches.isNameWord(tokens.get(i));
  }

  private boolean isPart(int i) {
    return isName(i) || Character.isDigit(tokens.get(i).text().charAt(0));
  }

  /** Where a name that begins at a token begins rather. */
  private int before(int first, int from, Kind kind) {
    if (isPart(first - 1)) {
      return first - 1;
    }
    boolean bridge = inside(kind, first - 1) && first - 2 >= from && isName(first - 2);
    return bridge ? first - 2 : first;
  }

  private int after(int end, int to, Kind kind) {
    if (isPart(end)) {
      return end + 1;
    }
    boolean bridge = inside(kind, end) && end + 1 < to && isName(end + 1);
    int close = kind == Kind.PERSON ? Nicknames.close(tokens, end) + 1 : 0;
    boolean nickname = close > 0 && close < to && isName(close);
    return nickname ? close + 1 : bridge ? end + 2 : end;
  }

  private boolean inside(Kind kind, int i) {
    String text = tokens.get(i).text();
    boolean possessive = Lexicon.isPossessive(text);
    return kind == Kind.PERSON
        ? CapitalisedRuns.isParticle(text)
        : IN_BODIES.contains(text)
            || kind != Kind.PLACE && possessive && !ends.get(i) && !ends.get(i + 1);
  }

  private int withoutPrefix(int first, int end, Kind kind) {
    int at = first;
    boolean moved = true;
    while (moved && at < end) {
      int next = at;
      if (OrdinaryWords.isOrdinary(tokens.get(at)) && kind != Kind.THING) {
        next = at + 1;
      } else if (kind == Kind.PERSON) {
        Optional<Title> title = Title.at(tokens, at, end);
        Optional<RolePhrases.Found> role = RolePhrases.at(tokens, at, end);
        next = title.map(Title::end).orElse(at);
        next = Math.max(next, role.filter(r -> r.end() < end).map(r -> r.end()).orElse(at));
      }
      moved = next > at;
      at = next;
    }
    return at;
  }

  private boolean isFree(int first, int end) {
    return found.stream().noneMatch(name -> name.first() < end && first < name.end());
  }
}
