package org.onrecord.alert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.onrecord.article.ArticleId;
import org.onrecord.article.OwnerOnly;

/**
 * The file {@code arrivals.tsv} beside an index, by which who writes articles tells who looks at
 * them for saved searches, in one process or another, and over a crash of either: a line an
 * article, its kind and its id, written before the commit that shows it, and after the commit a
 * line with nothing but a full stop. Lines count from the last full stop backwards: what comes
 * after it may never have been committed. The first line names the file's generation; once all of
 * it was read it begins anew. Safe for use by several threads and processes.
 */
public final class ArrivalLog implements ArrivalSource {
  /** The file's name. */
  public static final String FILE = "arrivals.tsv";

  /** From how many bytes on what was read is thrown away. */
  private static final long LONG = 1 << 20;

  /** How many bytes are read at a time at the most. */
  private static final int BUFFER = 1 << 20;

  private static final String COMMITTED = ".";

  private final Path file;
  private final SecureRandom random = new SecureRandom();

  /** That of an index, made by the first arrival. */
  public ArrivalLog(Path index) {
    this.file = index.resolve(FILE);
  }

  /** Says what is about to be committed, and returns when that is safe from power loss. */
  public void announce(Collection<AnnouncedArticle> arrivals) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (AnnouncedArticle arrival : arrivals) {
      lines
          .append(arrival.kind().name())
          .append('\t')
          .append(arrival.article().value())
          .append('\n');
    }
    append(lines.toString(), true);
  }

  /** Says that what was announced is committed. */
  public void committed() throws IOException {
    append(COMMITTED + "\n", false);
  }

  private synchronized void append(String lines, boolean forced) throws IOException {
    try (FileChannel channel = open();
        FileLock lock = channel.lock()) {
      long end = channel.size();
      write(channel, end, (end == 0 ? newGeneration() + "\n" : torn(channel, end)) + lines);
      if (forced) {
        channel.force(true);
      }
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        OwnerOnly.of(file));
  }

  private String newGeneration() {
    return "#" + Long.toHexString(random.nextLong());
  }

  private static String torn(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.read(last, end - 1) == 1 && last.get(0) != '\n' ? "\n" : "";
  }

  private static void write(FileChannel channel, long at, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    for (long place = at; bytes.hasRemaining(); ) {
      place += channel.write(bytes, place);
    }
  }

  /** Nothing is told here before somebody wants to be told. */
  @Override
  public Place from(Place read, Instant since) {
    return read;
  }

  @Override
  public synchronized Batch read(Place after, int most) throws IOException {
    if (!Files.exists(file)) {
      return new Batch(List.of(), after);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      String generation = generation(channel);
      long start = after.generation().equals(generation) ? after.offset() : 0;
      if (generation.isEmpty() || start >= channel.size()) {
        return new Batch(List.of(), after);
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, channel.size() - start));
      while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) > 0) {
        continue;
      }
      return parse(buffer.array(), buffer.position(), new Place(generation, start), most);
    }
  }

  private static String generation(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(32);
    channel.read(head, 0);
    String text = new String(head.array(), 0, head.position(), StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    return end < 0 || !text.startsWith("#") ? "" : text.substring(0, end);
  }

  private static Batch parse(byte[] bytes, int length, Place from, int most) {
    int committed = lastCommit(bytes, length);
    List<AnnouncedArticle> arrivals = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < committed && arrivals.size() < most; at++) {
      if (bytes[at] == '\n') {
        add(arrivals, new String(bytes, start, at - start, StandardCharsets.UTF_8));
        start = at + 1;
      }
    }
    return new Batch(arrivals, new Place(from.generation(), from.offset() + start));
  }

  /** Where the line after the last full stop begins; 0 where there is none. */
  private static int lastCommit(byte[] bytes, int length) {
    for (int at = length - 1; at > 0; at--) {
      if (bytes[at] == '\n' && bytes[at - 1] == '.' && (at == 1 || bytes[at - 2] == '\n')) {
        return at + 1;
      }
    }
    return length == BUFFER ? wholeLines(bytes, length) : 0;
  }

  /** More than is read at a time was written by one commit. */
  private static int wholeLines(byte[] bytes, int length) {
    int end = length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static void add(List<AnnouncedArticle> arrivals, String line) {
    int tab = line.indexOf('\t');
    for (AnnouncedArticle.Kind kind : AnnouncedArticle.Kind.values()) {
      if (tab > 0 && line.substring(0, tab).equals(kind.name())) {
        arrivals.add(new AnnouncedArticle(kind, new ArticleId(line.substring(tab + 1))));
      }
    }
  }

  /** If it is long and there is no more. */
  @Override
  public synchronized void forget(Place read) throws IOException {
    if (!Files.exists(file) || Files.size(file) < LONG) {
      return;
    }
    try (FileChannel channel = open();
        FileLock lock = channel.lock()) {
      if (channel.size() == read.offset() && generation(channel).equals(read.generation())) {
        channel.truncate(0);
        channel.force(true);
      }
    }
  }
}
