package io.palier;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void nobodyWalksRoundADoor() {
        ApplicationModules.of(Palier.class).verify();
    }
}
