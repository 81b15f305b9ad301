package io.palier.application.token;

import io.palier.shared.Refusal;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Discovery, open to everybody. */
@RestController
class MetadataResource {
    private final Metadata metadata;

    MetadataResource(Metadata metadata) {
        this.metadata = metadata;
    }

    @GetMapping("/{tenant}/.well-known/openid-configuration")
    Map<String, Object> first(@PathVariable String tenant) {
        return metadata.configuration(tenant, true);
    }

    @GetMapping("/{tenant}/v2.0/.well-known/openid-configuration")
    Map<String, Object> second(@PathVariable String tenant) {
        return metadata.configuration(tenant, false);
    }

    @GetMapping("/common/discovery/instance")
    Map<String, Object> instance(@RequestParam(name = "authorization_endpoint", defaultValue = "") String endpoint) {
        var path = path(endpoint);
        var dialect = Dialect.of(path);
        return metadata.instance(
                dialect.map(Dialect::tenant).orElse("common"),
                dialect.map(known -> known.version() == 1).orElse(false));
    }

    private static String path(String endpoint) {
        try {
            var path = URI.create(endpoint).getRawPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unknown(Refusal refusal) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .body(Map.of("error", "invalid_tenant", "error_description", "No organization here is that tenant."));
    }
}
