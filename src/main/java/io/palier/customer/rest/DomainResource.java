package io.palier.customer.rest;

import io.palier.api.ApiResource;
import io.palier.application.Caller;
import io.palier.organization.Organizations;
import io.palier.platform.Installation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Whether a domain is taken (accounts contract 4). */
@ApiResource
class DomainResource {
    private final Organizations organizations;
    private final Installation installation;

    DomainResource(Organizations organizations, Installation installation) {
        this.organizations = organizations;
        this.installation = installation;
    }

    /** 200 if a domain is taken, 404 if it is free, no body. */
    @RequestMapping(
            path = "/v1/domains/{domain}",
            method = {RequestMethod.HEAD, RequestMethod.GET})
    ResponseEntity<Void> taken(@SuppressWarnings("unused") Caller caller, @PathVariable String domain) {
        boolean free = organizations.isFree(domain);
        return ResponseEntity.status(free ? HttpStatus.NOT_FOUND : HttpStatus.OK)
                .build();
    }

    /**
     * Whether a domain is free, as scripts asked before there were calls to {@code /domains}.
     *
     * @param domain whole, or what stands before every suffix that new domains may have
     */
    @GetMapping("/v1/validations/checkdomainavailability/{domain}")
    boolean free(@SuppressWarnings("unused") Caller caller, @PathVariable String domain) {
        return domain.contains(".")
                ? organizations.isFree(domain)
                : installation.settings().domainSuffixes().stream()
                        .allMatch(suffix -> organizations.isFree(domain + "." + suffix));
    }
}
