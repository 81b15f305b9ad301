package io.palier.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Puts the page’s own number into every form beside the token, so that no form can be made without. */
@Component
final class OnceField implements BeanPostProcessor {
    static final String NAME = "_once";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor token ? new WithNumber(token) : bean;
    }

    private record WithNumber(RequestDataValueProcessor token) implements RequestDataValueProcessor {

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            var fields = token.getExtraHiddenFields(request);
            if (fields == null || fields.isEmpty()) {
                return fields;
            }
            var more = new LinkedHashMap<>(fields);
            more.put(NAME, number(request));
            return more;
        }

        private static String number(HttpServletRequest request) {
            if (request.getAttribute(NAME) instanceof String number) {
                return number;
            }
            var number = UUID.randomUUID().toString();
            request.setAttribute(NAME, number);
            return number;
        }

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return token.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return token.processFormFieldValue(request, name, value, type);
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return token.processUrl(request, url);
        }
    }
}
