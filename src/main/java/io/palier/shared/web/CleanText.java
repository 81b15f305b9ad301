package io.palier.shared.web;

import java.beans.PropertyEditorSupport;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Trims what is typed into every form, and refuses characters that no name or address has. */
@ControllerAdvice
class CleanText implements Validator {

    @InitBinder
    void trim(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.strip());
            }
        });
        if (binder.getTarget() == null || binder.getTarget().getClass().isRecord()) {
            binder.addValidators(this);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return true;
    }

    @Override
    public void validate(Object form, Errors problems) {
        check("", form, problems);
    }

    private static void check(String prefix, Object form, Errors problems) {
        if (!form.getClass().isRecord()) {
            return;
        }
        BeanWrapper bean = PropertyAccessorFactory.forBeanPropertyAccess(form);
        for (var component : form.getClass().getRecordComponents()) {
            var value = bean.getPropertyValue(component.getName());
            if (value instanceof String text && text.codePoints().anyMatch(CleanText::isForbidden)) {
                problems.rejectValue(prefix + component.getName(), "refusal.forbidden-characters");
            } else if (value instanceof Record nested) {
                check(prefix + component.getName() + ".", nested, problems);
            }
        }
    }

    /** Control characters other than tab and line breaks, direction overrides, lone surrogates, non-characters. */
    private static boolean isForbidden(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || Character.getType(c) == Character.SURROGATE
                || (c & 0xFFFE) == 0xFFFE;
    }
}
