package io.palier.api.web;

import io.palier.api.ApiResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.accept.FixedContentNegotiationStrategy;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** A mapping and an adapter for {@link ApiResource}s alone, so that nothing of the API's dialect touches the pages. */
@Configuration
class ApiWebConfiguration {

    /** Ignores case; comes before the mapping of pages. */
    @Bean
    RequestMappingHandlerMapping apiHandlerMapping() {
        var mapping = new RequestMappingHandlerMapping() {
            @Override
            protected boolean isHandler(Class<?> type) {
                return AnnotatedElementUtils.hasAnnotation(type, ApiResource.class);
            }
        };
        var parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        mapping.setPatternParser(parser);
        mapping.setContentNegotiationManager(json());
        mapping.setInterceptors(new ApiChecks());
        mapping.setOrder(-10);
        return mapping;
    }

    @Bean
    RequestMappingHandlerAdapter apiHandlerAdapter(
            ApiJson json, @Qualifier("mvcConversionService") ConversionService conversion) {
        var adapter = new RequestMappingHandlerAdapter() {
            @Override
            protected boolean supportsInternal(HandlerMethod endpoint) {
                return AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), ApiResource.class);
            }

            // Before Spring's own resolvers, which would take the language from another header.
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                var resolvers = new ArrayList<HandlerMethodArgumentResolver>(List.of(new ApiArguments(json)));
                resolvers.addAll(Objects.requireNonNull(getArgumentResolvers()));
                setArgumentResolvers(resolvers);
            }
        };
        var binding = new ConfigurableWebBindingInitializer();
        binding.setConversionService(conversion);
        adapter.setWebBindingInitializer(binding);
        adapter.setMessageConverters(List.of(new ByteArrayHttpMessageConverter(), new ApiJsonConverter(json)));
        adapter.setContentNegotiationManager(json());
        adapter.setOrder(-10);
        return adapter;
    }

    /** Answers are JSON whatever a client says it accepts. */
    private static ContentNegotiationManager json() {
        return new ContentNegotiationManager(
                new FixedContentNegotiationStrategy(MediaType.parseMediaType(ApiJsonConverter.CONTENT_TYPE)));
    }
}
