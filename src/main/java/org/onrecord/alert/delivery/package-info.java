/**
 * How messages of saved searches reach their owners: posted to {@link
 * org.onrecord.alert.delivery.Webhooks}, or as {@link org.onrecord.alert.delivery.Mail}.
 */
@NullMarked
package org.onrecord.alert.delivery;

import org.jspecify.annotations.NullMarked;
