package org.onrecord.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.article.ArticleId;
import org.onrecord.article.QuotedWords;
import org.onrecord.article.SpeakerRef;
import org.onrecord.correction.QuotationAnchor;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.FormerAddress;

/**
 * The addresses of an article's quotations after those of the version before it. An address that
 * was given to somebody's words is never given to another's:
 *
 * <ul>
 *   <li>the same words keep their address; where words are few, or several quotations of the
 *       article have the same, only in a paragraph of the same text or by the same speaker, and
 *       else they get a number that none has had;
 *   <li>an address whose words another reading of the same text draws otherwise leads there;
 *   <li>any other is gone, and it is kept what its words were.
 * </ul>
 */
final class QuotationAddresses {
  /** How many former addresses of an article are kept: the latest. */
  private static final int MOST = 500;

  private final ArchivedArticle before;
  private final List<PlacedQuotation> old;
  private final ArchivedArticle article;
  private final List<PlacedQuotation> now;

  private QuotationAddresses(ArchivedArticle before, ArchivedArticle article) {
    this.before = before;
    this.old = PlacedQuotation.all(before.paragraphs());
    this.article = article;
    this.now = PlacedQuotation.all(article.paragraphs());
  }

  /**
   * The article, its addresses settled.
   *
   * @param before what it takes the place of, of whatever version of the program
   * @param when when it does, which is when the article changed unless its text is the same
   */
  static ArchivedArticle settled(ArchivedArticle before, ArchivedArticle article, Instant when) {
    QuotationAddresses addresses = new QuotationAddresses(before, article);
    Map<String, String> ids = addresses.kept();
    boolean same =
        before.document().article().version().equals(article.document().article().version());
    return article.readdressed(
        ids, addresses.former(ids, when), same ? before.document().changed() : when);
  }

  /**
   * By the address that a quotation would have alone, the one that it has; only where it is not.
   */
  private Map<String, String> kept() {
    Map<QuotedWords, List<PlacedQuotation>> said = byWords(now);
    Map<QuotedWords, List<PlacedQuotation>> saidBefore = byWords(old);
    Set<String> gone =
        before.document().former().stream().map(FormerAddress::id).collect(Collectors.toSet());
    Map<String, String> changed = new HashMap<>();
    said.forEach(
        (words, group) -> {
          if (!group.stream().allMatch(one -> isByWords(id(one)))) {
            return;
          }
          List<PlacedQuotation> earlier = saidBefore.getOrDefault(words, List.of());
          boolean plain = words.areTelling() && group.size() == 1 && earlier.size() <= 1;
          if (!plain) {
            changed.putAll(numbered(words, group, earlier, gone));
          } else if (earlier.size() == 1) {
            changed.put(id(group.getFirst()), id(earlier.getFirst()));
          }
        });
    changed
        .entrySet()
        .removeIf(one -> !isByWords(one.getValue()) || one.getKey().equals(one.getValue()));
    return changed;
  }

  private static Map<QuotedWords, List<PlacedQuotation>> byWords(List<PlacedQuotation> quotations) {
    return quotations.stream()
        .collect(
            Collectors.groupingBy(
                one -> QuotedWords.of(one.quotation().content()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** The addresses of those with the same words. */
  private Map<String, String> numbered(
      QuotedWords words,
      List<PlacedQuotation> group,
      List<PlacedQuotation> earlier,
      Set<String> gone) {
    Map<String, String> ids = new HashMap<>();
    List<PlacedQuotation> left = new ArrayList<>(earlier);
    left.removeIf(one -> !isByWords(id(one)));
    Set<String> taken = left.stream().map(QuotationAddresses::id).collect(Collectors.toSet());
    taken.addAll(gone);
    for (Likeness likeness : Likeness.values()) {
      for (PlacedQuotation one : group) {
        if (!ids.containsKey(id(one))) {
          Optional<PlacedQuotation> same =
              left.stream().filter(other -> likeness.holds(one, other)).findFirst();
          same.ifPresent(
              other -> {
                ids.put(id(one), id(other));
                left.remove(other);
              });
        }
      }
    }
    ArticleId article = this.article.id();
    int number = 1;
    for (PlacedQuotation one : group) {
      if (!ids.containsKey(id(one))) {
        while (!taken.add(article.quotation(words, number))) {
          number++;
        }
        ids.put(id(one), article.quotation(words, number));
      }
    }
    return ids;
  }

  /** By what two quotations of the same words are one, the surest first. */
  private enum Likeness {
    SAME_PLACE {
      @Override
      boolean holds(PlacedQuotation one, PlacedQuotation other) {
        return isInSameText(one, other)
            && one.anchor().segments().equals(other.anchor().segments());
      }
    },
    SAME_TEXT {
      @Override
      boolean holds(PlacedQuotation one, PlacedQuotation other) {
        return isInSameText(one, other);
      }
    },
    SAME_SPEAKER {
      @Override
      boolean holds(PlacedQuotation one, PlacedQuotation other) {
        SpeakerRef speaker = one.quotation().speaker();
        SpeakerRef before = other.quotation().speaker();
        return speaker != null && before != null && speaker.name().equals(before.name());
      }
    };

    abstract boolean holds(PlacedQuotation one, PlacedQuotation other);
  }

  private static boolean isInSameText(PlacedQuotation one, PlacedQuotation other) {
    return one.anchor().digest().equals(other.anchor().digest());
  }

  /** Whether an id follows its words; those of earlier versions follow a place. */
  private boolean isByWords(String id) {
    return article.id().within(id).startsWith("q-");
  }

  private List<FormerAddress> former(Map<String, String> changed, Instant when) {
    Set<String> present =
        now.stream()
            .map(one -> changed.getOrDefault(id(one), id(one)))
            .collect(Collectors.toCollection(HashSet::new));
    Map<String, FormerAddress> former = new LinkedHashMap<>();
    before.document().former().forEach(one -> former.put(one.id(), one));
    for (PlacedQuotation one : old) {
      if (one.struck().isEmpty()) {
        former.put(id(one), left(one, changed, when));
      }
    }
    former.keySet().removeAll(present);
    List<FormerAddress> all = List.copyOf(former.values());
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }

  /** What becomes of an address that no quotation has any more. */
  private FormerAddress left(PlacedQuotation one, Map<String, String> changed, Instant when) {
    List<QuotationAnchor> anchors = now.stream().map(PlacedQuotation::anchor).toList();
    OptionalInt found = one.anchor().find(anchors);
    String next = null;
    if (found.isPresent() && isInSameText(now.get(found.getAsInt()), one)) {
      String id = id(now.get(found.getAsInt()));
      next = changed.getOrDefault(id, id);
    }
    return new FormerAddress(
        id(one),
        next,
        next == null ? one.quotation().content() : null,
        before.document().article().version(),
        when);
  }

  private static String id(PlacedQuotation one) {
    return one.quotation().id();
  }
}
