package io.palier.partner.rest;

import static io.palier.partner.rest.PartnerRelationshipJson.RelationshipType.IS_INDIRECT_CLOUD_SOLUTION_PROVIDER_OF;
import static io.palier.partner.rest.PartnerRelationshipJson.RelationshipType.IS_INDIRECT_RESELLER_OF;

import io.palier.api.ApiResource;
import io.palier.api.FieldFilter;
import io.palier.api.ListRequest;
import io.palier.api.Page;
import io.palier.api.WireWords;
import io.palier.api.WithUser;
import io.palier.identity.Viewer;
import io.palier.partner.PartnershipRow;
import io.palier.partner.Partnerships;
import io.palier.partner.rest.PartnerRelationshipJson.RelationshipType;
import io.palier.shared.SearchText;
import io.palier.shared.Slice;
import java.util.List;
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
        if (relationshipType != null && WireWords.read(RelationshipType.class, relationshipType) != own) {
            return Page.of(List.of());
        }
        return viewer.isProvider() ? resellers(viewer, own, request) : providers(viewer, own, request);
    }

    private Page<PartnerRelationshipJson> resellers(Viewer viewer, RelationshipType type, ListRequest request) {
        var search = name(request);
        return request.page(
                KEY_PARTS,
                (after, limit) -> named(request, partnerships.resellers(viewer, search, after, limit)),
                row -> PartnerRelationshipJson.of(row, type));
    }

    private Page<PartnerRelationshipJson> providers(Viewer viewer, RelationshipType type, ListRequest request) {
        name(request);
        return request.page(
                KEY_PARTS,
                (after, limit) -> named(request, partnerships.providers(viewer, false, after, limit)),
                row -> PartnerRelationshipJson.of(row, type));
    }

    private static SearchText name(ListRequest request) {
        var filter = request.filter();
        if (filter == null) {
            return SearchText.of("");
        }
        return SearchText.of(filter.valueOf("Name").orElseThrow(filter::unsupported));
    }

    /** Those of a page whose name is as the filter asks; the door itself finds every name that holds it. */
    private static Slice<PartnershipRow> named(ListRequest request, Slice<PartnershipRow> slice) {
        var filter = request.filter();
        if (filter == null) {
            return slice;
        }
        var wanted = SearchText.fold(filter.value());
        return new Slice<>(
                slice.rows().stream()
                        .filter(row -> matches(SearchText.fold(row.name()), wanted, filter))
                        .toList(),
                slice.next());
    }

    private static boolean matches(String name, String wanted, FieldFilter filter) {
        return switch (filter.operator()) {
            case EQUALS -> name.equals(wanted);
            case STARTS_WITH -> name.startsWith(wanted);
            case SUBSTRING -> name.contains(wanted);
            default -> throw filter.unsupported();
        };
    }
}
