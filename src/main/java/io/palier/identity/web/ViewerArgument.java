package io.palier.identity.web;

import io.palier.identity.Viewer;
import io.palier.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the {@link Viewer} to controllers: as an argument, or null on public pages that ask for a nullable one. */
@Configuration
class ViewerArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    static final String ATTRIBUTE = Viewer.class.getName();

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var viewer = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (viewer == null && !parameter.isOptional()) {
            throw Refusal.notFound();
        }
        return viewer;
    }
}
