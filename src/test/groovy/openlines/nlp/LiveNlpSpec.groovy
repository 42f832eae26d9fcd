package openlines.nlp

import openlines.nlp.phrase.PhraseBook
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.BlockingVariable

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.CopyOnWriteArrayList

class LiveNlpSpec extends Specification {

    static final Hint HINT = Hint.none(ZoneId.of("UTC"), Instant.EPOCH)

    @TempDir Path folder
    def said = new CopyOnWriteArrayList<String>()
    LiveNlp live

    def setup() {
        Files.createDirectories(folder.resolve("en"))
        write("greeting", ["hello", "hi there", "good morning", "hey", "hello you"])
        write("price", ["how much is it", "what does it cost", "what is the price", "price please", "how much"])
        live = new LiveNlp({ PhraseBook.read(folder) }, [folder], new Training(false, 1, said::add))
    }

    def cleanup() {
        live.close()
    }

    def "a new phrase file is learned while the old model goes on answering"() {
        given:
        def swapped = new BlockingVariable<Nlp>(20)
        live.onSwap(swapped::set)
        live.watch()
        def before = live.current()

        when:
        write("weather", ["will it rain", "is it sunny", "what is the weather like", "how warm is it outside", "rain today"])
        def after = swapped.get()

        then:
        !before.intents().contains("weather")
        after.intents().contains("weather")
        live.current().is(after)
        live.current().understand("will it rain today", HINT).ranking()[0].intent() == "weather"
    }

    def "a broken file is complained about, with its line, and changes nothing"() {
        given:
        def before = live.current()

        when:
        Files.writeString(folder.resolve("en/weather.yml"), "phrases:\n  - rain\nfrases: []\n")

        then:
        !live.refresh()
        live.current().is(before)
        said.any { it.startsWith("en/weather.yml:3: unknown key 'frases'") }
    }

    def "the same phrases are not learned twice"() {
        given:
        def before = live.current()

        when:
        write("greeting", ["hello", "hi there", "good morning", "hey", "hello you"])

        then:
        !live.refresh()
        live.current().is(before)
    }

    private void write(String intent, List<String> phrases) {
        Files.writeString(folder.resolve("en/${intent}.yml"), "phrases:\n" + phrases.collect { "  - $it\n" }.join())
    }
}
