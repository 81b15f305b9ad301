package io.palier.billing.rest;

import io.palier.api.Fault;
import io.palier.api.WireWords;
import java.util.Set;

/** Which lines of invoices a caller asks for (commerce contract 5.1). */
record InvoiceLines(Provider provider, Type type) {

    /** Which part of billing is meant. */
    enum Provider {
        OFFICE,
        AZURE,
        ONE_TIME,
        MARKETPLACE,
        ALL,
        NONE
    }

    /** Charges or what was used. */
    enum Type {
        BILLING_LINE_ITEMS,
        USAGE_LINE_ITEMS,
        NONE
    }

    /** A month that has no invoice yet. */
    enum Period {
        CURRENT,
        PREVIOUS
    }

    private static final Set<Provider> UNBILLED = Set.of(Provider.ONE_TIME, Provider.MARKETPLACE, Provider.ALL);

    /** @throws Fault 400, for a word that the contract does not know */
    static InvoiceLines read(String provider, String type) {
        return new InvoiceLines(WireWords.read(Provider.class, provider), WireWords.read(Type.class, type));
    }

    /** @throws Fault 400, for lines that cannot be without an invoice, and for an unknown period */
    void requireUnbilled(String period) {
        WireWords.read(Period.class, period);
        if (!UNBILLED.contains(provider)) {
            throw new Fault(
                    Fault.Code.INVALID_PROPERTY, "Only onetime, marketplace and all can be unbilled.", "provider");
        }
    }
}
