package openlines.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The question that fills a form's slot; it stands on a record's component. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Ask {
    /** The question. */
    String value();

    /** What is said when the answer can't be read; the question again where it is empty. */
    String again() default "";
}
