package io.palier.api.web;

import io.palier.api.ApiResource;
import io.palier.api.Page;
import io.palier.api.WithUser;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;

/** What is out of order with the vendor's services: nobody tells Palier, so there is nothing to show. */
@ApiResource
@WithUser
class ServiceIncidents {

    @GetMapping("/v1/serviceincidents/office")
    Page<Object> list() {
        return Page.of(List.of());
    }
}
