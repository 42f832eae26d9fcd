package openlines.simulator

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification

/** The vendor's own JavaScript SDK, unmodified, against the simulated portal over HTTPS. */
@Requires(value = { JsSdkSpec.nodeIsHere() }, reason = 'needs Node')
class JsSdkSpec extends Specification {

    static final Path FOLDER = Path.of('target', 'b24jssdk')

    static boolean nodeIsHere() { ['node', 'npm'].every { runs(it, '--version') } }

    private static boolean runs(String... command) {
        try {
            new ProcessBuilder(command).redirectErrorStream(true).start().with { it.inputStream.readAllBytes(); it.waitFor() == 0 }
        } catch (IOException ignored) {
            false
        }
    }

    private static String run(Map<String, String> environment, String... command) {
        def builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
        builder.environment().putAll(environment)
        def process = builder.start()
        def said = process.inputStream.getText('UTF-8')
        assert process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0: said
        said
    }

    def "calls, batches, lists, limits and errors, over TLS"() {
        given: "the SDK as npm gives it"
        Files.createDirectories(FOLDER)
        if (!Files.exists(FOLDER.resolve('node_modules/@bitrix24/b24jssdk/package.json'))) {
            Files.writeString(FOLDER.resolve('package.json'), '{"private": true}')
            run([:], 'npm', 'install', '@bitrix24/b24jssdk@2.2.0', '--no-audit', '--no-fund')
        }
        Files.writeString(FOLDER.resolve('drive.mjs'), JsSdkSpec.getResourceAsStream('/simulator/drive.mjs').getText('UTF-8'))
        def portal = Simulator.start(Settings.defaults().overTls())

        when:
        def said = run([NODE_EXTRA_CA_CERTS: "${portal.ca().get()}".toString(), WEBHOOK: portal.webhook(), PORTAL: "${portal.url()}".toString()],
                'node', 'drive.mjs')
        def result = Portal.JSON.readValue(said.readLines().findAll { it.startsWith('RESULT ') }.last().substring(7), Map)

        then:
        result.profile == 'Maria'
        result.line == 'Shop'
        result.batch == ['Maria', 2]
        result.leads == 120
        result.error == 'CONFIG_ID_EMPTY'
        result.afterLimit == true

        cleanup:
        portal?.close()
    }
}
