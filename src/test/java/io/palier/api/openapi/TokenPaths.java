package io.palier.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The addresses that give tokens, which Spring Security answers instead of an endpoint of ours. */
final class TokenPaths {
    static final Tag TAG =
            new Tag().name("Token").description("Where programs get their tokens; without one themselves.");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TENANT = "tenant";

    private TokenPaths() {}

    /** What the forms hold; the dialect says whether resource or scope is named. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TokenRequest(
            String grantType,
            String clientId,
            @Nullable String clientSecret,
            @Nullable String resource,
            @Nullable String scope,
            @Nullable String code,
            @Nullable String redirectUri,
            @Nullable String codeVerifier,
            @Nullable String refreshToken,
            @Nullable String deviceCode) {}

    /** A token; the first dialect writes numbers as texts. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Token(
            String tokenType,
            String accessToken,
            String expiresIn,
            @Nullable String scope,
            @Nullable String refreshToken,
            @Nullable String idToken) {}

    /** Why there is none. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record TokenRefusal(String error, @Nullable String errorDescription) {}

    static Map<String, PathItem> all(Types types) {
        return Map.of(
                "/{tenant}/oauth2/token", item(types, "token-first-dialect", "A token, asked for with resource", true),
                "/{tenant}/oauth2/v2.0/token",
                        item(types, "token-second-dialect", "A token, asked for with scope", true),
                "/adfs/oauth2/token", item(types, "token-adfs", "A token, for the tenant of the application", false),
                "/generatetoken", exchange(types, "token-exchange"),
                "/v3/generatetoken", exchange(types, "token-exchange-3"));
    }

    private static PathItem item(Types types, String id, String summary, boolean withTenant) {
        var operation = operation(types, id, summary)
                .security(List.of())
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(FORM, new MediaType().schema(types.of(TokenRequest.class)))));
        if (withTenant) {
            operation.addParametersItem(
                    new Parameter().name(TENANT).in("path").required(true).schema(Types.text(null)));
        }
        return new PathItem().post(operation);
    }

    /** Old scripts give a token and get it back. */
    private static PathItem exchange(Types types, String id) {
        return new PathItem().post(operation(types, id, "The same token back, for scripts that exchange it"));
    }

    private static Operation operation(Types types, String id, String summary) {
        return new Operation()
                .operationId(id)
                .addTagsItem(TAG.getName())
                .summary(summary)
                .responses(new ApiResponses()
                        .addApiResponse("200", answer("OK", types, Token.class))
                        .addApiResponse("400", answer("The request is wrong.", types, TokenRefusal.class))
                        .addApiResponse("401", answer("The application is not known.", types, TokenRefusal.class)));
    }

    private static ApiResponse answer(String text, Types types, Class<?> body) {
        return new ApiResponse().description(text).content(Operations.json(types.of(body)));
    }
}
