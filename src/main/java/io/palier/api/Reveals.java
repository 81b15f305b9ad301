package io.palier.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer holds credentials that are shown once. A repeated request gets them again for ten minutes only, in case the
 * answer was lost; until then they are kept encrypted (design, The wire).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Reveals {

    /** The field of the answer that holds the credentials: {@code userCredentials}. */
    String value();
}
