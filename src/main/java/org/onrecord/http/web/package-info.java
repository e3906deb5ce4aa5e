/**
 * Routes that answer people in a browser: pages, frames for other pages, forms and the files that
 * pages load. A form is told to the API's controller of the same, so that both decide alike.
 */
@NullMarked
package org.onrecord.http.web;

import org.jspecify.annotations.NullMarked;
