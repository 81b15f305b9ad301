package io.palier;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.palier.agreement.AgreementKind;
import io.palier.application.ApplicationView;
import io.palier.catalog.BillingPlan;
import io.palier.catalog.ImportView;
import io.palier.catalog.Segment;
import io.palier.catalog.Term;
import io.palier.customer.Qualification;
import io.palier.identity.Right;
import io.palier.identity.Role;
import io.palier.identity.UserView;
import io.palier.invitation.InvitationState;
import io.palier.order.OrderRequestView;
import io.palier.organization.OrganizationKind;
import io.palier.partner.Dependent;
import io.palier.partner.EnrollmentState;
import io.palier.subscription.BatchChange;
import io.palier.subscription.Status;
import io.palier.support.RequestStatus;
import io.palier.support.Severity;
import io.palier.support.SupportTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in both languages; every one that is asked for exists, and every one there is asked for. */
class MessagesTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> PURPOSES = List.of("partnership-request", "relationship-request");

    /** Keys that end in the name of a constant, and whose it is: all of them need a sentence. */
    private static final Map<String, Class<? extends Enum<?>>> CONSTANTS = Map.ofEntries(
            entry("agreement.kind.*", AgreementKind.class),
            entry("application.kind.*", ApplicationView.Kind.class),
            entry("application.kind.*.text", ApplicationView.Kind.class),
            entry("catalog.command.summary.*", ImportView.Kind.class),
            entry("catalog.import.done.*", ImportView.Kind.class),
            entry("catalog.import.kind.*", ImportView.Kind.class),
            entry("catalog.import.status.*", ImportView.Status.class),
            entry("catalog.plan.*", BillingPlan.class),
            entry("catalog.segment.*", Segment.class),
            entry("catalog.term.*", Term.class),
            entry("customer.qualification.*", Qualification.class),
            entry("enrollment.state-note.*", EnrollmentState.class),
            entry("enrollment.state.*", EnrollmentState.class),
            entry("identity.user.status.*", UserView.Status.class),
            entry("audit.resolved.*", Dependent.Kind.class),
            entry("invitation.state.*", InvitationState.class),
            entry("onboarding.plan.*", BillingPlan.class),
            entry("onboarding.qualification.*", Qualification.class),
            entry("onboarding.term.*", Term.class),
            entry("order.kind.*", OrderRequestView.Kind.class),
            entry("order.request-status.*", OrderRequestView.Status.class),
            entry("organization.kind.*", OrganizationKind.class),
            entry("right.*", Right.class),
            entry("role.*", Role.class),
            entry("role.*.text", Role.class),
            entry("subscription.batch.outcome.*", BatchChange.Outcome.class),
            entry("support.severity.*", Severity.class),
            entry("support.severity.*.text", Severity.class),
            entry("support.status.*", RequestStatus.class),
            entry("support.topic.*", SupportTopic.class),
            entry("support.topic.*.text", SupportTopic.class),
            entry("subscription.plan.*", BillingPlan.class),
            entry("subscription.status.*", Status.class),
            entry("subscription.term.*", Term.class));

    /** Keys that are put together otherwise, and what the last part can be: all of them need a sentence too. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            entry("catalog.import.*", List.of("added", "changed", "ended")),
            entry("customer.request.short.*", List.of("alone", "alone-delegated", "joint", "joint-delegated")),
            entry("customer.request.standard-what.*", List.of("alone", "alone-delegated", "joint", "joint-delegated")),
            entry("refusal.invitation.*", List.of("accepted", "declined", "expired", "withdrawn")),
            entry("subscription.*", List.of("on", "off")),
            entry("subscription.batch.hint.*", List.of("PARTNER_OF_RECORD", "SUPPORT_CONTACT")),
            entry("subscription.batch.new.*", List.of("PARTNER_OF_RECORD", "SUPPORT_CONTACT")),
            entry("subscription.batch.title.*", List.of("PARTNER_OF_RECORD", "SUPPORT_CONTACT")),
            entry(
                    "portal.unavailable.*",
                    List.of("starting.title", "starting.text", "database.title", "database.text")),
            entry("support.side.*", List.of("asking", "handling")),
            entry("support.step.*", List.of("opened", "note", "answered", "OPEN", "ATTENTION_NEEDED", "CLOSED")),
            entry("subscription.sort.*", List.of("newest", "ending", "name", "customer", "quantity")));

    /** Codes, which have families of their own further up: what follows them is no part of a key. */
    private static final Set<String> NO_FAMILIES = Set.of("refusal.*", "audit.*", "notification.*", "invitation.*");

    /** What a refused form's field asks for by the name of its annotation. */
    private static final Pattern OF_VALIDATION = Pattern.compile(
            "(typeMismatch|Email|Min|Max|Not(Null|Empty|Blank)|Pattern|Positive|Size|AssertTrue)(\\..+)?");

    private final Set<String> keys = new TreeSet<>();
    private final MessageUses uses;

    MessagesTests() throws IOException {
        uses = new MessageUses();
        for (var module : modules()) {
            keys.addAll(read(module).stringPropertyNames());
        }
    }

    static List<String> modules() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_fr"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void existInBothLanguages(String module) throws IOException {
        assertThat(read(module + "_fr").stringPropertyNames())
                .isEqualTo(read(module).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void areReadByTheApplication(String module) throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .containsPattern("basename: .*messages/" + module + "(,|\n)");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void doubleNoApostropheByMistake(String module) throws IOException {
        for (var language : new String[] {module, module + "_fr"}) {
            assertThat(read(language).values())
                    .as(language)
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void holdEverythingThatTemplatesName() {
        assertThat(uses.keysOfTemplates().stream().filter(key -> !keys.contains(key)))
                .isEmpty();
    }

    @Test
    void holdEverythingThatCodeNames() {
        assertThat(uses.keysOfCode().stream().filter(key -> !keys.contains(key)))
                .isEmpty();
    }

    /** For a new kind of key add its constants above. */
    @Test
    void holdASentenceForEveryConstantAndPurpose() {
        var needed = new TreeSet<String>();
        for (var family : families()) {
            words(family).forEach(word -> needed.add(family.replace("*", word)));
        }
        assertThat(needed.stream().filter(key -> !keys.contains(key))).isEmpty();
        assertThat(CONSTANTS.keySet()).isSubsetOf(uses.families());
    }

    @Test
    void holdNothingThatNobodyAsksFor() {
        var texts = uses.texts();
        var families = families();
        assertThat(keys.stream()
                        .filter(key -> !texts.contains(key))
                        .filter(key -> !OF_VALIDATION.matcher(key).matches())
                        .filter(key -> !isPutTogether(key, texts))
                        .filter(key -> families.stream().noneMatch(family -> isOf(key, family, texts))))
                .isEmpty();
    }

    private Set<String> families() {
        var families = new TreeSet<>(uses.families());
        families.addAll(WORDS.keySet());
        families.removeAll(NO_FAMILIES);
        return families;
    }

    /** Codes of refusals and kinds of audit entries, written out without their prefix or behind a purpose's name; reasons and what to do about them. */
    private static boolean isPutTogether(String key, Set<String> texts) {
        if (key.endsWith(".next") && texts.contains(key.substring(0, key.length() - 5))) {
            return true;
        }
        return Stream.of("refusal.", "audit.", "notification.")
                .filter(key::startsWith)
                .anyMatch(prefix -> {
                    var code = key.substring(prefix.length());
                    return texts.contains(code)
                            || PURPOSES.stream()
                                    .anyMatch(purpose -> code.startsWith(purpose + ".")
                                            && texts.contains(code.substring(purpose.length() + 1)));
                });
    }

    private static boolean isOf(String key, String family, Set<String> texts) {
        var words = words(family);
        if (!words.isEmpty()) {
            return words.stream().anyMatch(word -> family.replace("*", word).equals(key));
        }
        var parts = Pattern.compile(Pattern.quote(family).replace("*", "\\E([^.]+)\\Q"))
                .matcher(key);
        return parts.matches()
                && Stream.iterate(1, i -> i <= parts.groupCount(), i -> i + 1)
                        .map(parts::group)
                        .allMatch(part -> texts.contains(part) || part.matches("\\d+") || isConstant(part));
    }

    /** What the star of a family can be, as far as that is known; empty if it is any word of the sources. */
    private static List<String> words(String family) {
        if (family.startsWith("*.")) {
            return PURPOSES;
        }
        var constants = constants(CONSTANTS.get(family));
        return constants.isEmpty() ? WORDS.getOrDefault(family, List.of()) : constants;
    }

    private static List<String> constants(@Nullable Class<? extends Enum<?>> type) {
        return type == null
                ? List.of()
                : Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static boolean isConstant(String part) {
        return CONSTANTS.values().stream()
                .anyMatch(type ->
                        constants(type).contains(part) || constants(type).contains(part.toUpperCase(Locale.ROOT)));
    }

    private static Properties read(String bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
