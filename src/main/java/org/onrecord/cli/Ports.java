package org.onrecord.cli;

/** What the commands need and cannot make themselves. */
public record Ports(Archives archives, Analyzers analyzers, Service service, SearchJson json) {}
