package org.onrecord.cli;

/**
 * What an archive takes in.
 *
 * @param freeMegabytes how many MiB of the index's disk are kept free, 0 to 1,000,000
 * @param articleThousands how many thousand characters an article has at the most, 1 to 30,000
 * @param paragraphs how many paragraphs it has at the most, 1 to 1,000,000
 */
public record Bounds(int freeMegabytes, int articleThousands, int paragraphs) {
  public static final String MIN_FREE_DISK = "200";
  public static final String MAX_ARTICLE = "2000";
  public static final String MAX_PARAGRAPHS = "20000";

  public static final Bounds DEFAULT =
      new Bounds(
          Integer.parseInt(MIN_FREE_DISK),
          Integer.parseInt(MAX_ARTICLE),
          Integer.parseInt(MAX_PARAGRAPHS));

  public Bounds {
    within("--min-free-disk", freeMegabytes, 0, 1_000_000);
    within("--max-article", articleThousands, 1, 30_000);
    within("--max-paragraphs", paragraphs, 1, 1_000_000);
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          option + " is " + least + " to " + most + ", not " + value);
    }
  }

  /** In bytes. */
  public long free() {
    return (long) freeMegabytes << 20;
  }

  /** How many characters an article has at the most. */
  public int characters() {
    return articleThousands * 1_000;
  }
}
