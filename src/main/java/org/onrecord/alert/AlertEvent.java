package org.onrecord.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** Something that happened to what is to be sent: a line of {@link AlertLog}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AlertEvent.Read.class, name = "read"),
  @JsonSubTypes.Type(value = AlertEvent.Found.class, name = "found"),
  @JsonSubTypes.Type(value = AlertEvent.Gone.class, name = "gone"),
  @JsonSubTypes.Type(value = AlertEvent.Begun.class, name = "begun"),
  @JsonSubTypes.Type(value = AlertEvent.Arrived.class, name = "arrived"),
  @JsonSubTypes.Type(value = AlertEvent.Dropped.class, name = "dropped"),
  @JsonSubTypes.Type(value = AlertEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = AlertEvent.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = AlertEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = AlertEvent.Kept.class, name = "kept")
})
sealed interface AlertEvent {

  /** ArrivalSource were looked at up to a place. */
  record Read(ArrivalSource.Place place) implements AlertEvent {}

  /** Something that concerns what is sent of one search by one channel. */
  sealed interface OfOutbox extends AlertEvent {
    String search();

    Channel channel();

    /** What becomes of it. */
    Outbox after(Outbox before);
  }

  /** Passages of an article were found. */
  record Found(String search, Channel channel, String article, List<String> passages, Instant at)
      implements OfOutbox {
    public Found {
      passages = List.copyOf(passages);
    }

    @Override
    public Outbox after(Outbox before) {
      return before.found(article, passages, at);
    }
  }

  /** An article is shown no longer. */
  record Gone(String search, Channel channel, String article, Instant at) implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return before.gone(article, at);
    }
  }

  /** What waits became a message. */
  record Begun(String search, Channel channel, String delivery, Instant at) implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return before.begun(delivery, at);
    }
  }

  /** The message arrived. */
  record Arrived(String search, Channel channel, Instant at) implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return before.arrived(at);
    }
  }

  /** Nothing of the message was still to be told. */
  record Dropped(String search, Channel channel) implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return before.dropped();
    }
  }

  /** The message did not arrive. */
  record Failed(String search, Channel channel, Instant at, Instant next, String reason)
      implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return before.failed(at, next, reason);
    }
  }

  /** Nothing is sent any more. */
  record Ended(String search, Channel channel, Instant at, String reason) implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return before.ended(at, reason);
    }
  }

  /** Messages are sent again. */
  record Resumed(String search, Channel channel, Instant at) implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return before.resumed(at);
    }
  }

  /** All that came before, in short. */
  record Kept(String search, Channel channel, Outbox outbox) implements OfOutbox {
    @Override
    public Outbox after(Outbox before) {
      return outbox;
    }
  }
}
