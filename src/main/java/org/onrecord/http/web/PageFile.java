package org.onrecord.http.web;

import io.micronaut.http.MediaType;

/** A file that a browser is served, whole and in memory. */
record PageFile(byte[] bytes, MediaType type) {}
