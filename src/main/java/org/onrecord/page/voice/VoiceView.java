package org.onrecord.page.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.schema.Facet;
import org.onrecord.voice.Voices;

/**
 * Who is heard on a subject, or in an outlet.
 *
 * @param title "Who is heard in The Harbour Post"
 * @param lead how many quotations that is, and beside what the shares stand
 * @param beside what shares stand beside; empty for nothing
 * @param faults what cannot be read; none where all can
 * @param address what is searched for
 * @param hidden what the form keeps
 */
public record VoiceView(
    String title,
    String lead,
    String beside,
    List<String> faults,
    Address address,
    List<Kept> hidden,
    List<Group> groups)
    implements PageView {
  /** A smaller share is not told as none. */
  private static final double LEAST_SHOWN = 0.00005;

  public VoiceView {
    faults = List.copyOf(faults);
    hidden = List.copyOf(hidden);
    groups = List.copyOf(groups);
  }

  /** A parameter that the form keeps. */
  public record Kept(String name, String value) {}

  /**
   * A breakdown.
   *
   * @param small what is counted, and of how many
   * @param note how many further values there are; null for none
   */
  public record Group(String title, String small, List<Row> rows, @Nullable String note) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A value.
   *
   * @param href its quotations; null where no search finds just that
   * @param beside the share in what it is compared with; empty where that is not known
   * @param width of the share's bar, in percent
   * @param mark where the other share lies on it; null for nowhere
   */
  public record Row(
      String name,
      @Nullable String href,
      String count,
      String share,
      String beside,
      String width,
      @Nullable String mark,
      boolean unknown) {}

  /** The view of what was counted. */
  public static VoiceView of(Address address, Voices voices) {
    Address search = address.with("type", "quote");
    return new VoiceView(
        title(address),
        lead(voices),
        voices.beside() == null ? "" : voices.beside().told(),
        List.of(),
        address,
        kept(address),
        voices.breakdowns().stream().map(one -> group(one, search)).toList());
  }

  /** The view of what cannot be counted. */
  public static VoiceView refused(Address address, List<String> faults) {
    return new VoiceView(title(address), "", "", faults, address, kept(address), List.of());
  }

  private static String title(Address address) {
    List<String> outlets = address.all("outlet");
    String q = address.text("q");
    return "Who is heard"
        + (q.isEmpty() ? "" : " on “" + q + "”")
        + (outlets.isEmpty() ? "" : " in " + Wording.list(outlets, "and"));
  }

  private static String lead(Voices voices) {
    Voices.Beside beside = voices.beside();
    return Wording.count(voices.total(), "quotation", "quotations")
        + (beside == null
            ? ""
            : ", beside "
                + beside.told()
                + ", of which there are "
                + Wording.number(beside.total()));
  }

  private static List<Kept> kept(Address address) {
    List<Kept> kept = new ArrayList<>();
    address
        .parameters()
        .forEach(
            (name, values) -> {
              if (!List.of("q", "from", "to", "outlet", "type").contains(name)) {
                values.forEach(value -> kept.add(new Kept(name, value)));
              }
            });
    return kept;
  }

  private static Group group(Voices.Breakdown breakdown, Address search) {
    String what =
        breakdown.ofSpeakers()
            ? "of " + Wording.count(breakdown.of(), "speaker", "speakers") + ", once a quotation"
            : "of " + Wording.count(breakdown.of(), "quotation", "quotations");
    return new Group(
        breakdown.title(),
        what,
        Stream.concat(
                breakdown.values().stream().map(one -> row(one, breakdown.facet(), search, false)),
                Stream.of(row(breakdown.unknown(), null, search, true)))
            .toList(),
        note(breakdown));
  }

  private static @Nullable String note(Voices.Breakdown breakdown) {
    if (breakdown.others() == 0) {
      return null;
    }
    return breakdown.ofSpeakers()
        ? "Only the names that are heard most are counted here; "
            + Wording.number(breakdown.others())
            + " rarer ones are not."
        : "And " + Wording.number(breakdown.others()) + " more.";
  }

  private static Row row(
      Voices.Share share, @Nullable Facet facet, Address search, boolean unknown) {
    Double beside = share.beside();
    return new Row(
        facet == Facet.SECTION ? Wording.section(share.label()) : share.label(),
        facet == null || share.count() == 0 ? null : search.with(facet.label(), share.key()).page(),
        Wording.number(share.count()),
        percent(share.share()),
        beside == null ? "" : percent(beside),
        Wording.decimal(100 * Math.min(1, share.share())),
        beside == null ? null : Wording.decimal(100 * Math.min(1, beside)),
        unknown);
  }

  private static String percent(double share) {
    if (share > 0 && share < LEAST_SHOWN) {
      return "< 0.01 %";
    }
    String digits = share >= 0.1 || share == 0 ? "%.0f %%" : share >= 0.01 ? "%.1f %%" : "%.2f %%";
    return String.format(Locale.ENGLISH, digits, 100 * share);
  }

  @Override
  public String template() {
    return "voices";
  }

  @Override
  public PageHead head() {
    return new PageHead(title, "", PageHead.Place.TRENDS, null, null, false);
  }

  public String q() {
    return address.text("q");
  }

  public String outlet() {
    return address.text("outlet");
  }

  public String from() {
    return address.text("from");
  }

  public String to() {
    return address.text("to");
  }

  public boolean hasFaults() {
    return !faults.isEmpty();
  }

  public String csv() {
    return data("csv");
  }

  public String json() {
    return data("json");
  }

  private String data(String format) {
    String query = address.without("type").query();
    return "/api/v1/voices" + (query.isEmpty() ? "?" : query + "&") + "format=" + format;
  }
}
