/**
 * The bodies of the API as records, and their JSON: what the service answers and {@code --json}
 * prints.
 */
@NullMarked
package org.onrecord.api;

import org.jspecify.annotations.NullMarked;
