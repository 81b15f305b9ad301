package io.palier.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.customer.Qualification;
import io.palier.identity.UserView;
import io.palier.invitation.InvitationState;
import io.palier.order.OrderRequestView;
import io.palier.organization.OrganizationKind;
import io.palier.organization.OrganizationView;
import io.palier.partner.Dependent;
import io.palier.partner.EnrollmentState;
import io.palier.partner.Resolution;
import io.palier.subscription.Status;
import io.palier.support.RequestStatus;
import io.palier.support.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the code can write into the audit trail can be read in both languages. */
class AuditMessagesTests {
    private static final Path SOURCES = Path.of("src/main/java/io/palier");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** Not what a refusal is about: its field may be a path. */
    private static final Pattern KIND = Pattern.compile("(?<!invalid\\()\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

    private static final Pattern FIELD = Pattern.compile("\\.change\\(\\s*\"(\\w+)\"");
    private static final Pattern ANSWER = Pattern.compile("(?:entry|answered)\\([^\";{]*\"([a-z]+)\"");
    private static final Pattern PURPOSE = Pattern.compile("\"([a-z]+-request)\"");

    @Test
    void everyKindHasALabel() throws IOException {
        var kinds = new TreeSet<String>();
        for (var file : recording()) {
            KIND.matcher(Files.readString(file)).results().forEach(found -> kinds.add(found.group(1)));
        }
        for (var language : List.of("", "_fr")) {
            var known = keys(language);
            // Codes of refusals have the same shape, and sentences of their own.
            kinds.removeIf(kind -> known.contains("refusal." + kind) || known.contains(kind));
            assertThat(kinds).hasSizeGreaterThan(40);
            assertThat(kinds.stream().map(kind -> "audit." + kind)).as(language).isSubsetOf(known);
        }
    }

    @Test
    void everyKindOfEveryInvitationHasALabel() throws IOException {
        var purposes = new TreeSet<String>();
        for (var file : files(SOURCES, "Purpose.java")) {
            PURPOSE.matcher(Files.readString(file)).results().forEach(found -> purposes.add(found.group(1)));
        }
        var answers = new TreeSet<String>();
        for (var file : files(SOURCES.resolve("invitation"), ".java")) {
            ANSWER.matcher(Files.readString(file)).results().forEach(found -> answers.add(found.group(1)));
        }
        assertThat(purposes).contains("partnership-request", "relationship-request");
        assertThat(answers).contains("drafted", "sent", "accepted", "declined", "withdrawn", "resent", "expired");
        var kinds = purposes.stream()
                .flatMap(purpose -> answers.stream().map(answer -> "audit." + purpose + "." + answer))
                .toList();
        assertThat(kinds).isSubsetOf(keys("")).isSubsetOf(keys("_fr"));
    }

    @Test
    void everyFieldHasALabel() throws IOException {
        var fields = new TreeSet<String>();
        for (var file : recording()) {
            FIELD.matcher(Files.readString(file)).results().forEach(found -> fields.add(found.group(1)));
        }
        assertThat(fields).hasSizeGreaterThan(30);
        var labels = Stream.concat(
                        fields.stream().map(field -> "audit.field." + field),
                        names(Dependent.Kind.values()).map(kind -> "audit.resolved." + kind))
                .toList();
        assertThat(labels).isSubsetOf(keys("")).isSubsetOf(keys("_fr"));
    }

    @Test
    void everyChoiceAFieldCanHoldHasAWord() throws IOException {
        var words = Stream.of(
                        names(EnrollmentState.values()),
                        names(InvitationState.values()),
                        names(OrderRequestView.Kind.values()),
                        names(OrderRequestView.Status.values()),
                        names(OrganizationKind.values()),
                        names(OrganizationView.Status.values()),
                        names(Qualification.values()).filter(name -> !name.equals("NONE")),
                        names(Resolution.Action.values()),
                        names(Status.values()),
                        names(RequestStatus.values()),
                        names(Severity.values()),
                        names(UserView.Status.values()))
                .flatMap(all -> all)
                .map(value -> "audit.value." + value)
                .toList();
        assertThat(words).isSubsetOf(keys("")).isSubsetOf(keys("_fr"));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    /** The files that make audit entries, or the changes that become some. */
    private static List<Path> recording() throws IOException {
        return files(SOURCES, ".java").stream()
                .filter(file -> {
                    var text = read(file);
                    return text.contains("AuditEntry") || text.contains("Change.of(") || text.contains("new Change(");
                })
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> keys(String language) throws IOException {
        var keys = new TreeSet<String>();
        for (var file : files(MESSAGES, ".properties")) {
            if (file.toString().endsWith("_fr.properties") == language.equals("_fr")) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                keys.addAll(properties.stringPropertyNames());
            }
        }
        return keys;
    }
}
