package org.onrecord.access;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The port to the keys of an archive. Safe for use by several threads. */
public interface ApiKeys {

  /**
   * The keys that are not revoked, those that are over among them, in the order in which they were
   * made.
   *
   * @throws IOException if they cannot be read or are damaged: then nobody must get in
   */
  List<ApiKey> keys() throws IOException;

  /**
   * The key that this secret is.
   *
   * @throws IOException if they cannot be read: then nobody must get in
   */
  Optional<ApiKey> find(String secret) throws IOException;

  /**
   * Makes a key.
   *
   * @throws IllegalArgumentException if no key can have that name, or another has it, or the bounds
   *     do not go with the role
   */
  ApiKey.Made add(String name, Role role, KeyBounds bounds) throws IOException;

  /** Makes a key that is bound to nothing but its role. */
  default ApiKey.Made add(String name, Role role) throws IOException {
    return add(name, role, KeyBounds.NONE);
  }

  /** Takes a key away, named by its id or its name; says which it was. */
  Optional<ApiKey> revoke(String idOrName) throws IOException;

  /** Holds these keys and no others from now on. */
  void replaceAll(List<ApiKey> kept) throws IOException;
}
