package org.onrecord.backup;

/**
 * A file of a backup.
 *
 * @param name its name in the index's folder; no path
 * @param length in bytes
 * @param sha256 64 hexadecimal digits, small letters
 */
public record BackupFile(String name, long length, String sha256) {
  public BackupFile {
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
      throw new IllegalArgumentException("no file's name in an index: " + name);
    }
    if (length < 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(name + ": length " + length + ", SHA-256 " + sha256);
    }
  }
}
