package io.palier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.catalog.Term;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms end on the original day of the month, or on the last day of a shorter one. */
class AnniversariesTests {

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "2027-01-31T09:00:00Z; P1M; 2027-02-28 2027-03-31 2027-04-30 2027-05-31",
                "2028-01-31T09:00:00Z; P1M; 2028-02-29 2028-03-31 2028-04-30 2028-05-31",
                "2027-01-29T00:00:00Z; P1M; 2027-02-28 2027-03-29 2027-04-29 2027-05-29",
                "2027-08-31T23:59:59Z; P1M; 2027-09-30 2027-10-31 2027-11-30 2027-12-31",
                "2028-02-29T12:00:00Z; P1Y; 2029-02-28 2030-02-28 2031-02-28 2032-02-29",
                "2028-02-29T12:00:00Z; P3Y; 2031-02-28 2034-02-28 2037-02-28 2040-02-29",
                "2026-11-24T10:00:00Z; P1M; 2026-12-24 2027-01-24 2027-02-24 2027-03-24"
            })
    void staysWithTheOriginalDay(Instant original, Term term, String days) {
        var ends = new ArrayList<String>();
        var end = original;
        for (int i = 0; i < 4; i++) {
            end = new Anniversaries(original).after(end, term);
            assertThat(end.toString().substring(10))
                    .isEqualTo(original.toString().substring(10));
            ends.add(end.toString().substring(0, 10));
        }
        assertThat(String.join(" ", ends)).isEqualTo(days.strip());
    }

    /** A first term that ends early is followed by whole ones from there on. */
    @ParameterizedTest(name = "{0} from {1}, {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "2027-03-01T00:00:00Z; 2026-11-24T10:00:00Z; P1Y; 2027-03-01 2028-03-01 2029-03-01",
                "2026-12-01T00:00:00Z; 2026-11-24T10:00:00Z; P1M; 2026-12-01 2027-01-01 2027-02-01",
                "2026-12-24T10:00:00Z; 2026-11-24T10:00:00Z; P1M; 2026-12-24 2027-01-24 2027-02-24",
                "2029-11-24T10:00:00Z; 2026-11-24T10:00:00Z; P3Y; 2029-11-24 2032-11-24 2035-11-24",
                "2027-02-28T09:00:00Z; 2027-01-31T09:00:00Z; P1M; 2027-02-28 2027-03-28 2027-04-28"
            })
    void countsFromADayThatIsYetToCome(Instant original, Instant start, Term term, String days) {
        var ends = new ArrayList<String>();
        var end = start;
        for (int i = 0; i < 3; i++) {
            end = new Anniversaries(original).after(end, term);
            ends.add(end.toString().substring(0, 10));
        }
        assertThat(String.join(" ", ends)).isEqualTo(days.strip());
    }

    @Test
    void anAddOnEndsWithItsBaseOrOnItsDays() {
        var base = new Base(
                SubscriptionId.next(), Instant.parse("2027-01-31T09:00:00Z"), Instant.parse("2028-01-31T09:00:00Z"));
        var now = Instant.parse("2027-02-10T08:00:00Z");
        assertThat(base.end(Term.P1M, now)).isEqualTo("2027-02-28T09:00:00Z");
        assertThat(base.end(Term.P1Y, now)).isEqualTo("2028-01-31T09:00:00Z");
        assertThat(base.end(Term.P3Y, now)).isEqualTo("2028-01-31T09:00:00Z");
    }
}
