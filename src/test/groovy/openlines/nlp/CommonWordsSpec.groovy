package openlines.nlp

import openlines.nlp.file.ModelFileException
import openlines.nlp.phrase.PhraseBook
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId
import java.util.zip.CRC32C

/** What Openlines knows of words that nobody taught the bot, and of what is no word at all. */
class CommonWordsSpec extends Specification {

    static final Hint HINT = Hint.none(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-21T10:00:00Z"))

    @TempDir Path folder

    @Shared Nlp shipped = Nlp.train(PhraseBook.shipped())

    def "a common word that is in no phrase is known by what it means: #text"() {
        given:
        phrases("pets", ["my dog is hungry", "the cat has fleas", "where can the dog sleep", "feed the cat", "is the dog vaccinated"])
        phrases("money", ["pay by card", "what is on my bank account", "the card was refused", "send the bank a note", "is the account closed"])
        phrases("travel", ["fly to rome", "is the plane late", "book a train to paris", "where does the bus stop", "which train is next"])

        expect:
        Nlp.train(PhraseBook.read(folder)).understand(text, HINT).ranking()[0].intent() == intent

        where:
        text                || intent
        "kitten"            || "pets"
        "puppies"           || "pets"
        "veterinarian"      || "pets"
        "loan and mortgage" || "money"
        "cash"              || "money"
        "airport"           || "travel"
        "railway station"   || "travel"
    }

    def "nonsense is not understood, even by the preset that keeps nearly everything: #text"() {
        expect:
        shipped.with(Scope.KEEPING).understand(text, HINT).intent().empty

        where:
        text << ["asdfgh qwe", "asdf", "sdkjfh skdjfh", "lkjlkj", "фыва олдж", "йцукен", "hjkl", "xcvb nm", "dfgdfg", "ывапролд",
                 "mnbvcx poiuyt", "щшгн екуц", "gfhj tyu bnm"]
    }

    def "the file of words names its edition by what it holds"() {
        given:
        def file = words()
        int edition = file.readInt()

        expect:
        edition == sum(file.readAllBytes())
    }

    def "a model that was trained with other words is refused"() {
        given:
        Path file = folder.resolve("model.bin")
        shipped.save(file)
        def model = ByteBuffer.wrap(Files.readAllBytes(file))

        when: "it names another edition, and is whole otherwise"
        model.putInt(place(model, words().readInt()), 1)
        model.putInt(8, sum(model.array()[16..-1] as byte[]))
        Files.write(file, model.array())
        Nlp.load(file)

        then:
        def refusal = thrown(ModelFileException)
        refusal.message == "the model was trained with other words than come with this version: train again"
    }

    private static DataInputStream words() {
        new DataInputStream(Nlp.getResourceAsStream("intent/words.bin"))
    }

    private static int sum(byte[] content) {
        def sum = new CRC32C()
        sum.update(content)
        (int) sum.value
    }

    private static int place(ByteBuffer model, int number) {
        (16..model.limit() - 4).find { model.getInt(it) == number }
    }

    private void phrases(String intent, List<String> phrases) {
        Files.createDirectories(folder.resolve("en"))
        Files.writeString(folder.resolve("en/${intent}.yml"), phrases.collect { "- $it\n" }.join())
    }
}
