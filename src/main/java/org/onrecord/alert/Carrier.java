package org.onrecord.alert;

import java.time.Duration;
import java.util.Optional;

/** The port by which a message is sent. Safe for use by several threads. */
public interface Carrier {

  /** What came of it. */
  sealed interface Outcome {
    /** It arrived. */
    record Arrived() implements Outcome {}

    /**
     * It did not, this time.
     *
     * @param reason as a sentence without a full stop
     * @param pause how long the receiver asked to be left alone
     */
    record Failed(String reason, Optional<Duration> pause) implements Outcome {}

    /** The receiver wants no more of them. */
    record Refused(String reason) implements Outcome {}
  }

  /** Sends it once, within some tens of seconds. */
  Outcome carry(AlertMessage message);

  /** To whom it goes: of one receiver only so many are sent at a time. */
  String receiver(SavedSearch search);
}
