package io.palier.shared;

import java.util.UUID;
import org.jmolecules.ddd.types.Identifier;

/** An id that knows what it identifies; implementations are records of one {@link UUID} (version 7, so they sort by age). */
public interface TypedId extends Identifier {
    UUID value();
}
