package org.onrecord.registry;

/** The registry that comes with OnRecord, read once for all tests that only look at it. */
public final class ShippedRegistry {
  public static final Registry REGISTRY = RegistryLoader.builtIn();

  private ShippedRegistry() {}
}
