/**
 * Filters around all routes: who may ask and how often, by which key or cookie, from which page,
 * what browsers are told to refuse, and what is written down of it.
 */
@NullMarked
package org.onrecord.http.guard;

import org.jspecify.annotations.NullMarked;
