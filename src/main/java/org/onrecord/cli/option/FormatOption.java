package org.onrecord.cli.option;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.format.ArticleFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --format}. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      converter = Converter.class,
      description = {
        "auto, jsonl or text; auto (the default) tells the format",
        "of each file by its name and its first bytes."
      })
  private Choice choice = Choice.AUTO;

  /** A format, or none for {@code auto}. */
  record Choice(Optional<ArticleFormat> format) {
    static final Choice AUTO = new Choice(Optional.empty());
  }

  /** Empty for {@code auto}. */
  public Optional<ArticleFormat> format() {
    return choice.format;
  }

  /** Reads a format's name. */
  static final class Converter implements ITypeConverter<Choice> {
    @Override
    public Choice convert(String value) {
      if (value.equalsIgnoreCase("auto")) {
        return Choice.AUTO;
      }
      Optional<ArticleFormat> format = ArticleFormat.of(value);
      if (format.isEmpty()) {
        throw new TypeConversionException(
            "there is no format '" + value + "'; choose auto, " + names());
      }
      return new Choice(format);
    }

    private static String names() {
      return Arrays.stream(ArticleFormat.values())
          .map(ArticleFormat::label)
          .collect(Collectors.joining(", "));
    }
  }
}
