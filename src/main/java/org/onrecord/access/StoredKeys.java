package org.onrecord.access;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keys that are kept as lines, a key a line, which whoever changes them replaces as a whole. What
 * another process changes holds from the next request on. Safe for use by several threads.
 */
public abstract class StoredKeys implements ApiKeys {
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private volatile Read read = new Read(List.of(), List.of());

  /** Lines, and the keys that they hold. */
  private record Read(List<String> lines, List<ApiKey> keys) {}

  /**
   * Keys.
   *
   * @param clock by which it is noted when one was made
   */
  protected StoredKeys(InstantSource clock) {
    this.clock = clock;
  }

  /** Where they are kept, for messages. */
  protected abstract String place();

  /**
   * The lines as they are now; the same object as long as they are the same.
   *
   * @throws IOException if they cannot be read
   */
  protected abstract List<String> lines() throws IOException;

  /**
   * Replaces the lines. Nobody else does between the lines that the next ones are made of and
   * these.
   *
   * @param change may be asked more than once; gives the very same list where nothing is to change
   * @throws IOException if they cannot be read or written
   */
  protected abstract void replace(UnaryOperator<List<String>> change) throws IOException;

  @Override
  public final List<ApiKey> keys() throws IOException {
    List<String> now = lines();
    Read known = read;
    if (now != known.lines()) {
      known = new Read(now, parse(now));
      read = known;
    }
    return known.keys();
  }

  private List<ApiKey> parse(List<String> lines) throws IOException {
    List<ApiKey> parsed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        parsed.add(KeyLine.read(lines.get(i)));
      } catch (RuntimeException e) {
        throw new IOException(
            "%s, line %d is no key: restore it, or remove that line".formatted(place(), i + 1), e);
      }
    }
    return List.copyOf(parsed);
  }

  @Override
  public final Optional<ApiKey> find(String secret) throws IOException {
    return keys().stream()
        .filter(key -> secret.startsWith("onr_" + key.id() + "_") && key.isOf(secret))
        .findFirst();
  }

  @Override
  public final ApiKey.Made add(String name, Role role, KeyBounds bounds) throws IOException {
    Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    ApiKey.Made made = ApiKey.make(name, role, bounds, created, random);
    change(
        all -> {
          if (all.stream().anyMatch(key -> key.name().equals(name))) {
            throw new IllegalArgumentException(
                "there is a key \"" + name + "\" already: revoke it first, or take another name");
          }
          all.add(made.key());
        });
    return made;
  }

  @Override
  public final Optional<ApiKey> revoke(String idOrName) throws IOException {
    List<ApiKey> found = new ArrayList<>();
    change(
        all -> {
          found.clear();
          all.stream()
              .filter(key -> key.id().equals(idOrName) || key.name().equals(idOrName))
              .findFirst()
              .ifPresent(found::add);
          all.removeAll(found);
        });
    return found.stream().findFirst();
  }

  @Override
  public final void replaceAll(List<ApiKey> kept) throws IOException {
    change(
        all -> {
          all.clear();
          all.addAll(kept);
        });
  }

  /** What is done with the keys. */
  private interface Change {
    void make(List<ApiKey> all);
  }

  private void change(Change change) throws IOException {
    IOException[] broken = new IOException[1];
    replace(
        lines -> {
          try {
            broken[0] = null;
            List<ApiKey> before = parse(lines);
            List<ApiKey> after = new ArrayList<>(before);
            change.make(after);
            return after.equals(before) ? lines : after.stream().map(KeyLine::written).toList();
          } catch (IOException e) {
            broken[0] = e;
            return lines;
          }
        });
    if (broken[0] != null) {
      throw broken[0];
    }
  }
}
