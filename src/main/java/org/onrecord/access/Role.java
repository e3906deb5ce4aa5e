package org.onrecord.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do; each role may do what those before it may. */
public enum Role {
  /** Search and read. */
  READER,
  /** Put articles in and take them out. */
  WRITER,
  /** Correct quotations. */
  EDITOR,
  /** Everything. */
  ADMIN;

  /** Whether this role may do what {@code needed} may. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The name in files and on the command line: {@code reader}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with this label, in any case. */
  public static Optional<Role> of(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equalsIgnoreCase(label)).findFirst();
  }
}
