package org.onrecord.access;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what. Without a key a client may do everything where there are no keys at all
 * and it is on this machine; else it may read, where that is allowed, or nothing. Safe for use by
 * several threads.
 */
public final class AccessControl {
  private static final String SCHEME = "bearer ";

  private final ApiKeys keys;
  private final boolean anonymousRead;
  private final InstantSource clock;

  /**
   * A control.
   *
   * @param anonymousRead whether everybody may read
   * @param clock by which keys end
   */
  public AccessControl(ApiKeys keys, boolean anonymousRead, InstantSource clock) {
    this.keys = keys;
    this.anonymousRead = anonymousRead;
    this.clock = clock;
  }

  /**
   * Who asks.
   *
   * @param id the key's; of who signed in at a proxy, {@code proxy:} and their name; empty without
   * @param name the key's, or the one under which they signed in; {@code anonymous} without one
   * @param role what they may do at the most
   * @param trusted whether they are on this machine while there are no keys
   * @param bounds what they are bound to beside their role
   */
  public record Caller(String id, String name, Role role, boolean trusted, KeyBounds bounds) {
    Caller(ApiKey key) {
      this(key.id(), key.name(), key.role(), false, key.bounds());
    }

    static Caller anonymous(Role role, boolean trusted) {
      return new Caller("", "anonymous", role, trusted, KeyBounds.NONE);
    }

    /** Whether it is anybody: without a key and not on this machine, or by a page's public key. */
    public boolean isStranger() {
      return id.isEmpty() ? !trusted : bounds.isPublic();
    }
  }

  /** What a request shows of who asks. */
  public sealed interface Shown {
    /**
     * Nothing.
     *
     * @param local whether it certainly comes from this machine
     */
    record Nothing(boolean local) implements Shown {}

    /**
     * A key.
     *
     * @param authorization as the header has it, {@code Bearer onr_…}
     * @param origin of the page that asks; null where no page of another origin does
     */
    record Key(String authorization, @Nullable String origin) implements Shown {}

    /** The token of a feed, {@code onr_…}. */
    record Token(String secret) implements Shown {}

    /**
     * What a trusted proxy says of who signed in there.
     *
     * @param role by their groups; empty where none of these may even read
     */
    record SignedIn(String name, Optional<Role> role) implements Shown {}
  }

  /**
   * What a request needs.
   *
   * @param byName whether it needs a name even where everybody may read
   * @param whole whether it tells of the whole archive, so that no key to a part of it is enough
   */
  public record Need(Role role, boolean byName, boolean whole) {
    /** Reading by name: what signing in needs. */
    public static final Need NAME = new Need(Role.READER, true, false);
  }

  /** What was decided. */
  public sealed interface Decision {
    /** They may. */
    record Granted(Caller caller) implements Decision {}

    /** They may not, unless they say who they are. */
    record Unknown(String reason) implements Decision {}

    /** They may not. */
    record Forbidden(Caller caller, String reason) implements Decision {}
  }

  /**
   * Whether there is a key for pages of this origin that holds.
   *
   * @throws IOException if the keys cannot be read
   */
  public boolean isKnown(String origin) throws IOException {
    return keys.keys().stream()
        .anyMatch(
            key ->
                key.bounds().isPublic()
                    && key.bounds().lets(origin)
                    && !key.isOver(clock.instant()));
  }

  /**
   * Decides on one request.
   *
   * @throws IOException if the keys cannot be read: nobody gets in
   */
  public Decision decide(Shown shown, Need need) throws IOException {
    return switch (shown) {
      case Shown.Nothing nothing -> unnamed(nothing.local(), need);
      case Shown.Key key -> known(key, need);
      case Shown.Token token -> opened(token.secret());
      case Shown.SignedIn(String name, Optional<Role> role) ->
          may(
              new Caller("proxy:" + name, name, role.orElse(Role.READER), false, KeyBounds.NONE),
              role.isEmpty() ? "None of the groups of %s may read here.".formatted(name) : "",
              need);
    };
  }

  private Decision unnamed(boolean local, Need need) throws IOException {
    if (local && keys.keys().isEmpty()) {
      return new Decision.Granted(Caller.anonymous(Role.ADMIN, true));
    }
    return anonymousRead && need.role() == Role.READER && !need.byName()
        ? new Decision.Granted(Caller.anonymous(Role.READER, false))
        : new Decision.Unknown(
            "This needs a key. Send it as \"Authorization: Bearer KEY\"; whoever runs the service"
                + " makes one with \"onrecord keys add\".");
  }

  private Decision known(Shown.Key shown, Need need) throws IOException {
    String authorization = shown.authorization();
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Decision.Unknown("Send the key as \"Authorization: Bearer KEY\".");
    }
    Optional<ApiKey> key = keys.find(authorization.substring(SCHEME.length()).strip());
    Optional<Decision> ended = ended(key);
    if (key.isEmpty() || ended.isPresent()) {
      return ended.orElseThrow();
    }
    Caller caller = new Caller(key.get());
    if (caller.bounds().feed() != null) {
      return new Decision.Unknown("This opens one feed and nothing else; it is no key.");
    }
    return may(
        caller,
        caller.bounds().lets(shown.origin())
            ? ""
            : "This key is for pages of "
                + String.join(", ", caller.bounds().origins())
                + " alone.",
        need);
  }

  private Decision opened(String secret) throws IOException {
    Optional<ApiKey> key = keys.find(secret);
    Optional<Decision> ended = ended(key);
    if (key.isEmpty() || ended.isPresent()) {
      return ended.orElseThrow();
    }
    return key.get().bounds().feed() == null
        ? new Decision.Unknown("This is no feed's token. Do not put keys into addresses.")
        : new Decision.Granted(new Caller(key.get()));
  }

  /** Why a key does not hold; empty where it does. */
  private Optional<Decision> ended(Optional<ApiKey> key) {
    if (key.isEmpty()) {
      return Optional.of(new Decision.Unknown("This key does not hold; it may have been revoked."));
    }
    return key.get().isOver(clock.instant())
        ? Optional.of(
            new Decision.Unknown("This key held until " + key.get().bounds().until() + "."))
        : Optional.empty();
  }

  /**
   * Whether somebody who is known may.
   *
   * @param otherwise why they may not whatever they ask; empty where nothing speaks against it
   */
  private static Decision may(Caller caller, String otherwise, Need need) {
    if (!otherwise.isEmpty()) {
      return new Decision.Forbidden(caller, otherwise);
    }
    if (!caller.role().covers(need.role())) {
      return new Decision.Forbidden(
          caller,
          "This needs the role %s; \"%s\" has the role %s."
              .formatted(need.role().label(), caller.name(), caller.role().label()));
    }
    return need.whole() && caller.bounds().isNarrow()
        ? new Decision.Forbidden(
            caller, "This tells of the whole archive, of which this key opens a part.")
        : new Decision.Granted(caller);
  }
}
