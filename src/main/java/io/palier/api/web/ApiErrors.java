package io.palier.api.web;

import io.palier.api.ApiResource;
import io.palier.api.Fault;
import io.palier.api.FaultCodes;
import io.palier.platform.DatabaseGone;
import io.palier.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns every failure of an endpoint into a fault of the contract; an absent database is dealt with outside. */
@ControllerAdvice(annotations = ApiResource.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final FaultWriter faults;
    private final MessageSource messages;
    private final Map<String, Fault.Code> codes = new HashMap<>();

    ApiErrors(FaultWriter faults, MessageSource messages, ObjectProvider<FaultCodes> modules) {
        this.faults = faults;
        this.messages = messages;
        modules.orderedStream().forEach(module -> codes.putAll(module.codes()));
    }

    @ExceptionHandler
    void fault(Fault fault, HttpServletResponse response) throws IOException {
        faults.write(fault, response);
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var text = messages.getMessage(
                "refusal." + refusal.code(), refusal.arguments().toArray(), refusal.code(), Locales.of(request));
        var field = refusal.field();
        var data = field == null ? new String[] {refusal.code()} : new String[] {refusal.code(), field};
        var code = codes.getOrDefault(refusal.code(), byKind(refusal.kind()));
        faults.write(new Fault(code, text == null ? refusal.code() : text, data), response);
    }

    private static Fault.Code byKind(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> Fault.Code.NOT_FOUND;
            case FORBIDDEN -> Fault.Code.FORBIDDEN;
            case CONFLICT -> Fault.Code.CONFLICT;
            case CHANGED_MEANWHILE -> Fault.Code.STALE;
            case GONE -> Fault.Code.UNSUPPORTED;
            case INVALID -> Fault.Code.INVALID_PROPERTY;
        };
    }

    /** An id that is none is as unknown as one that is somebody else's. */
    @ExceptionHandler
    void notAnId(TypeMismatchException mismatch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refused(Refusal.notFound(), request, response);
    }

    @ExceptionHandler
    void missing(MissingServletRequestParameterException missing, HttpServletResponse response) throws IOException {
        var name = missing.getParameterName();
        faults.write(new Fault(Fault.Code.INVALID_INPUT, "The parameter " + name + " is missing.", name), response);
    }

    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException unreadable, HttpServletResponse response) throws IOException {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                faults.write(fault, response);
                return;
            }
        }
        faults.write(new Fault(Fault.Code.INVALID_INPUT, "The body is no JSON of the expected form."), response);
    }

    @ExceptionHandler
    void unexpected(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (DatabaseGone.isBehind(failure)) {
            throw failure;
        }
        LOG.error(
                "API request failed: method={} requestId={}",
                request.getMethod(),
                response.getHeader(Ids.REQUEST),
                failure);
        faults.write(new Fault(Fault.Code.UNEXPECTED, "Something went wrong here; the request id names it."), response);
    }
}
