/**
 * Care of an index: whether it is sound ({@link IndexVerifier}), backups while it is written
 * ({@link BackupFolder}), and back ({@link Restore}).
 */
@NullMarked
package org.onrecord.backup;

import org.jspecify.annotations.NullMarked;
