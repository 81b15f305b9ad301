package io.palier.support.domain;

import static io.palier.support.RequestStatus.ATTENTION_NEEDED;
import static io.palier.support.RequestStatus.CLOSED;
import static io.palier.support.RequestStatus.OPEN;
import static io.palier.support.Side.ASKING;
import static io.palier.support.Side.HANDLING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palier.organization.Contact;
import io.palier.organization.OrganizationId;
import io.palier.shared.Actor;
import io.palier.shared.Refusal;
import io.palier.support.NewServiceRequest;
import io.palier.support.RequestStatus;
import io.palier.support.ServiceRequestId;
import io.palier.support.Severity;
import io.palier.support.Side;
import io.palier.support.SupportTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both sides can do to a service request, and what becomes of it. */
class ServiceRequestTests {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final OrganizationId ASKER = OrganizationId.next();
    private static final OrganizationId HANDLER = OrganizationId.next();
    private static final Contact ADA = new Contact("Ada", "Morel", "ada@lakeside.example", null);

    private final ServiceRequest request = ServiceRequest.open(
            ServiceRequestId.next(), "123456789012345", new Parties(ASKER, HANDLER, null, null, null), NOON);

    private void change(Side side, @Nullable String text, @Nullable RequestStatus wanted, int minutes) {
        var actor = Actor.system(side == ASKING ? ASKER : HANDLER);
        request.change(actor, side, text, wanted, NOON.plus(Duration.ofMinutes(minutes)));
    }

    @ParameterizedTest(name = "{0}: {1} writes, wants {2}: {3}")
    @CsvSource({
        "OPEN,             ASKING,   ,                 OPEN",
        "OPEN,             HANDLING, ,                 OPEN",
        "OPEN,             HANDLING, ATTENTION_NEEDED, ATTENTION_NEEDED",
        "OPEN,             HANDLING, CLOSED,           CLOSED",
        "OPEN,             ASKING,   CLOSED,           CLOSED",
        "ATTENTION_NEEDED, ASKING,   ,                 OPEN",
        "ATTENTION_NEEDED, HANDLING, ,                 ATTENTION_NEEDED",
        "ATTENTION_NEEDED, HANDLING, OPEN,             OPEN",
        "ATTENTION_NEEDED, ASKING,   CLOSED,           CLOSED",
        "CLOSED,           ASKING,   ,                 OPEN",
        "CLOSED,           HANDLING, ,                 OPEN",
        "CLOSED,           HANDLING, ATTENTION_NEEDED, ATTENTION_NEEDED",
        "CLOSED,           HANDLING, CLOSED,           CLOSED"
    })
    void standsWhereTheLastWordPutsIt(
            RequestStatus before, Side side, @Nullable RequestStatus wanted, RequestStatus after) {
        if (before != OPEN) {
            change(HANDLING, null, before, 1);
        }
        change(side, "Something.", wanted, 2);
        assertThat(request.status()).isEqualTo(after);
    }

    @Test
    void onlyWhoWasAskedWaitsForAnAnswer() {
        assertThatThrownBy(() -> change(ASKING, "Well?", ATTENTION_NEEDED, 1))
                .isInstanceOf(Refusal.class)
                .hasMessage("support.attention-by-handler");
        assertThat(request.isChanged()).isFalse();
    }

    @Test
    void theFirstResponseIsThatOfWhoWasAsked() {
        change(ASKING, "One thing more.", null, 5);
        assertThat(request.firstResponseAt()).isNull();
        change(HANDLING, null, ATTENTION_NEEDED, 7);
        assertThat(request.firstResponseAt()).as("a status is no response").isNull();
        change(HANDLING, "We look into it.", null, 10);
        change(HANDLING, "Found.", null, 20);
        assertThat(request.firstResponseAt()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void closingIsRememberedWhenItIsReopened() {
        change(ASKING, null, CLOSED, 5);
        change(ASKING, null, CLOSED, 6);
        assertThat(request.closedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        change(ASKING, "It is back.", null, 30);
        assertThat(request.status()).isEqualTo(OPEN);
        assertThat(request.closedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(request.notes()).hasSize(2);
    }

    @Test
    void nothingNewIsNoChange() {
        change(HANDLING, null, null, 5);
        change(HANDLING, null, OPEN, 6);
        assertThat(request.isChanged()).isFalse();
    }

    @Test
    void refusesAnEmptyNoteAndOneThatIsTooLong() {
        assertThatThrownBy(() -> change(ASKING, "  ", null, 1)).hasMessage("support.missing");
        assertThatThrownBy(() -> change(ASKING, "x".repeat(10_001), null, 1)).hasMessage("support.too-long");
    }

    @Test
    void refusesWhoHasSeenAnotherVersion() {
        request.requireVersion(null);
        request.requireVersion(0);
        assertThatThrownBy(() -> request.requireVersion(1)).hasMessage("changed-meanwhile");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "topic,       support.no-topic",
        "severity,    support.no-severity",
        "title,       support.missing",
        "description, support.missing",
        "firstName,   support.missing",
        "lastName,    support.missing",
        "email,       support.email",
        "phone,       phone.invalid"
    })
    void refusesWhatIsMissing(String field, String code) {
        assertThatThrownBy(() -> Asked.of(without(field), ADA, "FR")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }

    private static NewServiceRequest without(String field) {
        return new NewServiceRequest(
                field.equals("topic") ? null : SupportTopic.USERS,
                field.equals("severity") ? null : Severity.MINIMAL,
                field.equals("title") ? " " : "A title",
                field.equals("description") ? "" : "A text",
                null,
                Locale.ENGLISH,
                new Contact(
                        field.equals("firstName") ? "" : "Ada",
                        field.equals("lastName") ? "" : "Morel",
                        field.equals("email") ? "nobody" : "ada@lakeside.example",
                        field.equals("phone") ? "12" : "01 23 45 67 89"));
    }

    @Test
    void keepsPhoneNumbersInOneForm() {
        assertThat(Asked.of(without("nothing"), ADA, "FR").contact().phone()).isEqualTo("+33123456789");
    }

    @Test
    void aNumberHasFifteenDigits() {
        for (int i = 0; i < 100; i++) {
            assertThat(ServiceRequestStore.number()).matches("[1-9][0-9]{14}");
        }
    }
}
