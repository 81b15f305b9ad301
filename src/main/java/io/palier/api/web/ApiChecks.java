package io.palier.api.web;

import io.palier.api.Fault;
import io.palier.api.Reveals;
import io.palier.api.WithUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** What an endpoint asks for before it is called. */
class ApiChecks implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint) {
            requireUser(request, endpoint);
            var reveals = endpoint.getMethodAnnotation(Reveals.class);
            if (reveals != null) {
                request.setAttribute(Reveals.class.getName(), reveals.value());
                response.setHeader("Cache-Control", "no-store");
            }
        }
        return true;
    }

    private static void requireUser(HttpServletRequest request, HandlerMethod endpoint) {
        boolean asked = endpoint.hasMethodAnnotation(WithUser.class)
                || AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), WithUser.class);
        if (asked && !CallerFilter.caller(request).withUser()) {
            throw new Fault(
                    Fault.Code.FORBIDDEN,
                    "This call needs an app+user token, or the token of a service account.",
                    "user-missing");
        }
    }
}
