package io.palier.portal;

import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a form's record asks of its fields, so that pages can mark it; templates reach it as {@code formRules}. */
@Component("formRules")
public class FormRules {
    private static final Set<Class<? extends Annotation>> NEEDED =
            Set.of(NotBlank.class, NotEmpty.class, NotNull.class, AssertTrue.class);

    private final Validator validator;

    FormRules(Validator validator) {
        this.validator = validator;
    }

    /** Whether a field of the form has to be filled in; nested and unknown ones need not. */
    public boolean required(@Nullable Object form, String field) {
        if (form == null) {
            return false;
        }
        var property = validator.getConstraintsForClass(form.getClass()).getConstraintsForProperty(field);
        return property != null
                && property.getConstraintDescriptors().stream()
                        .anyMatch(rule -> NEEDED.contains(rule.getAnnotation().annotationType()));
    }
}
