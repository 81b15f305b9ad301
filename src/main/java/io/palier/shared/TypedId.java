package io.palier.shared;

import java.util.UUID;

/** An id that knows what it identifies; implementations are records of one {@link UUID} (version 7, so they sort by age). */
public interface TypedId {
    UUID value();
}
