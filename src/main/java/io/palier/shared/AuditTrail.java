package io.palier.shared;

import java.util.List;

/** Where every change of state is written down, in the transaction of the change. Append-only. */
public interface AuditTrail {

    /** Writes all entries in one statement. Must be called inside a transaction. */
    void record(List<AuditEntry> entries);

    default void record(AuditEntry entry) {
        record(List.of(entry));
    }
}
