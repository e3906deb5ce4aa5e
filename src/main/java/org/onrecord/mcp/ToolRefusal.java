package org.onrecord.mcp;

/**
 * A call that cannot be answered as it was made; the message says to a model what to do instead.
 */
final class ToolRefusal extends Exception {
  private static final long serialVersionUID = 1;

  ToolRefusal(String message) {
    super(message);
  }
}
