package io.palier.shared.web;

import io.palier.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Turns refusals into messages on the form that was filled in, so that nothing typed is lost. */
public final class Forms {
    /** Flash attribute: the message key of what was done, with its arguments in {@link #DONE_ARGUMENTS}. */
    public static final String DONE = "done";

    public static final String DONE_ARGUMENTS = "doneArguments";

    private static final String CHANGED = Forms.class.getName() + ".changed";

    private Forms() {}

    /**
     * Does the work unless the form already has problems. A refusal of the input or of the present state becomes a
     * problem of its field (of the whole form if it names none, or one the form does not have); not-found and
     * missing rights pass through.
     *
     * @return whether the work was done
     */
    public static boolean accepted(BindingResult problems, Runnable work) {
        return result(problems, () -> {
                    work.run();
                    return Boolean.TRUE;
                })
                != null;
    }

    /** Like {@link #accepted}, for work with a result; null if it was not done. */
    public static <T> @Nullable T result(BindingResult problems, Supplier<T> work) {
        if (problems.hasErrors()) {
            return null;
        }
        try {
            return work.get();
        } catch (Refusal refusal) {
            switch (refusal.kind()) {
                case NOT_FOUND, FORBIDDEN -> throw refusal;
                case CONFLICT, CHANGED_MEANWHILE, GONE, INVALID -> reject(problems, refusal);
            }
            return null;
        }
    }

    /** Shows the form again, as 422, or as 409 if somebody changed meanwhile what it is about. */
    public static String again(HttpServletResponse response, String view) {
        response.setStatus((wasChangedMeanwhile() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        return view;
    }

    /** Whether the present request was refused because somebody else saved first. */
    public static boolean wasChangedMeanwhile() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(CHANGED, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** Says on the next page what was done. */
    public static void done(RedirectAttributes after, String messageKey, Object... arguments) {
        after.addFlashAttribute(DONE, messageKey);
        after.addFlashAttribute(DONE_ARGUMENTS, arguments);
    }

    private static void reject(BindingResult problems, Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.CHANGED_MEANWHILE) {
            noteChange();
            problems.reject("refusal.changed-meanwhile.form");
            return;
        }
        var code = "refusal." + refusal.code();
        var arguments = refusal.arguments().toArray();
        var field = refusal.field();
        if (field != null && hasField(problems, field)) {
            problems.rejectValue(field, code, arguments, code);
        } else {
            problems.reject(code, arguments, code);
        }
    }

    private static void noteChange() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(CHANGED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static boolean hasField(BindingResult problems, String field) {
        try {
            problems.getFieldValue(field);
            return true;
        } catch (org.springframework.beans.InvalidPropertyException e) {
            return false;
        }
    }
}
