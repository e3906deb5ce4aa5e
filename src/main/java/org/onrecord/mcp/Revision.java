package org.onrecord.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A revision of the protocol that is spoken here, the newest first. */
enum Revision {
  V2026_07_28("2026-07-28", Era.STATELESS),
  V2025_11_25("2025-11-25", Era.HANDSHAKE),
  V2025_06_18("2025-06-18", Era.HANDSHAKE);

  /** How client and server agree on the revision. */
  enum Era {
    /** Every request says which one it is of. */
    STATELESS,
    /** {@code initialize} is asked first. */
    HANDSHAKE
  }

  private final String label;
  private final Era era;

  Revision(String label, Era era) {
    this.label = label;
    this.era = era;
  }

  String label() {
    return label;
  }

  boolean is(Era other) {
    return era == other;
  }

  /** The newest of those that are agreed on by a handshake. */
  static Revision newestWithHandshake() {
    return V2025_11_25;
  }

  static Optional<Revision> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Revision::label).toList();
  }
}
