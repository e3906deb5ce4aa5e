package org.onrecord.page.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.MembershipBody;
import org.onrecord.api.Pages;
import org.onrecord.api.PartyBody;
import org.onrecord.api.PartyProfileBody;
import org.onrecord.api.SpeakerProfileBody;
import org.onrecord.api.SpeakerProfileBody.CountsBody;
import org.onrecord.article.SpeakerRef;
import org.onrecord.article.SpeakerType;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Bars;
import org.onrecord.page.part.PartyLanes;
import org.onrecord.page.part.PartyTag;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.page.profile.ProfileView.Fact;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.Facet;
import org.onrecord.search.Hit;

/** The pages of speakers and parties, made of what is known and what was counted. */
public final class ProfileViews {
  private ProfileViews() {}

  public static ProfileView of(SpeakerProfileBody profile, Figures figures) {
    Address address = Address.quotations(Facet.SPEAKER, profile.name());
    SpeakerType type =
        profile.type().equals(SpeakerType.ORGANISATION.label())
            ? SpeakerType.ORGANISATION
            : SpeakerType.PERSON;
    SpeakerRef who = new SpeakerRef(profile.name(), profile.id(), type);
    SpeakerTag tag =
        new SpeakerTag(
            profile.name(),
            SpeakerTag.initials(who),
            Slots.BY_HASH.style(who),
            null,
            profile.id(),
            newestParty(figures));
    return new ProfileView(
        profile.name(),
        tag,
        null,
        facts(profile, figures),
        profile.aliases(),
        address,
        List.of(
            about(figures, address, "Speaks about"),
            spokenOfBy(figures, profile.name()),
            figures.represented(address),
            figures.polarities(address),
            figures.cues(),
            figures.sources(),
            figures.sureness()),
        PartyLanes.of(profile.memberships(), figures.spoken()),
        List.of(),
        figures.chart(address),
        figures.hits(address),
        figures.total(),
        profile.links().self(),
        null);
  }

  /** For whom they spoke last. */
  private static @Nullable PartyTag newestParty(Figures figures) {
    return newest(figures)
        .map(quotation -> PartyTag.of(quotation, figures.parties()))
        .findFirst()
        .orElse(null);
  }

  private static Stream<ArchivedQuotation> newest(Figures figures) {
    return figures.newest().stream()
        .filter(Hit.QuoteHit.class::isInstance)
        .map(hit -> ((Hit.QuoteHit) hit).quote().quotation());
  }

  private static List<Fact> facts(SpeakerProfileBody profile, Figures figures) {
    List<Fact> facts = new ArrayList<>();
    if (!figures.newest().isEmpty()) {
      facts.add(plain("on " + Wording.day(figures.newest().getFirst().article().date())));
    }
    facts.add(plain(capitalised(profile.type())));
    if (profile.description() != null) {
      facts.add(plain(profile.description()));
    }
    facts.add(plain(Wording.count(figures.total(), "quotation", "quotations")));
    facts.add(spokenOf(profile.counts(), Facet.MENTION, profile.name()));
    if (profile.wikidata() != null) {
      facts.add(
          new Fact(
              "Wikidata", "https://www.wikidata.org/wiki/" + Pages.parameter(profile.wikidata())));
    }
    if (!profile.known()) {
      facts.add(plain("known from this archive alone"));
    }
    return facts;
  }

  /** In how many passages they are named, and a search for these. */
  private static Fact spokenOf(CountsBody counts, Facet facet, String value) {
    return new Fact(
        "spoken of in " + Wording.count(counts.mentions(), "passage", "passages"),
        counts.mentions() == 0 ? null : new Address(Map.of(facet.label(), List.of(value))).page());
  }

  private static Fact plain(String text) {
    return new Fact(text, null);
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Bars about(Figures figures, Address address, String title) {
    return new Bars(
        title,
        "quotations",
        Bars.rows(
            Bars.of(figures.values(Facet.MENTION)),
            figures::speakerPage,
            name -> address.with("mention", name).page()),
        "Nobody by name.",
        null,
        false);
  }

  private static Bars spokenOfBy(Figures figures, String name) {
    return new Bars(
        "Spoken about by",
        "quotations",
        Bars.rows(
            Bars.of(figures.spokenOfBy()),
            figures::speakerPage,
            other -> Address.quotations(Facet.SPEAKER, other).with("mention", name).page()),
        "Nobody in this archive.",
        null,
        false);
  }

  public static ProfileView of(PartyProfileBody profile, Figures figures) {
    Address address = Address.quotations(Facet.PARTY, profile.id());
    return new ProfileView(
        profile.name(),
        null,
        profile.colour(),
        facts(profile, figures),
        names(profile),
        address,
        List.of(
            new Bars(
                "Who speaks for it",
                "quotations",
                Bars.rows(
                    Bars.of(figures.values(Facet.SPEAKER)),
                    figures::speakerPage,
                    name -> address.with("speaker", name).page()),
                "Nobody in this archive.",
                null,
                false),
            about(figures, address, "Whom they speak about"),
            figures.polarities(address),
            figures.cues(),
            figures.sureness()),
        null,
        members(profile),
        figures.chart(address),
        figures.hits(address),
        figures.total(),
        profile.links().self(),
        null);
  }

  private static List<Fact> facts(PartyProfileBody profile, Figures figures) {
    List<Fact> facts = new ArrayList<>();
    if (profile.fullName() != null && !profile.fullName().equals(profile.name())) {
      facts.add(plain(profile.fullName()));
    }
    facts.add(plain("Party"));
    if (profile.country() != null) {
      facts.add(plain(Locale.of("", profile.country()).getDisplayCountry(Locale.ENGLISH)));
    }
    if (profile.from() != null) {
      facts.add(plain("founded " + Wording.day(profile.from())));
    }
    if (profile.to() != null) {
      facts.add(plain("until " + Wording.day(profile.to())));
    }
    PartyBody into = profile.mergedInto();
    if (into != null) {
      facts.add(new Fact("merged into " + into.name(), Pages.party(into.id())));
    }
    facts.add(
        plain(
            Wording.count(figures.total(), "quotation", "quotations")
                + " by "
                + Wording.count(figures.countOf(Facet.SPEAKER), "speaker", "speakers")));
    facts.add(spokenOf(profile.counts(), Facet.MENTIONED_PARTY, profile.id()));
    if (!profile.known()) {
      facts.add(plain("known from this archive alone"));
    }
    return facts;
  }

  private static List<String> names(PartyProfileBody profile) {
    return Stream.concat(
            profile.aliases().stream(),
            profile.formerNames().stream()
                .map(
                    former ->
                        former.name()
                            + (former.to() == null
                                ? " (before)"
                                : " (until " + Wording.day(former.to()) + ")")))
        .toList();
  }

  private static List<ProfileView.Member> members(PartyProfileBody profile) {
    return profile.members().stream()
        .collect(Collectors.groupingBy(PartyProfileBody.MemberBody::id))
        .values()
        .stream()
        .map(
            of ->
                new ProfileView.Member(
                    of.getFirst().name(),
                    Pages.speaker(of.getFirst().id()),
                    of.stream()
                        .filter(one -> isTelling(one))
                        .map(one -> told(profile, one))
                        .collect(Collectors.joining("; "))))
        .sorted(Comparator.comparing(ProfileView.Member::name))
        .toList();
  }

  /** Whether there is more to say of somebody than that they were a member at some time. */
  private static boolean isTelling(PartyProfileBody.MemberBody member) {
    return member.role() != null
        || member.from() != null
        || member.to() != null
        || member.lastKnown() != null;
  }

  private static String told(PartyProfileBody party, PartyProfileBody.MemberBody member) {
    return PartyLanes.told(
        new MembershipBody(
            party.id(),
            party.name(),
            true,
            Objects.requireNonNullElse(member.role(), "member"),
            member.from(),
            member.to(),
            member.lastKnown()));
  }
}
