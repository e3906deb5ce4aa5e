package org.onrecord.api;

/**
 * That the program runs.
 *
 * @param status {@code up}
 */
public record LiveBody(String status) {}
