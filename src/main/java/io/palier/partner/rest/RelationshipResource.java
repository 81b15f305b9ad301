package io.palier.partner.rest;

import static io.palier.partner.rest.PartnerRelationshipJson.RelationshipType.IS_INDIRECT_CLOUD_SOLUTION_PROVIDER_OF;
import static io.palier.partner.rest.PartnerRelationshipJson.RelationshipType.IS_INDIRECT_RESELLER_OF;

import io.palier.api.ApiResource;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WithUser;
import io.palier.identity.Viewer;
import io.palier.partner.Partnerships;
import io.palier.partner.rest.PartnerRelationshipJson.RelationshipType;
import io.palier.shared.SearchText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The caller's partners: a provider's resellers, a reseller's providers. */
@ApiResource
@WithUser
class RelationshipResource {
    private static final int KEY_PARTS = 2;

    private final Partnerships partnerships;

    RelationshipResource(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    /** Without a type, the one that the caller can have: the Java client leaves it out when it filters. */
    @GetMapping("/v1/relationships")
    Page<PartnerRelationshipJson> list(
            Viewer viewer, @RequestParam(required = false) @Nullable String relationshipType, ListRequest request) {
        var own = viewer.isProvider() ? IS_INDIRECT_CLOUD_SOLUTION_PROVIDER_OF : IS_INDIRECT_RESELLER_OF;
        if (relationshipType != null && !fold(relationshipType).equals(fold(own.name()))) {
            return Page.of(List.of());
        }
        return viewer.isProvider() ? resellers(viewer, own, request) : providers(viewer, own, request);
    }

    private Page<PartnerRelationshipJson> resellers(Viewer viewer, RelationshipType type, ListRequest request) {
        var search = name(request);
        return request.page(
                KEY_PARTS,
                (after, limit) -> partnerships.resellers(viewer, search, after, limit),
                row -> PartnerRelationshipJson.of(row, type));
    }

    private Page<PartnerRelationshipJson> providers(Viewer viewer, RelationshipType type, ListRequest request) {
        var search = name(request).folded();
        var all = request.page(
                KEY_PARTS,
                (after, limit) -> partnerships.providers(viewer, false, after, limit),
                row -> PartnerRelationshipJson.of(row, type));
        return search.isEmpty()
                ? all
                : Page.of(all.items().stream()
                        .filter(item -> SearchText.fold(item.name()).contains(search))
                        .toList());
    }

    private static SearchText name(ListRequest request) {
        var filter = request.filter();
        if (filter == null) {
            return SearchText.of("");
        }
        return SearchText.of(filter.valueOf("Name").orElseThrow(filter::unsupported));
    }

    private static String fold(String type) {
        return type.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
