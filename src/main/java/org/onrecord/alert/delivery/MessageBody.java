package org.onrecord.alert.delivery;

import java.time.Instant;
import java.util.List;
import org.onrecord.alert.AlertMessage;
import org.onrecord.api.HitBody;

/**
 * A message as a webhook gets it.
 *
 * @param type {@code saved-search.found}
 * @param timestamp when it was sent
 */
record MessageBody(String type, Instant timestamp, Data data) {

  /**
   * What it tells.
   *
   * @param delivery the same at each try
   * @param search of which search
   * @param total how much was found
   * @param more how much of it is not among the hits
   * @param hits as a search's
   * @param gone the ids of articles of which something was told before and that are shown no longer
   */
  record Data(
      String delivery,
      Search search,
      long total,
      long more,
      List<HitBody> hits,
      List<String> gone) {}

  /**
   * A search.
   *
   * @param page where it can be looked at, absolute
   */
  record Search(String id, String name, String query, String page) {}

  static MessageBody of(AlertMessage message, String page, Instant now) {
    return new MessageBody(
        "saved-search.found",
        now,
        new Data(
            message.delivery(),
            new Search(
                message.search().id(), message.search().name(), message.search().query(), page),
            message.hits().size() + message.more(),
            message.more(),
            message.hits().stream().map(HitBody::of).toList(),
            message.gone()));
  }
}
