/** What the text itself says of somebody's party: "PTI leader", "(D-Texas)". */
@NullMarked
package org.onrecord.attribution.party;

import org.jspecify.annotations.NullMarked;
