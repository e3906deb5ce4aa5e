package org.onrecord.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that lies beside an index and to which lines may be added meanwhile: as much of it as was
 * there, up to the end of a line.
 *
 * @param length how much of it is taken, in bytes
 */
record SideFile(Path path, long length) implements Snapshot.Content {
  private static final int BUFFER = 1 << 16;

  /** The files in a folder that are not the index's own, and are no leftovers or hidden. */
  static List<SideFile> in(Path folder, Snapshot index) throws IOException {
    List<SideFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file)
            && name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")
            && !name.endsWith(".new")
            && !index.owns(name)) {
          files.add(new SideFile(file, wholeLines(file)));
        }
      }
    }
    return files;
  }

  private static long wholeLines(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      for (long end = channel.size(); end > 0; end -= buffer.limit()) {
        buffer.clear().limit((int) Math.min(end, BUFFER));
        long start = end - buffer.limit();
        while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) > 0) {
          continue;
        }
        for (int i = buffer.position() - 1; i >= 0; i--) {
          if (buffer.get(i) == '\n') {
            return start + i + 1;
          }
        }
      }
      return 0;
    }
  }

  @Override
  public String name() {
    return path.getFileName().toString();
  }

  @Override
  public void copyTo(OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] buffer = new byte[BUFFER];
      for (long left = length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException(path + " has become shorter while it was read; try again");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}
