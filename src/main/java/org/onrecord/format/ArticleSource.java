package org.onrecord.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.onrecord.article.Provenance;
import org.onrecord.format.ReadResult.NoArticle;
import org.onrecord.format.ReadResult.Rejected;
import org.onrecord.format.ReadResult.Skipped;

/**
 * The articles in files and folders, read one after the other; what is packed is unpacked, {@link
 * Unpacking}. What cannot be read is rejected, what is no article is skipped, and the rest is read.
 * {@link FileWalk} says in which order and what is left out.
 */
public final class ArticleSource implements ArticleFeed {
  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private final List<String> names;
  private final Optional<ArticleFormat> format;
  private final InputStream standardInput;
  private final ReadOptions options;
  private final Predicate<? super Path> wanted;
  private final AtomicLong bytesRead = new AtomicLong();

  /** A source of input that says itself how it is to be read. */
  public ArticleSource(
      List<String> names, Optional<ArticleFormat> format, InputStream standardInput) {
    this(names, format, standardInput, ReadOptions.DEFAULT);
  }

  /**
   * A source.
   *
   * @param names files, folders and {@code -}
   * @param format the format of all of them; empty to tell it file by file
   * @param standardInput what {@code -} reads; it is not closed
   * @param options how to read what the input does not say
   */
  public ArticleSource(
      List<String> names,
      Optional<ArticleFormat> format,
      InputStream standardInput,
      ReadOptions options) {
    this(names, format, standardInput, options, _ -> true);
  }

  private ArticleSource(
      List<String> names,
      Optional<ArticleFormat> format,
      InputStream standardInput,
      ReadOptions options,
      Predicate<? super Path> wanted) {
    this.options = options;
    this.wanted = wanted;
    this.names = List.copyOf(names);
    this.format = format;
    this.standardInput = standardInput;
  }

  /**
   * What comes of bytes that lie in no file, and are no longer there once they are read.
   *
   * @param name what they are called in messages
   */
  public static ArticleFeed of(String name, InputStream bytes, ReadOptions options) {
    ArticleSource source = new ArticleSource(List.of(), Optional.empty(), bytes, options);
    return results -> source.readOpened(bytes, name, Optional.empty(), results);
  }

  /** The same of which only some files are read; it does not hold for standard input. */
  public ArticleSource only(Predicate<? super Path> wantedFiles) {
    return new ArticleSource(names, format, standardInput, options, wantedFiles);
  }

  @Override
  public void read(Consumer<? super ReadResult> results) {
    FileWalk walk =
        new FileWalk(
            new FileWalk.Visitor() {
              @Override
              public void file(Path file, String name, String id) {
                if (wanted.test(file)) {
                  readFile(file, name, id, results);
                }
              }

              @Override
              public void unreadable(String name, String reason) {
                results.accept(rejected(name, reason));
              }
            });
    for (String name : names) {
      if (name.equals(STANDARD_INPUT)) {
        readOpened(standardInput, name, Optional.empty(), results);
      } else {
        walk.walk(name);
      }
    }
  }

  /** How many bytes have been read so far, before decompression. Any thread may ask. */
  public long bytesRead() {
    return bytesRead.get();
  }

  /**
   * How many bytes there are to read, before decompression; empty with standard input. Looks at
   * every file.
   */
  public OptionalLong totalBytes() {
    if (names.contains(STANDARD_INPUT)) {
      return OptionalLong.empty();
    }
    AtomicLong total = new AtomicLong();
    FileWalk walk =
        new FileWalk(
            new FileWalk.Visitor() {
              @Override
              public void file(Path file, String name, String id) {
                total.addAndGet(wanted.test(file) ? file.toFile().length() : 0);
              }

              @Override
              public void unreadable(String name, String reason) {}
            });
    names.forEach(walk::walk);
    return OptionalLong.of(total.get());
  }

  private void readFile(Path file, String name, String id, Consumer<? super ReadResult> results) {
    InputStream bytes;
    try {
      bytes = Files.newInputStream(file);
    } catch (IOException e) {
      results.accept(rejected(name, "cannot be read: " + Faults.reason(e)));
      return;
    }
    try (bytes) {
      readOpened(bytes, name, Optional.of(id), results);
    } catch (IOException e) {
      results.accept(rejected(name, "cannot be closed: " + Faults.reason(e)));
    }
  }

  private void readOpened(
      InputStream raw, String name, Optional<String> id, Consumer<? super ReadResult> results) {
    AtomicLong packed = new AtomicLong();
    InputStream counted = new CountedInput(new CountedInput(raw, bytesRead), packed);
    try {
      new Unpacking(packed, new Unpacked(results)).unpack(counted, name, id);
    } catch (IOException e) {
      results.accept(rejected(name, "cannot be read to its end: " + Faults.reason(e)));
    }
  }

  /** Reads what was unpacked. */
  private final class Unpacked implements Unpacking.Visitor {
    private final Consumer<? super ReadResult> results;

    Unpacked(Consumer<? super ReadResult> results) {
      this.results = results;
    }

    @Override
    public void file(InputStream bytes, String name, Optional<String> id) throws IOException {
      byte[] start = bytes.readNBytes(FileOpening.SIZE);
      FileOpening opening = new FileOpening(FileName.of(name), start);
      if (start.length < FileOpening.SIZE && Blank.is(opening.text())) {
        results.accept(new Skipped(place(name), NoArticle.EMPTY));
        return;
      }
      Optional<NoArticle> media = opening.media();
      if (format.isEmpty() && media.isPresent()) {
        results.accept(new Skipped(place(name), media.get()));
        return;
      }
      Optional<ArticleFormat> found = format.or(() -> ArticleFormat.detect(opening));
      if (found.isEmpty()) {
        unreadable(name, unknown(FileName.of(name)));
        return;
      }
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), bytes);
      found.get().read(new ArticleInput(name, id, whole, options), new RepeatedIds(results));
    }

    @Override
    public void unreadable(String name, String reason) {
      results.accept(rejected(name, reason));
    }

    @Override
    public void empty(String name) {
      results.accept(new Skipped(place(name), NoArticle.EMPTY));
    }
  }

  private static String unknown(FileName name) {
    return "not an article format that OnRecord reads"
        + name.extension().map(e -> ": ." + e).orElse("");
  }

  private Rejected rejected(String name, String reason) {
    return new Rejected(place(name), reason);
  }

  private Provenance place(String name) {
    return new Provenance(name, 0, 0, format.map(ArticleFormat::label).orElse("auto"));
  }
}
