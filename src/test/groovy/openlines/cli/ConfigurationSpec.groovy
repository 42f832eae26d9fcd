package openlines.cli

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import openlines.runtime.Limits
import openlines.store.Vault
import spock.lang.Specification
import spock.lang.TempDir

class ConfigurationSpec extends Specification {
    @TempDir Path folder

    Configuration read(String file, Map environment = [:], Map flags = [:]) {
        def path = folder.resolve('openlines.properties')
        Files.writeString(path, file)
        Configuration.of(path, environment, flags)
    }

    def "a flag is stronger than the environment, the environment than the file"() {
        expect:
        read('port=1').text('port') == '1'
        read('port=1', [OPENLINES_PORT: '2']).text('port') == '2'
        read('port=1', [OPENLINES_PORT: '2'], [port: '3']).text('port') == '3'
        read('', [OPENLINES_APP_CLIENT_ID: 'x']).text('app.client-id') == 'x'
        read('').text('turn-limit') == 'PT30S'
    }

    def "a wrong setting is named"() {
        when:
        wrong(this)
        then:
        def told = thrown(IllegalArgumentException)
        told.message.contains(key)
        where:
        key           | wrong
        'prot'        | { it.read('prot=1') }
        "'port'"      | { it.read('port=many').number('port', 0) }
        "'attempts'"  | { it.read('attempts=0').number('attempts', 1) }
        "'pace'"      | { it.read('pace=fast').oneOf('pace', [standard: 1]) }
        "'turn-limit'" | { it.read('turn-limit=soon').duration('turn-limit', Duration.ZERO) }
        "'turn-limit'" | { it.options('turn-limit': 'PT0S') }
        "'answer-limit'" | { it.options('answer-limit': '60') }
        "'holder-trust'" | { it.options('holder-trust': '-PT1S') }
        "'lease'"     | { it.options(lease: 'PT1S') }
    }

    def "limits are taken as they are set"() {
        given:
        def limits = options('turn-limit': 'PT5S', 'answer-limit': 'PT20S', 'holder-trust': 'PT0S', lease: 'PT1M')
        expect:
        limits.turn() == Duration.ofSeconds(5)
        limits.answer() == Duration.ofSeconds(20)
        limits.trust() == Duration.ZERO
        limits.lease() == Duration.ofMinutes(1)
        options([:]) == Limits.USUAL
    }

    /** The bounds that the runtime would start with. */
    Limits options(Map<String, String> flags) {
        def options = new RuntimeOptions(file: folder.resolve('none'), flags: [key: Vault.newKey()] + flags)
        options.withoutBots().limits()
    }

    def "the manual's table has every setting, and none that is not"() {
        given:
        def section = Files.readString(Path.of('docs/deploying.md')).split('\n## ').find { it.startsWith('Settings') }
        def rows = section.readLines().findAll { it.startsWith('| `') }
        expect:
        rows.collectMany { row -> (row.split(/\|/)[1] =~ /`([^`]+)`/)*.get(1) } == Configuration.USUAL.keySet().toList()
    }
}
