/**
 * What all routes of the HTTP service share: parameters read, answers and problems made, who asks
 * and by which address. It knows none of the routes.
 */
@NullMarked
package org.onrecord.http;

import org.jspecify.annotations.NullMarked;
