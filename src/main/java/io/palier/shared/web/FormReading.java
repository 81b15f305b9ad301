package io.palier.shared.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/** The one place where the forms of all pages are read. */
@Primary
@Component
class FormReading implements WebMvcRegistrations {
    private final ObjectProvider<WebMvcRegistrations> others;

    FormReading(ObjectProvider<WebMvcRegistrations> others) {
        this.others = others;
    }

    /** Spring Boot asks one bean only: the library for htmx brings this other half. */
    @Override
    public @Nullable RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return others.stream()
                .filter(other -> !(other instanceof FormReading))
                .map(WebMvcRegistrations::getRequestMappingHandlerMapping)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected InitBinderDataBinderFactory createDataBinderFactory(List<InvocableHandlerMethod> methods) {
                return new Binders(methods, getWebBindingInitializer());
            }
        };
    }

    private static final class Binders extends ServletRequestDataBinderFactory {
        Binders(List<InvocableHandlerMethod> methods, @Nullable WebBindingInitializer initializer) {
            super(methods, initializer);
        }

        @Override
        protected ServletRequestDataBinder createBinderInstance(
                @Nullable Object target, String name, NativeWebRequest request) {
            return new FormBinder(target, name);
        }
    }
}
