package org.onrecord.app;

import java.util.Optional;

/** Probe. */
public final class Main {
  private Main() {}

  /** Runs. */
  public static void main(String[] args) {
    Object o = Optional.of("x");
    switch (o) {
      case String s -> System.out.println(s);
      default -> System.out.println("hi");
    }
  }
}
