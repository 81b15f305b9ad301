package io.palier.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealerTests {
    private static final byte[] SECRET = "seed".getBytes(UTF_8);

    private final Sealer sealer = MasterKey.of(new byte[MasterKey.LENGTH]).sealer("tests");

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open(sealer.seal(SECRET))).isEqualTo(SECRET);
    }

    @Test
    void sealsTheSameNeverTwiceAlike() {
        assertThat(sealer.seal(SECRET)).isNotEqualTo(sealer.seal(SECRET));
    }

    @Test
    void refusesWhatWasAlteredOrSealedForAnotherPurpose() {
        var sealed = sealer.seal(SECRET);
        var other = MasterKey.of(new byte[MasterKey.LENGTH]).sealer("something else");
        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealer.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(new byte[3])).isInstanceOf(IllegalStateException.class);
    }
}
