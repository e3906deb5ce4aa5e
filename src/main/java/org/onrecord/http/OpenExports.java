package org.onrecord.http;

/** The port by which an operator learns how many exports are being read. */
@FunctionalInterface
public interface OpenExports {
  /** How many, from zero. */
  int open();
}
