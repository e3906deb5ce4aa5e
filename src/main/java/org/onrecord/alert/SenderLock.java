package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;

/**
 * The port by which one of several services on one archive looks at arrivals and sends: whoever has
 * this, until it ends, however it does. Safe for use by several threads.
 */
public interface SenderLock extends Closeable {

  /** Whether it is held, and nobody else can have it. */
  boolean isHeld();

  /** Takes it if nobody has it; says whether it is held now. Waits for nobody. */
  boolean take() throws IOException;
}
