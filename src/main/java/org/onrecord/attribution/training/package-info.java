/** Learns names and antecedents from annotated articles. Nothing that attributes uses it. */
@NullMarked
package org.onrecord.attribution.training;

import org.jspecify.annotations.NullMarked;
