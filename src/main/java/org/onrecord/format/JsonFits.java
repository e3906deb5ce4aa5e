package org.onrecord.format;

/** How well JSON's first bytes go with the formats that are JSON. */
final class JsonFits {
  private JsonFits() {}

  static Fit lines(FileOpening opening) {
    return switch (opening.json().layout()) {
      case LINES -> Fit.CERTAIN;
      case UNSEEN -> Fit.POSSIBLE;
      case NONE, DOCUMENT -> Fit.NONE;
    };
  }

  /** A document whose first object is of a shape. */
  static Fit shape(FileOpening opening, JsonShape shape) {
    boolean shaped = JsonShape.of(opening.json().members()).filter(shape::equals).isPresent();
    return shaped && document(opening) == Fit.CERTAIN ? Fit.CERTAIN : Fit.NONE;
  }

  static Fit document(FileOpening opening) {
    return switch (opening.json().layout()) {
      case DOCUMENT -> Fit.CERTAIN;
      case UNSEEN, LINES -> Fit.POSSIBLE;
      case NONE -> Fit.NONE;
    };
  }
}
