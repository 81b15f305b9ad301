package io.palier.api.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** Reads every body as JSON, whatever its content type says. */
final class ApiJsonConverter extends JacksonJsonHttpMessageConverter {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    ApiJsonConverter(ApiJson json) {
        super(json.mapper());
        setSupportedMediaTypes(List.of(MediaType.parseMediaType(CONTENT_TYPE), MediaType.ALL));
    }
}
