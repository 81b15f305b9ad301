package io.palier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.palier.application.PalierServer;
import io.palier.identity.Role;
import io.palier.organization.Organizations;
import io.palier.support.SupportWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Every call that an indirect provider needs most, as each of the four kinds of clients words it. */
@PalierServer
@Import({ApiWorld.class, CommerceWorld.class})
class ContractTests {
    /** Not JSON; each has tests of its own. */
    private static final Set<String> ELSEWHERE = Set.of("POST /{tenant}/oauth2/token");

    @Autowired
    ApiWorld api;

    @Autowired
    CommerceWorld world;

    @Autowired
    Organizations organizations;

    @BeforeEach
    void somebodyAnswersServiceRequests() {
        SupportWorld.operator(organizations);
    }

    @TestFactory
    Stream<DynamicTest> asTheContractsPagesWriteThem() {
        return tests(Dialect.DOCS);
    }

    @TestFactory
    Stream<DynamicTest> inPascalCaseWithNulls() {
        return tests(Dialect.DOTNET);
    }

    @TestFactory
    Stream<DynamicTest> withSlashesAndNamesTwice() {
        return tests(Dialect.JAVA);
    }

    @TestFactory
    Stream<DynamicTest> withNothingButTheToken() {
        return tests(Dialect.NODE);
    }

    private Stream<DynamicTest> tests(Dialect dialect) {
        var stage = new ContractStage(api, world, world.scene(true, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT));
        var correlation = UUID.randomUUID().toString();
        return calls().map(call ->
                DynamicTest.dynamicTest(call.toString(), () -> check(call, dialect, stage, correlation)));
    }

    private static Stream<ContractCall> calls() {
        return Stream.of(AccountCalls.all(), CommerceCalls.all(), UsefulCalls.all())
                .flatMap(calls -> calls);
    }

    private void check(ContractCall call, Dialect dialect, ContractStage stage, String correlation) {
        var sent = call.body();
        var path = dialect.path(call, stage.fill(call.path(dialect)));
        var body = dialect.body(call, sent == null ? null : stage.fill(sent));
        var answer = api.bare(stage.caller(), call.method(), path, body, dialect.headers(correlation));
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(call.status());
        assertThat(answer.header("MS-RequestId")).isNotEmpty();
        if (dialect != Dialect.NODE) {
            assertThat(answer.header("MS-CorrelationId")).isEqualTo(correlation);
        }
        call.shape(dialect).check(answer.json(), answer.whole().body());
        if (path.startsWith("/v1/")) {
            WireRules.check(answer.json());
        }
        if (dialect == Dialect.JAVA) {
            JavaWords.check(answer.json());
        }
    }

    @Test
    void nameEveryServedRowThatAProviderNeedsMost() throws IOException {
        var calls = calls().toList();
        var rows = Files.readAllLines(Path.of("docs/api-coverage.md")).stream()
                .filter(line -> line.contains("| CORE | served |"))
                .map(line -> line.substring(2))
                .filter(line -> ELSEWHERE.stream().noneMatch(line::startsWith))
                .toList();
        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(rows)
                .filteredOn(row -> calls.stream().noneMatch(call -> row.startsWith(call.row())))
                .as("rows without a contract call")
                .isEmpty();
    }
}
