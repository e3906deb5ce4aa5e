/**
 * The archive as a library: {@link org.onrecord.archive.Archive} takes articles in and searches
 * them, in one process, without the service.
 */
@NullMarked
package org.onrecord.archive;

import org.jspecify.annotations.NullMarked;
