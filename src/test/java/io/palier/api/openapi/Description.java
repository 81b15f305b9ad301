package io.palier.api.openapi;

import io.palier.api.ApiResource;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The whole API in OpenAPI's words. */
final class Description {
    private static final String SCHEME = "palier";
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "The request cannot be understood, or a rule forbids it; the code says which.",
            "401", "The token is missing or no longer good.",
            "403", "The caller may see this but not do that; the missing right is named.",
            "404", "There is no such thing, or it is somebody else's.",
            "409", "It was changed meanwhile, or is in a state that does not allow this.",
            "429", "Too many requests; Retry-After says how many seconds to wait."));

    private final Types types = new Types();
    private final Javadoc javadoc;
    private final Operations operations;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, PathItem> paths = new TreeMap<>();
    private final Map<String, Tag> tags = new TreeMap<>();

    Description(Javadoc javadoc) {
        this.javadoc = javadoc;
        this.operations = new Operations(types, javadoc);
    }

    OpenAPI of(Map<RequestMappingInfo, HandlerMethod> routes) {
        routes.entrySet().stream()
                .filter(route -> route.getValue().getBeanType().isAnnotationPresent(ApiResource.class))
                .sorted(Comparator.comparing(route -> route.getKey().toString()))
                .forEach(route -> route.getKey().getPatternValues().stream()
                        .sorted()
                        .forEach(path -> add(route.getKey(), route.getValue(), path)));
        TokenPaths.all(types).forEach(paths::put);
        tags.put(TokenPaths.TAG.getName(), TokenPaths.TAG);
        var all = new Paths();
        paths.forEach(all::addPathItem);
        return new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(info())
                .servers(List.of(new Server().url("/").description("This Palier")))
                .tags(List.copyOf(tags.values()))
                .security(List.of(new SecurityRequirement().addList(SCHEME)))
                .paths(all)
                .components(components());
    }

    /** What answers to any method is only refused: it is listed in docs/api-coverage.md. */
    private void add(RequestMappingInfo route, HandlerMethod endpoint, String path) {
        for (var method : new TreeMap<>(Map.copyOf(byName(route))).values()) {
            var tag = Operations.tag(endpoint.getBeanType());
            tags.computeIfAbsent(
                    tag,
                    name -> new Tag()
                            .name(name)
                            .description(javadoc.of(endpoint.getBeanType()).orElse(null)));
            paths.computeIfAbsent(path, _ -> new PathItem())
                    .operation(PathItem.HttpMethod.valueOf(method.name()), operations.of(endpoint, path, id(endpoint)));
        }
    }

    private static Map<String, RequestMethod> byName(RequestMappingInfo route) {
        var methods = new TreeMap<String, RequestMethod>();
        route.getMethodsCondition().getMethods().forEach(method -> methods.put(method.name(), method));
        return methods;
    }

    private String id(HandlerMethod endpoint) {
        var resource = endpoint.getBeanType().getSimpleName().replaceFirst("Resource$", "");
        var base = Character.toLowerCase(resource.charAt(0)) + resource.substring(1) + "-"
                + endpoint.getMethod().getName();
        var id = base;
        for (int i = 2; !ids.add(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    private static Info info() {
        return new Info()
                .title("Palier")
                .version("v1")
                .description("The Partner Center REST API v1 as Palier serves it. Paths ignore case, repeated and"
                        + " trailing slashes; names of parameters and fields ignore case; null means not supplied.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0"));
    }

    private Components components() {
        var components = new Components();
        components.addSecuritySchemes(SCHEME, scheme());
        Lists.components().forEach(components::addParameters);
        REFUSALS.forEach((status, text) -> components.addResponses("Refused" + status, refusal(status, text)));
        types.all().forEach(components::addSchemas);
        return components;
    }

    private ApiResponse refusal(String status, String text) {
        var body = status.equals("429") ? Refusals.Throttled.class : Refusals.Fault.class;
        return new ApiResponse().description(text).content(Operations.json(types.of(body)));
    }

    private static SecurityScheme scheme() {
        var scopes = new Scopes()
                .addString("https://api.partnercenter.microsoft.com/.default", "All that the application may do");
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("A tenant is an organization: its id, one of its domains, or common.")
                .flows(new OAuthFlows()
                        .clientCredentials(new OAuthFlow()
                                .tokenUrl("/common/oauth2/v2.0/token")
                                .scopes(scopes)));
    }
}
