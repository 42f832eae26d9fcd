package openlines.house

import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

class HouseSpec extends Specification {
    static final int LONGEST = 400
    static final List<String> SOURCES = ['java', 'groovy', 'js']

    @Shared
    def ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption({ !it.contains('/jmh_generated/') } as ImportOption)
            .importPackages('openlines')

    def "#rule.description"() {
        expect:
        House.breaks(rule, ours) == []
        where:
        rule << House.all('openlines')
    }

    def "the rules see the whole house"() {
        expect:
        ours.size() > 80
        House.MAY_IMPORT.keySet().each { room -> assert ours.any { it.packageName.startsWith("openlines.$room") } }
    }

    def "no file is longer than four hundred lines"() {
        expect:
        ['src/main/java', 'src/bench', 'src/test', 'src/main/resources/desk', 'bots'].collectMany { tooLong(Path.of(it)) } == []
    }

    def "a rule that is broken is told: #broken"() {
        given:
        def bad = new ClassFileImporter().importPackages('openlines.house.broken')
        expect:
        House.all('openlines.house.broken').collectMany { House.breaks(it, bad) }.any { it.contains(broken) && it.contains(why) }
        where:
        broken           | why
        'broken.bot.Bad' | 'broken.simulator.Portal'
        'Bad'            | 'currentTimeMillis'
        'Bad'            | 'java.io.File'
        'Helper'         | 'broken.helper'
        'Wide'           | 'has 7 parameters'
        'package-info'   | 'NullMarked'
    }

    def "a file that is too long is told: #ending"() {
        given:
        def folder = Files.createTempDirectory('long')
        Files.writeString(folder.resolve("Long.$ending"), '\n' * (LONGEST + 1))
        Files.writeString(folder.resolve("Short.$ending"), '\n' * LONGEST)
        expect:
        tooLong(folder) == ["Long.$ending: ${LONGEST + 1} lines".toString()]
        cleanup:
        folder.toFile().deleteDir()
        where:
        ending << SOURCES
    }

    private static List<String> tooLong(Path folder) {
        Files.walk(folder).withCloseable { files ->
            files.filter { file -> SOURCES.any { file.toString().endsWith(".$it") } }
                    .map { file -> [file.fileName, Files.readAllLines(file).size()] }
                    .filter { it[1] > LONGEST }
                    .map { "${it[0]}: ${it[1]} lines".toString() }
                    .toList()
        }
    }
}
