package io.palier.identity.domain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {
    private static final byte[] SEED = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void areThoseOfTheStandard(long second, String code) {
        assertThat(OneTimeCodes.code(SEED, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void countForTheirNeighborsOnly() {
        var now = Instant.ofEpochSecond(1_000_000_000);
        for (int seconds : new int[] {-30, 0, 30}) {
            assertThat(OneTimeCodes.step(SEED, OneTimeCodes.code(SEED, now.plusSeconds(seconds)), now))
                    .hasValue(Math.floorDiv(now.getEpochSecond() + seconds, 30));
        }
        assertThat(OneTimeCodes.step(SEED, OneTimeCodes.code(SEED, now.plusSeconds(60)), now))
                .isEmpty();
        assertThat(OneTimeCodes.step(SEED, OneTimeCodes.code(SEED, now.minusSeconds(60)), now))
                .isEmpty();
        assertThat(OneTimeCodes.step(SEED, "", now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void areTypedInBase32(String bytes, String text) {
        assertThat(OneTimeCodes.text(bytes.getBytes(US_ASCII))).isEqualTo(text);
    }

    @Test
    void comeOfSeedsThatDiffer() {
        assertThat(OneTimeCodes.seed()).hasSize(20).isNotEqualTo(OneTimeCodes.seed());
    }
}
