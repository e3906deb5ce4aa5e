package org.onrecord.access;

import java.io.IOException;
import java.util.Optional;

/**
 * Decides who may do what. Without a key a client may do everything where there are no keys at all
 * and it is on this machine; else it may read, where that is allowed, or nothing. Safe for use by
 * several threads.
 */
public final class AccessControl {
  private static final String SCHEME = "bearer ";

  private final ApiKeys keys;
  private final boolean anonymousRead;

  /**
   * A control.
   *
   * @param anonymousRead whether everybody may read
   */
  public AccessControl(ApiKeys keys, boolean anonymousRead) {
    this.keys = keys;
    this.anonymousRead = anonymousRead;
  }

  /**
   * Who asks.
   *
   * @param id the key's; empty without one
   * @param name the key's; {@code anonymous} without one
   * @param role what they may do at the most
   * @param trusted whether they are on this machine while there are no keys
   */
  public record Caller(String id, String name, Role role, boolean trusted) {}

  /** What was decided. */
  public sealed interface Decision {
    /** They may. */
    record Granted(Caller caller) implements Decision {}

    /** They may not, unless they say who they are. */
    record Unknown(String reason) implements Decision {}

    /** They may not. */
    record Forbidden(Caller caller, Role needed) implements Decision {}
  }

  /** Whether somebody without a key may read. */
  public enum Strangers {
    /** As the service is set. */
    AS_SET,
    /** Nobody, whatever is set. */
    NONE
  }

  /**
   * Decides on one request.
   *
   * @param authorization what the request says of who asks, {@code Bearer onr_…}
   * @param local whether it certainly comes from this machine
   * @throws IOException if the keys cannot be read: nobody gets in
   */
  public Decision decide(
      Optional<String> authorization, boolean local, Role needed, Strangers strangers)
      throws IOException {
    if (authorization.isPresent()) {
      return known(authorization.get(), needed);
    }
    if (local && keys.keys().isEmpty()) {
      return new Decision.Granted(new Caller("", "anonymous", Role.ADMIN, true));
    }
    return anonymousRead && needed == Role.READER && strangers == Strangers.AS_SET
        ? new Decision.Granted(new Caller("", "anonymous", Role.READER, false))
        : new Decision.Unknown(
            "This needs a key. Send it as \"Authorization: Bearer KEY\"; whoever runs the service"
                + " makes one with \"onrecord keys add\".");
  }

  private Decision known(String authorization, Role needed) throws IOException {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Decision.Unknown("Send the key as \"Authorization: Bearer KEY\".");
    }
    Optional<ApiKey> key = keys.find(authorization.substring(SCHEME.length()).strip());
    if (key.isEmpty()) {
      return new Decision.Unknown("This key does not hold; it may have been revoked.");
    }
    Caller caller = new Caller(key.get().id(), key.get().name(), key.get().role(), false);
    return key.get().role().covers(needed)
        ? new Decision.Granted(caller)
        : new Decision.Forbidden(caller, needed);
  }
}
