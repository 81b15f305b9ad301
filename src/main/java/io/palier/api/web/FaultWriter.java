package io.palier.api.web;

import io.palier.api.Fault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Writes faults, from wherever in the chain they come. */
@Component
class FaultWriter {
    private static final int LONGEST = 1024;
    private static final String SOURCE = "Palier";

    private final ApiJson json;

    FaultWriter(ApiJson json) {
        this.json = json;
    }

    void write(Fault fault, HttpServletResponse response) throws IOException {
        var text = fault.getMessage() == null ? "" : fault.getMessage();
        var description = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        write(
                fault.code().status().value(),
                new FaultJson(fault.code().number(), description, fault.data(), SOURCE),
                response);
    }

    void write(int status, Object body, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(ApiJsonConverter.CONTENT_TYPE);
        json.mapper().writeValue(response.getOutputStream(), body);
    }
}
