/** The HTTP service: one controller a resource. */
@NullMarked
package org.onrecord.http;

import org.jspecify.annotations.NullMarked;
