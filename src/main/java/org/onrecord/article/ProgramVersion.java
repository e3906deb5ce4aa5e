package org.onrecord.article;

/** Which version of OnRecord this is. */
public final class ProgramVersion {
  /** As in pom.xml: {@code 0.2.0}. */
  public static final String CURRENT = "0.2.0";

  private ProgramVersion() {}
}
