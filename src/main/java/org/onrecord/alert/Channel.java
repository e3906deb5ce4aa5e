package org.onrecord.alert;

import org.onrecord.article.Labelled;

/** A way by which messages are sent; the feed is asked for instead. */
public enum Channel implements Labelled {
  WEBHOOK,
  MAIL
}
