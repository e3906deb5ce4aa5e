package org.onrecord.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.onrecord.access.Role;

/** A route that needs another role than its method says. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  Role value();

  /** Whether a key is needed even where everybody may read. */
  boolean byName() default false;

  /** Whether it tells of the whole archive, so that a key to some articles alone is not enough. */
  boolean whole() default false;

  /** Whether it asks something of the archive, so that only so many are answered at a time. */
  boolean asks() default true;
}
