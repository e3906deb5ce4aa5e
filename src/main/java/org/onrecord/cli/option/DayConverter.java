package org.onrecord.cli.option;

import java.time.LocalDate;
import org.onrecord.format.PublicationDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day, as written as in articles. */
public final class DayConverter implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String value) {
    return switch (PublicationDate.parse(value)) {
      case PublicationDate.Day(LocalDate date) -> date;
      case PublicationDate.Malformed(String reason) -> throw new TypeConversionException(reason);
    };
  }
}
