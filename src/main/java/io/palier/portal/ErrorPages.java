package io.palier.portal;

import io.palier.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Turns refusals into pages. Whatever cannot be found, for whatever reason, is the same page. */
@ControllerAdvice
class ErrorPages {

    @ExceptionHandler
    String refused(Refusal refusal, HttpServletResponse response, Model page) {
        var status = switch (refusal.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT, CHANGED_MEANWHILE -> HttpStatus.CONFLICT;
            case GONE -> HttpStatus.GONE;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        page.addAttribute("status", status.value());
        page.addAttribute("refusal", refusal);
        page.addAttribute("reason", "refusal." + refusal.code());
        page.addAttribute("reasonArguments", refusal.arguments().toArray());
        return "portal/refusal";
    }

    /**
     * In an address, an id that is none is as unknown as one that is somebody else's. In a form, what is missing or
     * unreadable is what no page of ours sends: an altered one, or one of before an update.
     */
    @ExceptionHandler({
        TypeMismatchException.class,
        MissingServletRequestParameterException.class,
        MissingServletRequestPartException.class,
        MethodArgumentNotValidException.class
    })
    String unreadable(Exception unreadable, HttpServletRequest request, HttpServletResponse response, Model page) {
        var inForm = request.getMethod().equals("POST") && !isInPath(unreadable);
        return refused(inForm ? Refusal.invalid("", "form-unreadable") : Refusal.notFound(), response, page);
    }

    private static boolean isInPath(Exception unreadable) {
        return unreadable instanceof MethodArgumentTypeMismatchException mismatch
                && mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }
}
