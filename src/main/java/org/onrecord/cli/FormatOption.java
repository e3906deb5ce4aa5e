package org.onrecord.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.format.ArticleFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --format}. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      converter = Converter.class,
      description = {
        "auto, jsonl or text; auto (the default) tells the format",
        "of each file by its name and its first bytes."
      })
  private Optional<ArticleFormat> format = Optional.empty();

  /** Empty for {@code auto}. */
  Optional<ArticleFormat> format() {
    return format;
  }

  /** Reads a format's name. */
  static final class Converter implements ITypeConverter<Optional<ArticleFormat>> {
    @Override
    public Optional<ArticleFormat> convert(String value) {
      if (value.equalsIgnoreCase("auto")) {
        return Optional.empty();
      }
      return Optional.of(
          ArticleFormat.of(value)
              .orElseThrow(
                  () ->
                      new TypeConversionException(
                          "there is no format '" + value + "'; choose auto, " + names())));
    }

    private static String names() {
      return Arrays.stream(ArticleFormat.values())
          .map(ArticleFormat::label)
          .collect(Collectors.joining(", "));
    }
  }
}
