package org.onrecord.page;

/** A view, as its template is given it: a record whose accessors are the template's names. */
public interface PageView {
  /** The template, a file of {@code resources/page} without its ending. */
  String template();

  /** What stands in the document's head. */
  PageHead head();
}
