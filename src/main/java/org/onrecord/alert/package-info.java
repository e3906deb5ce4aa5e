/**
 * Saved searches and what their owners are told of them: {@link org.onrecord.alert.SavedSearch} is
 * what is wanted, {@link org.onrecord.alert.ArrivalLog} what came into the archive, {@link
 * org.onrecord.alert.AlertWatch} finds one in the other, {@link org.onrecord.alert.AlertLog} keeps
 * what is still to be sent.
 */
@NullMarked
package org.onrecord.alert;

import org.jspecify.annotations.NullMarked;
