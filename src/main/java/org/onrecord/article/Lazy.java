package org.onrecord.article;

import org.jspecify.annotations.Nullable;

/**
 * A value that is worked out when it is first needed, by one thread while others wait, and kept.
 * Where working it out fails, the next who needs it tries again.
 */
public final class Lazy<T> {
  private volatile @Nullable T value;

  public Lazy() {}

  /** One that is worked out already. */
  public Lazy(T known) {
    value = known;
  }

  /** How a value is worked out. */
  @FunctionalInterface
  public interface Source<T, E extends Exception> {
    T get() throws E;
  }

  /**
   * @throws E as the source does
   */
  public <E extends Exception> T get(Source<? extends T, E> source) throws E {
    T known = value;
    if (known == null) {
      synchronized (this) {
        known = value;
        if (known == null) {
          known = source.get();
          value = known;
        }
      }
    }
    return known;
  }
}
