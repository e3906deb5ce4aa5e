/** The ports' adapters on Lucene; the only package that knows it. */
@NullMarked
package org.onrecord.backend.lucene;

import org.jspecify.annotations.NullMarked;
