/** Wiring and configuration: the only place that names a concrete backend. */
@NullMarked
package org.onrecord.app;

import org.jspecify.annotations.NullMarked;
