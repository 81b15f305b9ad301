package io.palier.api.web;

import io.palier.api.ApiResource;
import io.palier.api.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Every list has links, because some clients look into them unasked; a list that is whole has its own address. */
@ControllerAdvice(annotations = ApiResource.class)
class SelfLinks implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter endpoint, Class<? extends HttpMessageConverter<?>> converter) {
        return Page.class.isAssignableFrom(endpoint.getParameterType());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter endpoint,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return body instanceof Page<?> page && page.links() == null
                ? page.at(ApiPaths.withoutVersion(request.getURI().getRawPath()))
                : body;
    }
}
