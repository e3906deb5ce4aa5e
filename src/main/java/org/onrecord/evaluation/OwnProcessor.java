package org.onrecord.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;

/** What the processors worked for this program. */
public final class OwnProcessor {
  private OwnProcessor() {}

  /** For all of its threads so far, compiling and collecting garbage among it; 0 if unknown. */
  public static Duration time() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean own
        ? Duration.ofNanos(own.getProcessCpuTime())
        : Duration.ZERO;
  }
}
