package io.palier.portal;

import io.palier.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

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

    /** An id that is none is as unknown as one that is somebody else's. */
    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        TypeMismatchException.class,
        MissingServletRequestParameterException.class
    })
    String notAnId(Exception mismatch, HttpServletResponse response, Model page) {
        return refused(Refusal.notFound(), response, page);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    void databaseGone(Exception gone, HttpServletResponse response) throws java.io.IOException {
        DatabaseGonePage.answer(response);
    }
}
