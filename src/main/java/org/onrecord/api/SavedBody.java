package org.onrecord.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.alert.Alerts;
import org.onrecord.alert.Channel;
import org.onrecord.alert.Outbox;
import org.onrecord.alert.SavedSearch;

/**
 * A saved search.
 *
 * @param search as it stands in an address
 * @param every {@code now}, {@code hourly} or {@code daily}
 * @param by who saved it
 * @param secret by which receivers check signatures; told when it is made, and left out then on
 */
public record SavedBody(
    String id,
    String name,
    String search,
    String every,
    boolean corrections,
    @Nullable String webhook,
    List<String> mail,
    String by,
    String created,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
    StateBody state,
    SavedLinksBody links) {
  public SavedBody {
    mail = List.copyOf(mail);
  }

  /**
   * How it goes.
   *
   * @param fault why it finds nothing, as a sentence; null where it can be run
   * @param channels what is sent by each channel
   */
  public record StateBody(@Nullable String fault, List<ChannelBody> channels) {
    public StateBody {
      channels = List.copyOf(channels);
    }
  }

  /**
   * How it goes with what is sent by one channel.
   *
   * @param channel {@code webhook} or {@code mail}
   * @param status {@code idle}, {@code waiting}, {@code failing} or {@code ended}
   * @param unsent how many notices are not sent yet
   * @param sent how many messages arrived
   * @param fault why the last try failed
   * @param tries how often the message under way was tried
   * @param nextTry when it is tried again
   */
  public record ChannelBody(
      String channel,
      String status,
      long unsent,
      long sent,
      @Nullable String lastSent,
      @Nullable String fault,
      @Nullable String failingSince,
      int tries,
      @Nullable String nextTry,
      @Nullable String ended) {

    static ChannelBody of(Channel channel, Outbox outbox) {
      Outbox.Sending sending = outbox.sending();
      return new ChannelBody(
          channel.label(),
          status(outbox),
          outbox.unsent(),
          outbox.sent(),
          text(outbox.lastSent()),
          outbox.fault(),
          text(outbox.failingSince()),
          sending == null ? 0 : sending.tries(),
          sending == null || outbox.isEnded() ? null : text(sending.next()),
          text(outbox.ended()));
    }

    private static String status(Outbox outbox) {
      if (outbox.isEnded()) {
        return "ended";
      }
      if (outbox.fault() != null) {
        return "failing";
      }
      return outbox.unsent() > 0 ? "waiting" : "idle";
    }

    private static @Nullable String text(@Nullable Instant at) {
      return at == null ? null : at.toString();
    }
  }

  /**
   * Where it is found.
   *
   * @param results its hits, as a search
   * @param page to look at and change it
   * @param feed its own Atom feed, with the token that opens it
   */
  public record SavedLinksBody(String self, String results, String page, String feed) {}

  /**
   * The body.
   *
   * @param telling whether the secret is told
   */
  public static SavedBody of(SavedSearch search, Alerts.State state, boolean telling) {
    String self = self(search.id());
    return new SavedBody(
        search.id(),
        search.name(),
        search.query(),
        search.every().label(),
        search.corrections(),
        search.webhook() == null ? null : search.webhook().toString(),
        search.mail(),
        search.by(),
        search.created().toString(),
        telling ? search.signingSecret() : null,
        new StateBody(
            state.fault().orElse(null),
            state.ways().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> ChannelBody.of(each.getKey(), each.getValue()))
                .toList()),
        new SavedLinksBody(
            self,
            "/api/v1/search" + (search.query().isEmpty() ? "" : "?" + search.query()),
            "/saved/" + search.id(),
            self + "/feed.atom?token=" + search.feedToken()));
  }

  /** The address of one. */
  public static String self(String id) {
    return "/api/v1/saved/" + Links.segment(id);
  }
}
