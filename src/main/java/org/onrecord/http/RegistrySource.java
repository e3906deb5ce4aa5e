package org.onrecord.http;

import org.onrecord.registry.Registry;

/** Where the service has the registry from; it may be read when it is first asked for. */
@FunctionalInterface
public interface RegistrySource {
  Registry registry();
}
