/** Routes that answer programs: one controller a resource, and what only they need. */
@NullMarked
package org.onrecord.http.api;

import org.jspecify.annotations.NullMarked;
