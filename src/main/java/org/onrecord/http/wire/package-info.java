/**
 * Connections, before any request is read: how many there may be, how long they may be silent, and
 * by which certificate they are encrypted. Nothing of it knows what is asked.
 */
@NullMarked
package org.onrecord.http.wire;

import org.jspecify.annotations.NullMarked;
