package org.onrecord.correction;

import java.nio.file.Path;
import java.util.function.Function;

/** Logs that are files beside an index. */
public record DecisionFolder(Path index) implements DecisionLogs {
  @Override
  public <T> DecisionLog<T> log(String name, Function<String, T> reader) {
    return new DecisionFile<>(index.resolve(name), reader);
  }
}
