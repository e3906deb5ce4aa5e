package org.onrecord.format;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks files and folders in a fixed order: as named, and within a folder by name. Links are
 * followed, but never back into a folder that is being walked. In folders, hidden files are left
 * out, and so are {@code README}, {@code LICENSE} and {@code NOTICE} with any extension.
 */
final class FileWalk {

  /** Who is told of what is found. */
  interface Visitor {
    /**
     * A file.
     *
     * @param name as a person knows it: the named folder and the path below it
     * @param id the path below the named folder, without extension
     */
    void file(Path file, String name, String id);

    /** Something that cannot be walked, and why. */
    void unreadable(String name, String reason);
  }

  private final Visitor visitor;
  private final Set<Path> open = new HashSet<>();

  FileWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  void walk(String named) {
    Path path;
    try {
      path = Path.of(named);
    } catch (InvalidPathException e) {
      visitor.unreadable(named, "is no file name: " + e.getReason());
      return;
    }
    if (Files.isDirectory(path)) {
      folder(path, named.endsWith("/") ? named : named + "/", "");
    } else if (Files.exists(path)) {
      Path name = path.getFileName();
      visitor.file(path, named, FileName.of(name == null ? named : name.toString()).stem());
    } else {
      visitor.unreadable(named, missing(path));
    }
  }

  /** Whether it is not there, or in a folder that may not be looked into. */
  private static String missing(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return "it was not there when it was looked for";
    } catch (IOException e) {
      return Faults.reason(e);
    }
  }

  private void folder(Path folder, String name, String below) {
    Path real;
    List<Path> children;
    try {
      real = folder.toRealPath();
      children = children(folder);
    } catch (IOException e) {
      visitor.unreadable(name, "the folder cannot be read: " + Faults.reason(e));
      return;
    }
    if (!open.add(real)) {
      return;
    }
    for (Path child : children) {
      String childName = String.valueOf(child.getFileName());
      if (Files.isDirectory(child)) {
        folder(child, name + childName + "/", below + childName + "/");
      } else {
        file(child, name + childName, below + childName);
      }
    }
    open.remove(real);
  }

  private void file(Path file, String name, String below) {
    FileName parts = FileName.of(below);
    if (parts.accompanies()) {
      return;
    }
    if (!Files.exists(file)) {
      visitor.unreadable(name, "the link leads nowhere");
    } else if (!Files.isRegularFile(file)) {
      visitor.unreadable(name, "this is no regular file");
    } else {
      visitor.file(file, name, parts.stem());
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        if (!String.valueOf(child.getFileName()).startsWith(".")) {
          children.add(child);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(children);
    return children;
  }
}
