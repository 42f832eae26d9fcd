package openlines.simulator

import java.util.regex.Pattern
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ComplianceSpec extends Specification {

    @Shared @AutoCleanup Portal portal = new Portal()
    @Shared Map<String, Map> lines = Contract.methods('imopenlines')
    @Shared Map<String, Map> platform = Contract.methods('platform')

    def "every method of #file is there"() {
        when:
        def missing = methods.keySet().findAll { !portal.call('method.get', [name: it]).isExisting }
        println "$file: methods ${methods.size() - missing.size()}/${methods.size()}"

        then:
        missing.empty

        where:
        file          | methods
        'imopenlines' | lines
        'platform'    | platform
    }

    def "every error of #file that a request can provoke is answered as documented"() {
        given:
        def problems = []
        def provoked = 0
        def excused = []

        when:
        methods.each { name, method ->
            def rows = method.errors ?: []
            def provocations = Provocations.OF[name] ?: []
            if (rows.size() != provocations.size()) {
                problems << "$name: ${rows.size()} errors, ${provocations.size()} provocations"
                return
            }
            rows.eachWithIndex { row, i ->
                if (provocations[i] instanceof String) {
                    excused << "$name $row.code: ${provocations[i]}"
                    return
                }
                def answer = (provocations[i] as Closure).call(new Scene(portal), name)
                def problem = compare(row, answer)
                problem ? problems << "$name $row.code ($row.when): $problem" : provoked++
            }
        }
        def all = methods.values().sum { (it.errors ?: []).size() }
        def worded = methods.values().sum { (it.errors ?: []).count { it.description } }
        println "$file: errors ${provoked + excused.size()}/$all ($provoked provoked, in the page's words where it gives them, which is in $worded; " +
                "${excused.size()} no request can provoke)"
        excused.each { println "  $it" }

        then:
        problems.join('\n') == ''

        where:
        file          | methods
        'imopenlines' | lines
        'platform'    | platform
    }

    private static String compare(Map row, Map answer) {
        def error = answer.json?.error
        if (!row.code.equalsIgnoreCase("$error")) {
            return "answered $answer.status $answer.text"
        }
        def statuses = row.status instanceof Integer ? [row.status] : row.status instanceof List ? row.status : 400..409
        if (!statuses.contains(answer.status)) {
            return "status $answer.status in place of $statuses"
        }
        said(row, "$answer.json.error_description") ? null : "'$answer.json.error_description' in place of '$row.description'"
    }

    /** In the page's words, where it gives any; its dots and its names in backticks stand for what the call was about. */
    private static boolean said(Map row, String words) {
        def description = row.description as String
        description == null || words ==~ description.split(/\.\.\.|`[a-z]\w*`/, -1).collect { Pattern.quote(it) }.join('.+')
    }

    def "every documented example of #file is answered in the documented shape"() {
        given:
        def problems = []
        def fields = 0

        when:
        methods.each { name, method ->
            def scene = new Scene(portal)
            def example = (method.example?.request ?: [:]) as Map
            def answer = Examples.send(scene, name, example)
            if (answer.status != 200) {
                problems << "$name: $answer.status $answer.text"
                return
            }
            def shape = Shape.of(method, answer.json.result)
            fields += shape.fields
            problems.addAll(shape.problems.collect { "$name: $it" })
            problems.addAll(Shape.of([doc: '', result: [type: 'object', fields: TIME]], answer.json.time).problems)
        }
        println "$file: fields $fields/${fields + problems.size()}"

        then:
        problems.join('\n') == ''

        where:
        file          | methods
        'imopenlines' | lines
        'platform'    | platform
    }

    static final Map TIME = (Contract.load('rest-protocol').time as Map).fields as Map
}
