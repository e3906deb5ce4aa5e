package org.onrecord.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that a token in its address opens, and nothing else does: neither keys nor cookies, even
 * where everybody may read.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenedByToken {
  /** The parameter that has the token. */
  String PARAMETER = "token";
}
