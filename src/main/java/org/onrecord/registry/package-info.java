/**
 * Who is who, in which party, when: people, parties and dated memberships in Popolo's terms.
 *
 * <p>Begin with {@link org.onrecord.registry.Registry}, which answers questions, and {@link
 * org.onrecord.registry.RegistryLoader}, which reads one from a file or the built-in data.
 */
@NullMarked
package org.onrecord.registry;

import org.jspecify.annotations.NullMarked;
