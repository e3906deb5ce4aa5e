package org.onrecord.attribution.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Antecedent;
import org.onrecord.attribution.cast.Cast.Resolved;
import org.onrecord.attribution.cast.CastMember;
import org.onrecord.attribution.cast.Represented;
import org.onrecord.attribution.cast.Stranger;
import org.onrecord.attribution.source.Attribution.ToOrganisation;
import org.onrecord.attribution.source.Attribution.ToPerson;
import org.onrecord.attribution.source.Attribution.ToUnnamed;
import org.onrecord.attribution.source.Attribution.Unattributed;

/**
 * Whom the words of a source stand for.
 *
 * @param who the person, named or not; null where it is none
 * @param body the organisation where it is one
 * @param others who else says it with the first, in order
 * @param speaksFor whom the speaker speaks for, as the words themselves say
 */
public record Source(
    Attribution attribution,
    @Nullable Antecedent who,
    @Nullable Body body,
    List<Source> others,
    @Nullable Represented speaksFor) {
  public Source {
    others = List.copyOf(others);
  }

  static Source none(String rule) {
    return new Source(new Unattributed(rule), null, null, List.of(), null);
  }

  static Source person(Resolved who) {
    CastMember member = who.member();
    String rule =
        member
            .variant()
            .filter(variant -> !who.rule().endsWith(variant))
            .map(variant -> who.rule() + ", " + variant)
            .orElse(who.rule());
    boolean registered = member.person() != null;
    ToPerson person =
        new ToPerson(member.displayName(), member.id(), registered, rule, who.confidence());
    return new Source(person, member, null, List.of(), null);
  }

  static Source body(Body body, String rule, double confidence) {
    ToOrganisation organisation = new ToOrganisation(body.name(), body.id(), rule, confidence);
    return new Source(organisation, null, body, List.of(), null);
  }

  static Source unnamed(String words, String rule, double confidence) {
    return new Source(new ToUnnamed(words, rule, confidence), null, null, List.of(), null);
  }

  static Source stranger(Stranger stranger, String rule, double confidence) {
    return new Source(
        new ToUnnamed(stranger.description(), rule, confidence),
        stranger,
        null,
        List.of(),
        stranger.speaksFor());
  }

  /** The person of the cast; null where it is none. */
  public @Nullable CastMember member() {
    return who instanceof CastMember member ? member : null;
  }

  Source with(List<Source> together) {
    return new Source(attribution, who, body, together, speaksFor);
  }

  /** The same by another rule. */
  Source by(String rule, double confidence) {
    Attribution other =
        switch (attribution) {
          case ToPerson p -> new ToPerson(p.name(), p.id(), p.registered(), rule, confidence);
          case ToOrganisation o -> new ToOrganisation(o.name(), o.id(), rule, confidence);
          case ToUnnamed u -> new ToUnnamed(u.description(), rule, confidence);
          case Unattributed none -> new Unattributed(rule);
        };
    return new Source(other, who, body, others, speaksFor);
  }
}
