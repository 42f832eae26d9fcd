package openlines.simulator

import java.nio.file.Files
import java.nio.file.Path
import openlines.simulator.line.LineFields
import spock.lang.Shared
import spock.lang.Specification

/** The manual's tables of a line's settings, against the contract and the specs. */
class LineFieldsSpec extends Specification {

    static final List<String> METHODS = ['imopenlines.config.add', 'imopenlines.config.update', 'imopenlines.config.get', 'imopenlines.config.list.get']

    @Shared List<List<String>> rows = Files.readAllLines(Path.of('docs/portal.md')).findAll { it.startsWith('| `') && it =~ /`[A-Z_0-9]+`/ }
            .collect { it.split(/ \| /)*.replaceAll(/^\| | \|$/, '') }
    /** Fields that steer, each with its spec; fields that steer nothing, each with its reason. */
    @Shared Map<String, String> steering = fields(rows.findAll { it.size() == 3 }, 2)
    @Shared Map<String, String> idle = fields(rows.findAll { it.size() == 2 }, 1)

    private static Map<String, String> fields(List<List<String>> rows, int column) {
        def named = rows.collectMany { row -> row[0].findAll(/[A-Z][A-Z_0-9]+/).collect { [it, row[column]] } }
        assert named*.first().toSet().size() == named.size(): 'a field stands twice'
        named.collectEntries { it }
    }

    private static Set<String> contract() {
        METHODS.collectMany { name ->
            def method = Contract.methods('imopenlines')[name] as Map
            def params = method.params.PARAMS?.fields?.keySet() ?: []
            def result = method.result.fields ?: method.result.items?.fields ?: [:]
            def legacy = method.legacy_fields?.keySet() ?: []
            (params + result.keySet() + legacy) as List
        }.findAll { it == it.toString().toUpperCase() }.toSet()
    }

    def "every field of the contract stands in one of the tables, and no other"() {
        expect:
        contract().size() > 90
        contract() - steering.keySet() - idle.keySet() == [] as Set
        steering.keySet() + idle.keySet() - contract() == [] as Set
        steering.keySet().intersect(idle.keySet()) == [] as Set
    }

    def "every plain field that the simulator stores is told of"() {
        expect:
        LineFields.all().keySet() - steering.keySet() - idle.keySet() == [] as Set
    }

    def "#field is set in the spec that shows what it steers: #spec"() {
        given:
        def file = Files.walk(Path.of('src/test/groovy')).filter { it.fileName.toString() == "${spec}.groovy" }.findFirst().get()
        expect:
        Files.readString(file) =~ /\b$field: /
        where:
        [field, spec] << steering.collect { [it.key, it.value] }
    }

    def "a reason says something"() {
        expect:
        idle.values().every { it.length() > 20 }
    }
}
