package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.application.Caller;
import io.palier.organization.Organizations;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Whether a domain is taken: 200 if it is, 404 if it is free, no body. */
@ApiResource
class DomainResource {
    private final Organizations organizations;

    DomainResource(Organizations organizations) {
        this.organizations = organizations;
    }

    @RequestMapping(
            path = "/v1/domains/{domain}",
            method = {RequestMethod.HEAD, RequestMethod.GET})
    ResponseEntity<Void> taken(@SuppressWarnings("unused") Caller caller, @PathVariable String domain) {
        boolean free = organizations.isFree(domain);
        return ResponseEntity.status(free ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .build();
    }
}
