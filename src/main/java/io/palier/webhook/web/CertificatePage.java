package io.palier.webhook.web;

import io.palier.webhook.domain.WebhookKey;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The certificate by which receivers check signatures; for anybody. */
@Controller
class CertificatePage {
    private final WebhookKey key;

    CertificatePage(WebhookKey key) {
        this.key = key;
    }

    @GetMapping("/webhook-certificate.pem")
    ResponseEntity<String> certificate() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-pem-file"))
                .body(key.certificate());
    }
}
