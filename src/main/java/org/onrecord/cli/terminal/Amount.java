package org.onrecord.cli.terminal;

import java.util.Locale;

/** Numbers as a person reads them. */
public final class Amount {
  private Amount() {}

  /** {@code 1 article}, {@code 2,000 articles}. */
  public static String of(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  /** {@code 1 party}, {@code 2 parties}: a stem and its ends. */
  public static String of(long number, String stem, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s%s", number, stem, number == 1 ? one : several);
  }
}
