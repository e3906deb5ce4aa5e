package org.onrecord.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.attribution.cast.PartyDecision;
import org.onrecord.attribution.cast.PartyFinder;
import org.onrecord.attribution.lookup.PartyResolver;
import org.onrecord.attribution.source.Attribution;
import org.onrecord.attribution.words.NameForm;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;

/**
 * Gives quotations of an article another speaker or another party, because somebody who knows has
 * said so. A name is looked for among the people of the article, then in the registry, and stands
 * for itself where neither knows it.
 */
public final class Reattribution {
  /** The rule of what was decided so. */
  public static final String RULE = "corrected by an editor";

  private final Registry registry;
  private final AttributedArticle article;
  private final @Nullable LocalDate date;

  /**
   * Changes to an article.
   *
   * @param article as it was worked out from its text
   */
  public Reattribution(Registry registry, AttributedArticle article) {
    this.registry = registry;
    this.article = article;
    this.date = article.segmented().article().date();
  }

  /**
   * The quotation with this speaker, and the party that goes with the speaker on the article's
   * date. Whom it already was taken to be is confirmed, with all who say it; anybody else says it
   * alone. Somebody who had no name keeps the organisation that they speak for.
   *
   * @param name a name, or a person's id in the registry
   */
  public AttributedQuotation withSpeaker(
      AttributedQuotation quotation, String name, SpeakerType type) {
    return switch (type) {
      case PERSON -> {
        Attribution.ToPerson person = person(name);
        yield said(quotation, person, partyOf(person));
      }
      case ORGANISATION ->
          said(
              quotation,
              new Attribution.ToOrganisation(name, NameForm.slug(name), RULE, 1),
              registry
                  .party(name)
                  .map(p -> new PartyDecision(named(p), null, "the party itself"))
                  .orElse(PartyDecision.UNKNOWN));
      case UNNAMED ->
          said(quotation, new Attribution.ToUnnamed(name, RULE, 1), PartyDecision.UNKNOWN);
    };
  }

  private static AttributedQuotation said(
      AttributedQuotation quotation, Attribution speaker, PartyDecision party) {
    boolean confirmed =
        Objects.equals(speaker.speakerName(), quotation.attribution().speakerName());
    boolean unnamed = !quotation.attribution().isNamed();
    return new AttributedQuotation(
        quotation.quotation(),
        speaker,
        party,
        confirmed ? quotation.others() : List.of(),
        confirmed || unnamed ? quotation.speaksFor() : null,
        speaker.confidence());
  }

  /**
   * The quotation with this party and no former one.
   *
   * @param name a party's name or its id in the registry
   */
  public AttributedQuotation withParty(AttributedQuotation quotation, String name) {
    return with(quotation, new PartyDecision(party(name, quotation.attribution()), null, RULE));
  }

  /** The quotation with no party, and no former one either. */
  public AttributedQuotation withoutParty(AttributedQuotation quotation) {
    return with(quotation, new PartyDecision(null, null, RULE));
  }

  private static AttributedQuotation with(AttributedQuotation quotation, PartyDecision party) {
    return new AttributedQuotation(
        quotation.quotation(),
        quotation.attribution(),
        party,
        quotation.others(),
        quotation.speaksFor(),
        quotation.speakerConfidence());
  }

  private Attribution.ToPerson person(String name) {
    Optional<Person> byId = registry.person(name);
    if (byId.isPresent()) {
      return of(byId.get());
    }
    String key = NameKey.of(name);
    List<Attribution.ToPerson> here =
        people().filter(person -> NameKey.of(person.name()).equals(key)).distinct().toList();
    if (here.size() == 1) {
      return here.getFirst();
    }
    List<NameMatch> known = registry.named(name);
    return known.size() == 1
        ? of(known.getFirst().person())
        : new Attribution.ToPerson(name, NameForm.slug(name), false, RULE, 1);
  }

  private static Attribution.ToPerson of(Person person) {
    return new Attribution.ToPerson(person.name(), person.id(), true, RULE, 1);
  }

  /** Everybody who speaks or is named in the article. */
  private Stream<Attribution.ToPerson> people() {
    Stream<Attribution.ToPerson> speakers =
        article.quotations().stream()
            .map(AttributedQuotation::attribution)
            .filter(Attribution.ToPerson.class::isInstance)
            .map(Attribution.ToPerson.class::cast)
            .map(
                person ->
                    new Attribution.ToPerson(
                        person.name(), person.id(), person.registered(), RULE, 1));
    Stream<Attribution.ToPerson> named =
        article.mentions().stream()
            .map(mention -> new Attribution.ToPerson(mention.name(), mention.id(), false, RULE, 1));
    return Stream.concat(speakers, named);
  }

  /** What was decided where this person speaks elsewhere in the article, else by the registry. */
  private PartyDecision partyOf(Attribution.ToPerson person) {
    return article.quotations().stream()
        .filter(q -> q.attribution() instanceof Attribution.ToPerson other && isSame(other, person))
        .map(AttributedQuotation::party)
        .findFirst()
        .or(
            () ->
                registry
                    .person(person.id())
                    .map(known -> PartyFinder.inRegistry(registry, known, date, null)))
        .orElse(PartyDecision.UNKNOWN);
  }

  private static boolean isSame(Attribution.ToPerson one, Attribution.ToPerson other) {
    return one.id().equals(other.id());
  }

  /** The party of this name; of several the speaker's own. */
  private PartyRef party(String name, Attribution speaker) {
    List<Party> own = new ArrayList<>();
    if (speaker instanceof Attribution.ToPerson person) {
      registry
          .person(person.id())
          .ifPresent(
              known -> {
                own.addAll(registry.partiesOf(known, date));
                own.addAll(registry.formerPartiesOf(known, date));
              });
    }
    return registry.parties(name).stream()
        .filter(own::contains)
        .findFirst()
        .or(() -> registry.party(name))
        .map(this::named)
        .orElseGet(() -> new PartyRef(NameForm.slug(name), name));
  }

  private PartyRef named(Party party) {
    return PartyResolver.named(party, date);
  }
}
