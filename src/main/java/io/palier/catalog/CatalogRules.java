package io.palier.catalog;

import io.palier.catalog.domain.CatalogVersion;
import io.palier.catalog.domain.RuleRows;
import io.palier.identity.Right;
import io.palier.identity.Viewer;
import io.palier.shared.AuditEntry;
import io.palier.shared.AuditTrail;
import io.palier.shared.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the rules of SKUs: quantities, add-ons, upgrades. */
@Service
@Transactional
public class CatalogRules {
    private final RuleRows rows;
    private final CatalogVersion version;
    private final AuditTrail audit;

    CatalogRules(RuleRows rows, CatalogVersion version, AuditTrail audit) {
        this.rows = rows;
        this.version = version;
        this.audit = audit;
    }

    /** Rules with the version that {@link #change} asks for. */
    public record Versioned(SkuRules rules, int version) {}

    /**
     * The rules of one SKU, with the version that a change has to name.
     *
     * @throws Refusal not found
     */
    @Transactional(readOnly = true)
    public Versioned get(Viewer viewer, SkuId sku) {
        viewer.require(Right.MANAGE_CATALOG);
        return new Versioned(rows.find(sku).orElseThrow(Refusal::notFound), rows.version(sku));
    }

    /**
     * Replaces the rules of a SKU. Orders placed from now on follow them; subscriptions keep what they were sold with.
     *
     * @throws Refusal invalid, if a quantity is below 1, the maximum below the minimum, or a SKU named is unknown;
     *     changed meanwhile
     */
    public void change(Viewer viewer, int expected, SkuRules wanted) {
        viewer.require(Right.MANAGE_CATALOG);
        if (rows.lock(wanted.sku()) != expected) {
            throw Refusal.changedMeanwhile();
        }
        check(wanted);
        var before = rows.find(wanted.sku()).orElseThrow(Refusal::notFound);
        if (before.equals(wanted)) {
            return;
        }
        rows.save(List.of(wanted));
        version.next();
        audit.record(new AuditEntry(
                        viewer.actor(),
                        "catalog.rules-changed",
                        "sku",
                        wanted.sku().uuid(),
                        null,
                        Set.of(),
                        Map.of(),
                        Map.of())
                .change("sku", wanted.sku(), wanted.sku())
                .change("minimumQuantity", before.minimumQuantity(), wanted.minimumQuantity())
                .change("maximumQuantity", before.maximumQuantity(), wanted.maximumQuantity())
                .change("addOn", before.addOn(), wanted.addOn())
                .change("prerequisites", before.prerequisites(), wanted.prerequisites())
                .change("upgradeTargets", before.upgradeTargets(), wanted.upgradeTargets()));
    }

    private void check(SkuRules wanted) {
        if (wanted.minimumQuantity() < 1 || wanted.minimumQuantity() > SkuRules.NO_LIMIT) {
            throw Refusal.invalid("minimumQuantity", "catalog.quantity", 1, SkuRules.NO_LIMIT);
        }
        if (wanted.maximumQuantity() < wanted.minimumQuantity() || wanted.maximumQuantity() > SkuRules.NO_LIMIT) {
            throw Refusal.invalid("maximumQuantity", "catalog.quantity", wanted.minimumQuantity(), SkuRules.NO_LIMIT);
        }
        if (wanted.addOn() == wanted.prerequisites().isEmpty()) {
            throw Refusal.invalid(
                    "prerequisites", wanted.addOn() ? "catalog.add-on-alone" : "catalog.prerequisite-of-base");
        }
        check("prerequisites", wanted.sku(), wanted.prerequisites());
        check("upgradeTargets", wanted.sku(), wanted.upgradeTargets());
    }

    private void check(String field, SkuId self, List<SkuId> named) {
        var seen = new HashSet<SkuId>();
        for (var sku : named) {
            if (sku.equals(self) || !seen.add(sku) || !rows.exists(sku)) {
                throw Refusal.invalid(field, "catalog.unknown-sku", sku.toString());
            }
        }
    }
}
