package io.palier.api.openapi;

import io.palier.api.ListRequest;
import io.palier.api.WithUser;
import io.palier.shared.TypedId;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** One call: what it is for, what it takes, what it answers. */
final class Operations {
    static final String JSON = "application/json";
    static final List<String> REFUSALS = List.of("400", "401", "403", "404", "409", "429");

    private static final ParameterNameDiscoverer PARAMETER_NAMES = new DefaultParameterNameDiscoverer();

    private final Types types;
    private final Javadoc javadoc;

    Operations(Types types, Javadoc javadoc) {
        this.types = types;
        this.javadoc = javadoc;
    }

    Operation of(HandlerMethod endpoint, String path, String id) {
        var operation = new Operation()
                .operationId(id)
                .addTagsItem(tag(endpoint.getBeanType()))
                .summary(javadoc.of(endpoint.getMethod()).map(Javadoc::first).orElseGet(() -> summary(endpoint)))
                .parameters(parameters(endpoint, path))
                .responses(responses(endpoint));
        javadoc.of(endpoint.getMethod()).flatMap(Javadoc::more).ifPresent(operation::description);
        if (isWithUser(endpoint)) {
            operation.addExtension("x-palier-token", "app+user");
        }
        Arrays.stream(endpoint.getMethodParameters())
                .filter(one -> one.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class))
                .findFirst()
                .ifPresent(body -> operation.requestBody(
                        new RequestBody().required(true).content(json(types.of(body.getGenericParameterType())))));
        return operation;
    }

    static String tag(Class<?> resource) {
        var words = words(resource.getSimpleName().replaceFirst("Resource$", ""));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String summary(HandlerMethod endpoint) {
        var words = words(endpoint.getMethod().getName());
        return tag(endpoint.getBeanType()) + ": " + words;
    }

    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static boolean isWithUser(HandlerMethod endpoint) {
        return endpoint.hasMethodAnnotation(WithUser.class)
                || AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), WithUser.class);
    }

    private List<Parameter> parameters(HandlerMethod endpoint, String path) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var one : arguments(endpoint)) {
            one.initParameterNameDiscovery(PARAMETER_NAMES);
            if (one.getParameterType() == ListRequest.class) {
                Lists.parameters().forEach(known -> parameters.putIfAbsent(known.get$ref(), known));
            } else {
                read(one, path).forEach(found -> parameters.putIfAbsent(found.getName(), found));
            }
        }
        return List.copyOf(parameters.values());
    }

    /** Those of the method, and of what is prepared for every method of its class. */
    private static List<MethodParameter> arguments(HandlerMethod endpoint) {
        var all = new ArrayList<>(List.of(endpoint.getMethodParameters()));
        for (var method : endpoint.getBeanType().getDeclaredMethods()) {
            if (method.isAnnotationPresent(ModelAttribute.class)) {
                for (int i = 0; i < method.getParameterCount(); i++) {
                    all.add(new MethodParameter(method, i));
                }
            }
        }
        return all;
    }

    private List<Parameter> read(MethodParameter argument, String path) {
        if (argument.hasParameterAnnotation(PathVariable.class)) {
            var name = String.valueOf(argument.getParameterName());
            return path.contains("{" + name + "}")
                    ? List.of(
                            new Parameter().name(name).in("path").required(true).schema(schema(argument)))
                    : List.of();
        }
        var query = argument.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            var name = query.name().isEmpty() ? String.valueOf(argument.getParameterName()) : query.name();
            return List.of(
                    new Parameter().name(name).in("query").required(false).schema(schema(argument)));
        }
        var header = argument.getParameterAnnotation(RequestHeader.class);
        return header == null
                ? List.of()
                : List.of(new Parameter()
                        .name(header.name())
                        .in("header")
                        .required(false)
                        .schema(schema(argument)));
    }

    private Schema<?> schema(MethodParameter argument) {
        var type = argument.getParameterType();
        return TypedId.class.isAssignableFrom(type) ? Types.text("uuid") : types.of(argument.getGenericParameterType());
    }

    private ApiResponses responses(HandlerMethod endpoint) {
        var responses = new ApiResponses();
        responses.addApiResponse(String.valueOf(success(endpoint).value()), answer(endpoint));
        REFUSALS.forEach(status -> responses.addApiResponse(status, new ApiResponse().$ref("Refused" + status)));
        return responses;
    }

    private static HttpStatus success(HandlerMethod endpoint) {
        var status = endpoint.getMethodAnnotation(ResponseStatus.class);
        return status == null ? HttpStatus.OK : status.value();
    }

    private ApiResponse answer(HandlerMethod endpoint) {
        var response = new ApiResponse().description(success(endpoint).getReasonPhrase());
        var type = endpoint.getMethod().getGenericReturnType();
        return type == void.class
                        || endpoint.getMethod().getReturnType() == org.springframework.http.ResponseEntity.class
                ? response
                : response.content(json(types.of(type)));
    }

    static Content json(Schema<?> schema) {
        return new Content().addMediaType(JSON, new MediaType().schema(schema));
    }
}
