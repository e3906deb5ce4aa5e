package org.onrecord.voice;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;

/**
 * Who is heard in what a search finds.
 *
 * @param search what it is, for quotations
 * @param explained the same in words
 * @param total how many quotations it finds
 * @param beside what it is compared with; null where it is everything
 */
public record Voices(
    SearchRequest search,
    String explained,
    long total,
    @Nullable Beside beside,
    List<Breakdown> breakdowns,
    long tookMillis) {
  public Voices {
    breakdowns = List.copyOf(breakdowns);
  }

  /**
   * What the shares stand beside.
   *
   * @param told what it is, in words
   */
  public record Beside(String told, long total) {}

  /**
   * By one thing that is known of quotations, or of those who speak in them.
   *
   * @param name {@code party}, {@code gender}
   * @param facet by which a value is searched for; null where no search finds just that
   * @param of how many the shares are of: quotations, or speakers in them, each in each quotation
   * @param ofSpeakers whether speakers are counted, not quotations
   * @param others how many further values there are
   * @param unknown those of which it is not known
   */
  public record Breakdown(
      String name,
      String title,
      @Nullable Facet facet,
      long of,
      boolean ofSpeakers,
      List<Share> values,
      int others,
      Share unknown) {
    public Breakdown {
      values = List.copyOf(values);
    }
  }

  /**
   * A value.
   *
   * @param key what selects it in its facet
   * @param share of what is counted, 0 to 1; 0 where nothing is
   * @param beside the same share in what it is compared with; null where that is not known
   */
  public record Share(String label, String key, long count, double share, @Nullable Double beside) {
    static Share of(String label, String key, long count, long of, OptionalDouble beside) {
      return new Share(
          label,
          key,
          count,
          of == 0 ? 0 : (double) count / of,
          beside.isPresent() ? beside.getAsDouble() : null);
    }
  }
}
