package io.palier.catalog.rest;

import io.palier.api.ApiResource;
import io.palier.api.Page;
import io.palier.application.Caller;
import io.palier.shared.Refusal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Promotions (commerce contract 1.3): the price lists hold none. */
@ApiResource
@RequestMapping("/v1/productpromotions")
class PromotionResource {

    @GetMapping
    @SuppressWarnings("unused")
    Page<Object> list(Caller caller, @RequestParam String country, @RequestParam String segment) {
        return Page.of(List.of());
    }

    /** @throws Refusal not found, always */
    @GetMapping("/{promotion}")
    void get() {
        throw Refusal.notFound();
    }
}
