/** The pages of a speaker, a party and the whole archive: facts and charts. */
@NullMarked
package org.onrecord.page.profile;

import org.jspecify.annotations.NullMarked;
