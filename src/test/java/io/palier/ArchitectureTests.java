package io.palier;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.palier.identity.Viewer;
import io.palier.shared.Actor;
import io.palier.shared.Money;
import io.palier.shared.Uuids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jmolecules.archunit.JMoleculesDddRules;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house that a machine can check; what Spring Modulith checks is in {@link ModularityTests}. */
@AnalyzeClasses(packages = "io.palier", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> DOOR = describe(
            "doors",
            type -> type.isMetaAnnotatedWith(Service.class)
                    && type.getPackageName().matches("io\\.palier\\.[a-z]+"));

    /** What is web and yet reads the store: sign-in itself, before which there is no viewer whom a door could ask. */
    private static final Set<String> BEFORE_DOORS = Set.of("SignInProvider", "ViewerFilter");

    /** Methods of doors, or whole doors, that begin and end their transactions otherwise, each with its reason. */
    private static final Map<String, String> OWN_TRANSACTIONS = Map.of(
            "AccessTokens", "two single statements, which need none",
            "AssociationBatches", "each subscription for itself",
            "Catalog", "answers from a snapshot in memory",
            "DemoWorld", "prices first, then all the rest at once",
            "Orders.place", "answers a repeated request from a second transaction",
            "Orders.extend", "reads the catalog before its transaction, like place",
            "PriceListImport", "a file is read for seconds, its state seen meanwhile",
            "Sessions", "Spring Session has its own",
            "Viewers", "single statements, which need none");

    /** Methods of doors, or whole doors, that do not ask who is there, each with its reason. */
    private static final Map<String, String> WITHOUT_VIEWER = Map.ofEntries(
            Map.entry("AccessTokens", "finds out who is there"),
            Map.entry("Agreements", "anybody may read an agreement"),
            Map.entry("ApplicationMembers", "the doors above have asked who is there"),
            Map.entry("Associations", "asked by modules below, which have asked who is there"),
            Map.entry("Catalog", "the same for all; the doors that sell narrow it"),
            Map.entry("CustomerDrafts.forgetOld", "a job’s"),
            Map.entry("CustomerUsers.right", "names a right"),
            Map.entry("DemoWorld", "acts for the whole cast"),
            Map.entry("Enrollments.enroll", "open to everybody"),
            Map.entry("Installation", "the installation’s own settings"),
            Map.entry("InstallationSettings", "checks of what is typed"),
            Map.entry("Invitations.canSend", "asks about the installation"),
            Map.entry("Invitations.expireDue", "a job’s"),
            Map.entry("Invitations.purpose", "of an invitation that the viewer sees"),
            Map.entry("Licenses.address", "asked by a module below"),
            Map.entry("Licenses.of", "asked by a module below"),
            Map.entry("Notifications.tell", "a listener’s"),
            Map.entry("Organizations", "the doors above have asked who is there"),
            Map.entry("Partners.directory", "open to everybody"),
            Map.entry("Partnerships.isActive", "for doors above"),
            Map.entry("Partnerships.mayOrder", "for doors above"),
            Map.entry("Partnerships.requireActive", "for doors above"),
            Map.entry("Passwords.check", "a rule"),
            Map.entry("PriceListImport.importFile", "the command line’s and the demo’s"),
            Map.entry("SecondFactors.check", "finds out who is there"),
            Map.entry("SecondFactors.isOn", "of who signs in, or of a user that the viewer sees"),
            Map.entry("Sessions", "begins a viewer, or ends all of a person"),
            Map.entry("Subscriptions.canGiveBack", "of a subscription that the viewer sees"),
            Map.entry("Subscriptions.conversionTargets", "of a subscription that the viewer sees"),
            Map.entry("Subscriptions.open", "part of an order, which has asked who is there"),
            Map.entry("Subscriptions.upgradeTargets", "of a subscription that the viewer sees"),
            Map.entry("Users", "the doors above have asked who is there"),
            Map.entry("Viewers", "finds out who is there"));

    @ArchTest
    static final ArchRule followDomainDrivenDesign = JMoleculesDddRules.all();

    @ArchTest
    static final ArchRule domainsKnowNoWeb = noClasses()
            .that(resideInAPackage("..domain.."))
            .should(dependOnClassesThat(resideInAnyPackage(
                    "io.palier..web..",
                    "io.palier.portal..",
                    "org.springframework.web..",
                    "org.springframework.ui..",
                    "org.springframework.validation..",
                    "org.thymeleaf..",
                    "jakarta.servlet..")));

    @ArchTest
    static final ArchRule pagesGoThroughDoors = noClasses()
            .that(resideInAPackage("..web.."))
            .and(describe("are not sign-in itself", type -> !BEFORE_DOORS.contains(type.getSimpleName())))
            .should(dependOnClassesThat(describe(
                    "reach the database",
                    type -> type.isMetaAnnotatedWith(Repository.class)
                            || type.getPackageName().startsWith("org.springframework.jdbc")
                            || type.getPackageName().startsWith("org.springframework.data"))));

    @ArchTest
    static final ArchRule onlyThePlatformMakesTime = noClasses()
            .that()
            .resideOutsideOfPackage("io.palier.platform")
            .and(describe("make no ids that sort by age", type -> !type.isEquivalentTo(Uuids.class)))
            .should()
            .callMethodWhere(describe("the time is read without a Clock", ArchitectureTests::readsTime));

    @ArchTest
    static final ArchRule doorsSpeakOfMoney = noMethods()
            .that()
            .arePublic()
            .and(describe(
                    "are part of a module’s face",
                    method -> method.getOwner().getPackageName().matches("io\\.palier\\.[a-z]+")
                            && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                            && !method.getOwner().isEquivalentTo(Money.class)))
            .should(mentionBareDecimals());

    @ArchTest
    static final ArchRule doorsWorkInTransactions = methods()
            .that()
            .arePublic()
            .and(describe("are those of doors", method -> DOOR.test(method.getOwner())))
            .and(areNotAmong(OWN_TRANSACTIONS))
            .should(beTransactional());

    @ArchTest
    static final ArchRule doorsAskWhoIsThere = methods()
            .that()
            .arePublic()
            .and(describe("are those of doors", method -> DOOR.test(method.getOwner())))
            .and(areNotAmong(WITHOUT_VIEWER))
            .should(beginWithTheViewer());

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should(notBeInjected());

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(resideInANullMarkedPackage());

    private static DescribedPredicate<JavaMethod> areNotAmong(Map<String, String> exceptions) {
        return describe("are no exception with a reason", method -> {
            var door = method.getOwner().getSimpleName();
            return !exceptions.containsKey(door) && !exceptions.containsKey(door + "." + method.getName());
        });
    }

    private static boolean readsTime(JavaMethodCall call) {
        var target = call.getTarget();
        var owner = target.getOwner();
        if (owner.isAssignableTo(Clock.class)) {
            return target.getName().startsWith("system");
        }
        if (owner.isEquivalentTo(System.class)) {
            return target.getName().equals("currentTimeMillis");
        }
        return target.getName().equals("now")
                && owner.isAssignableTo(Temporal.class)
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaMethod> mentionBareDecimals() {
        return condition(
                "mention bare decimals",
                method -> method.getRawReturnType().isEquivalentTo(BigDecimal.class)
                        || method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(BigDecimal.class)));
    }

    private static ArchCondition<JavaMethod> beTransactional() {
        return condition(
                "be transactional",
                method -> method.isAnnotatedWith(Transactional.class)
                        || method.getOwner().isAnnotatedWith(Transactional.class));
    }

    private static ArchCondition<JavaMethod> beginWithTheViewer() {
        return condition(
                "begin with the viewer",
                method -> method.getRawParameterTypes().stream()
                        .findFirst()
                        .filter(type -> type.isEquivalentTo(Viewer.class) || type.isEquivalentTo(Actor.class))
                        .isPresent());
    }

    private static ArchCondition<JavaField> notBeInjected() {
        return condition(
                "not be injected",
                field -> field.getAnnotations().stream()
                        .noneMatch(annotation -> Set.of("Autowired", "Value", "Inject", "Resource")
                                .contains(annotation.getRawType().getSimpleName())));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition(
                "reside in a null-marked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static <T extends HasName.AndFullName> ArchCondition<T> condition(String words, Predicate<T> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(item, holds.test(item), item.getFullName()));
            }
        };
    }
}
