package io.palier.application.token;

import io.palier.shared.Refusal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the authorization server says of itself (OpenID Connect Discovery 1.0, as known clients read it). */
@Component
class Metadata {
    private final PublicAddress address;
    private final Tenants tenants;

    Metadata(PublicAddress address, Tenants tenants) {
        this.address = address;
        this.tenants = tenants;
    }

    /** @throws Refusal not found, for a tenant that nobody is */
    Map<String, Object> configuration(String tenant, boolean first) {
        var version = first ? "" : "/v2.0";
        var base = address.get() + "/" + tenant;
        var configuration = new LinkedHashMap<String, Object>();
        configuration.put("issuer", address.issuer(issuingTenant(tenant), first));
        configuration.put("authorization_endpoint", base + "/oauth2" + version + "/authorize");
        configuration.put("token_endpoint", base + "/oauth2" + version + "/token");
        configuration.put("device_authorization_endpoint", base + "/oauth2" + version + "/devicecode");
        configuration.put("jwks_uri", base + "/discovery" + version + "/keys");
        configuration.put("response_types_supported", List.of("code"));
        configuration.put("response_modes_supported", List.of("query"));
        configuration.put("subject_types_supported", List.of("public"));
        configuration.put("id_token_signing_alg_values_supported", List.of("RS256"));
        configuration.put("code_challenge_methods_supported", List.of("S256"));
        configuration.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        configuration.put(
                "grant_types_supported",
                List.of(
                        "authorization_code",
                        "client_credentials",
                        "refresh_token",
                        "urn:ietf:params:oauth:grant-type:device_code"));
        configuration.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic", "none"));
        return configuration;
    }

    /** Issuers name the organization's id, whatever its domain; a word for any stands for itself, as a pattern. */
    private String issuingTenant(String tenant) {
        return tenants.isAny(tenant)
                ? "{tenantid}"
                : tenants.find(tenant).orElseThrow(Refusal::notFound).toString();
    }

    /** Microsoft's client library asks which hosts are the same before it trusts one (accounts contract 1.4). */
    Map<String, Object> instance(String tenant, boolean first) {
        var host = URI.create(address.get()).getRawAuthority();
        return Map.of(
                "tenant_discovery_endpoint",
                address.get() + "/" + tenant + (first ? "" : "/v2.0") + "/.well-known/openid-configuration",
                "api-version",
                "1.1",
                "metadata",
                List.of(Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host))));
    }
}
