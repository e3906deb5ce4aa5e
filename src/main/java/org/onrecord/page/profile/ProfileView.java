package org.onrecord.page.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.Naming;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Bars;
import org.onrecord.page.part.DateChart;
import org.onrecord.page.part.PartyLanes;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.page.search.HitView;

/**
 * Who somebody is, or which party this is, and what the archive has of them.
 *
 * @param name as the archive shows it
 * @param tag initials and colour; null for a party
 * @param colour a party's usual one, for a swatch; null for a person, or where none is known
 * @param facts in a few words each, the most telling first
 * @param names other names
 * @param address a search for what they said
 * @param others whose page a name leads to: "Speaks about", "Spoken about by", "How it is reported"
 * @param lanes for which party they spoke; null for a party
 * @param members who belongs to it; none for a person
 * @param chart their quotations over time
 * @param hits the newest quotations
 * @param total how many quotations there are in all
 * @param self the profile in the API
 * @param naming what was decided about the name; null where nothing can be
 */
public record ProfileView(
    String name,
    @Nullable SpeakerTag tag,
    @Nullable String colour,
    List<Fact> facts,
    List<String> names,
    Address address,
    List<Bars> others,
    @Nullable PartyLanes lanes,
    List<Member> members,
    DateChart chart,
    List<HitView> hits,
    long total,
    String self,
    @Nullable Naming naming)
    implements PageView {
  public ProfileView {
    facts = List.copyOf(facts);
    names = List.copyOf(names);
    others = List.copyOf(others);
    members = List.copyOf(members);
    hits = List.copyOf(hits);
  }

  /**
   * A fact.
   *
   * @param href where it leads; null for nowhere
   */
  public record Fact(String text, @Nullable String href) {}

  /** Somebody who belongs to the party, as what and when. */
  public record Member(String name, String href, String as) {}

  /** The same with what was decided about the name. */
  public ProfileView with(Naming decided) {
    return new ProfileView(
        name, tag, colour, facts, names, address, others, lanes, members, chart, hits, total, self,
        decided);
  }

  @Override
  public String template() {
    return "profile";
  }

  @Override
  public PageHead head() {
    return new PageHead(
            name, "", PageHead.Place.ELSEWHERE, address.api("/api/v1/feed.atom"), null, true)
        .saying("What " + name + " is on record as saying in this archive, and where.");
  }

  public boolean isParty() {
    return tag == null;
  }

  /** The class of the colour. */
  public String slot() {
    return tag == null ? "slotn" : tag.slot();
  }

  public String search() {
    return address.page();
  }

  /** What they said in the order of time; null for a party. */
  public @Nullable String timeline() {
    return isParty() ? null : address.without("type").api("/timeline");
  }

  public String feed() {
    return address.api("/api/v1/feed.atom");
  }

  public String csv() {
    return address.api("/api/v1/export") + "&format=csv";
  }

  /** "6, newest first". */
  public String counted() {
    return total > hits.size()
        ? "the newest " + hits.size() + " of " + Wording.number(total)
        : Wording.number(total) + ", newest first";
  }

  public boolean hasMore() {
    return total > hits.size();
  }

  public boolean quoted() {
    return !hits.isEmpty();
  }

  public boolean hasNames() {
    return !names.isEmpty();
  }

  /** "214 members". */
  public String memberCount() {
    return Wording.count(members.size(), "member", "members");
  }

  public boolean hasMembers() {
    return !members.isEmpty();
  }

  public boolean hasChart() {
    return chart.columns().size() > 0;
  }
}
