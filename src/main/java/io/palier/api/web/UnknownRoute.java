package io.palier.api.web;

import io.palier.api.ApiResource;
import io.palier.shared.Refusal;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no endpoint answers: an address that is none, or a method that it does not have. */
@ApiResource
class UnknownRoute {

    @RequestMapping({"/v1/**", "/v1.0/**", "/webhooks/v1/**", "/partner/v1/**"})
    void unknown() {
        throw Refusal.notFound();
    }
}
