package openlines.house

import static com.tngtech.archunit.base.DescribedPredicate.not
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes

import com.tngtech.archunit.base.DescribedPredicate
import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaConstructor
import com.tngtech.archunit.lang.ArchCondition
import com.tngtech.archunit.lang.ArchRule
import com.tngtech.archunit.lang.ConditionEvents
import com.tngtech.archunit.lang.SimpleConditionEvent
import java.time.Instant

/** The rules of the house, for a root package, so that a spec can hold a broken house against them. */
class House {
    /** Whom a room may import, of ours. */
    static final Map<String, List<String>> MAY_IMPORT = [
        bot      : [],
        nlp      : ['bot'],
        plugin   : ['bot', 'nlp'],
        store    : [],
        bitrix24 : ['bot', 'store'],
        runtime  : ['bot', 'nlp', 'store', 'bitrix24'],
        simulator: [],
    ]

    static List<ArchRule> doors(String root) {
        MAY_IMPORT.collect { room, others ->
            def own = ([room] + others).collect { "${root}.${it}..".toString() } as String[]
            noClasses().that().resideInAPackage("${root}.${room}..")
                    .should().dependOnClassesThat(DescribedPredicate.and(resideInAnyPackage("${root}.."), not(resideInAnyPackage(own))))
                    .because("$room may import of ours only ${others ?: 'nobody'}")
                    .allowEmptyShould(true)
        }
    }

    static ArchRule botKnowsNoFramework(String root) {
        noClasses().that().resideInAPackage("${root}.bot..")
                .should().dependOnClassesThat(resideInAnyPackage('io.micronaut..', 'com.fasterxml..', 'java.net.http..', 'java.sql..', 'java.io..', 'java.nio.file..', 'org.slf4j..'))
                .allowEmptyShould(true)
    }

    static ArchRule oneClock(String root) {
        noClasses().that().resideInAnyPackage("${root}..")
                .should().callMethod(System, 'currentTimeMillis')
                .orShould().callMethod(Instant, 'now')
                .orShould().callMethod(Thread, 'sleep', long)
                .orShould().callMethod(Thread, 'sleep', java.time.Duration)
                .orShould().callMethod(java.time.LocalDateTime, 'now')
                .orShould().callMethod(java.time.ZonedDateTime, 'now')
                .orShould().callMethod(java.time.LocalDate, 'now')
                .because('everything asks the InstantSource it was given')
                .allowEmptyShould(true)
    }

    static ArchRule namesOfTheField(String root) {
        noClasses().that().resideInAnyPackage("${root}..")
                .should().resideInAnyPackage('..util..', '..common..', '..impl..', '..helper..', '..manager..', '..service..')
                .allowEmptyShould(true)
    }

    static ArchRule smallConstructors(String root) {
        constructors().that().areDeclaredInClassesThat().resideInAPackage("${root}..")
                .and().areDeclaredInClassesThat().areNotAssignableTo(Record)
                .and().areDeclaredInClassesThat().areNotEnums()
                .should(new ArchCondition<JavaConstructor>('have at most six parameters') {
                    @Override
                    void check(JavaConstructor constructor, ConditionEvents events) {
                        int count = constructor.rawParameterTypes.size()
                        // an inner class' constructor takes its outer instance and what it captures, unseen in the source
                        boolean written = !constructor.owner.anonymousClass && !constructor.owner.localClass && !constructor.modifiers*.name().contains('SYNTHETIC')
                        events.add(new SimpleConditionEvent(constructor, !written || count <= 6, "$constructor.fullName has $count parameters"))
                    }
                })
                .allowEmptyShould(true)
    }

    static ArchRule nullMarked(String root) {
        classes().that().resideInAPackage("${root}..").and().haveSimpleName('package-info')
                .should().beAnnotatedWith('org.jspecify.annotations.NullMarked')
                .allowEmptyShould(true)
    }

    static List<ArchRule> all(String root) {
        doors(root) + [botKnowsNoFramework(root), oneClock(root), namesOfTheField(root), smallConstructors(root), nullMarked(root)]
    }

    static List<String> breaks(ArchRule rule, Iterable<JavaClass> classes) {
        rule.evaluate(classes).failureReport.details
    }
}
