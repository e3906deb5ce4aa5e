package org.onrecord.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.ServiceSettings.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program's log, which {@code logback.xml} sets up as text on standard error. */
final class Logging {
  private static final String APPENDER = "stderr";
  private static @Nullable Encoder<ILoggingEvent> text;

  private Logging() {}

  /** Has the log written like this from now on. */
  static synchronized void use(LogFormat format) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER)
            instanceof ConsoleAppender<ILoggingEvent> console) {
      Encoder<ILoggingEvent> asText = text == null ? console.getEncoder() : text;
      text = asText;
      console.setEncoder(
          switch (format) {
            case TEXT -> asText;
            case JSON -> json(context);
          });
    }
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }
}
