package io.palier.shared.web;

import io.palier.shared.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * Reads a form's record. Where a field cannot be read, Spring leaves the page with problems but without the form they
 * are about; this one hands over both, so that the page can be shown again with everything else that was typed.
 */
final class FormBinder extends ExtendedServletRequestDataBinder {
    private @Nullable AbstractPropertyBindingResult whole;

    FormBinder(@Nullable Object target, String name) {
        super(target, name);
    }

    @Override
    public void construct(ValueResolver values) {
        super.construct(values);
        var partial = super.getInternalBindingResult();
        if (!partial.hasErrors()) {
            return;
        }
        var form = getTarget();
        if (form == null) {
            throw Refusal.invalid("", "form-unreadable");
        }
        whole = new BeanPropertyBindingResult(form, getObjectName());
        whole.setMessageCodesResolver(partial.getMessageCodesResolver());
        whole.initConversion(Objects.requireNonNull(getConversionService()));
        partial.getAllErrors().forEach(whole::addError);
    }

    /** A record is whole once it is made; whatever else was sent is none of its fields. */
    @Override
    protected void doBind(MutablePropertyValues values) {
        var form = getTarget();
        if (form == null || !form.getClass().isRecord()) {
            super.doBind(values);
        }
    }

    @Override
    protected AbstractPropertyBindingResult getInternalBindingResult() {
        return whole == null ? super.getInternalBindingResult() : whole;
    }
}
