package org.onrecord.cli.option;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.format.ArticleFormat;
import org.onrecord.format.DateOrder;
import org.onrecord.format.ReadOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options {@code --format}, {@code --encoding} and {@code --dates}. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      converter = Converter.class,
      description = {
        "auto (the default) tells the format of each file by its first",
        "bytes and its name; or ${COMPLETION-CANDIDATES}."
      },
      completionCandidates = Labels.class)
  private Choice choice = Choice.AUTO;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = EncodingConverter.class,
      description = {
        "The encoding of all input, such as windows-1252, whatever it",
        "says of itself; it is told file by file by default."
      })
  private @Nullable Charset encoding;

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      converter = OrderConverter.class,
      description = {
        "dmy or mdy: what 10/11/2024 means; without it, a date that",
        "can be read in two ways is refused."
      })
  private DateOrder dates = DateOrder.UNSAID;

  /** A format, or none for {@code auto}. */
  record Choice(Optional<ArticleFormat> format) {
    static final Choice AUTO = new Choice(Optional.empty());
  }

  /** Empty for {@code auto}. */
  public Optional<ArticleFormat> format() {
    return choice.format;
  }

  /** How to read what the input does not say. */
  public ReadOptions options() {
    return new ReadOptions(Optional.ofNullable(encoding), dates, ReadOptions.DEFAULT.html());
  }

  /** The names of the formats. */
  static final class Labels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ArticleFormat.values()).map(ArticleFormat::label).iterator();
    }
  }

  /** Reads an encoding's name. */
  static final class EncodingConverter implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String value) {
      return ReadOptions.encoding(value)
          .orElseThrow(() -> new TypeConversionException("there is no encoding '" + value + "'"));
    }
  }

  /** Reads an order of day and month. */
  static final class OrderConverter implements ITypeConverter<DateOrder> {
    @Override
    public DateOrder convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "dmy" -> DateOrder.DMY;
        case "mdy" -> DateOrder.MDY;
        default ->
            throw new TypeConversionException(
                "there is no order '" + value + "'; choose dmy or mdy");
      };
    }
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
