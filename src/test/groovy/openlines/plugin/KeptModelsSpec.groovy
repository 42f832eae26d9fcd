package openlines.plugin

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId
import openlines.nlp.Hint
import openlines.nlp.Nlp
import openlines.nlp.phrase.PhraseBook
import spock.lang.Specification
import spock.lang.TempDir

/** What was learnt is read at the next start, where it is the same. */
class KeptModelsSpec extends Specification {
    @TempDir
    Path folder

    Path models() { folder.resolve('models') }

    PhraseBook book(Map<String, List<String>> phrases) {
        def place = Files.createDirectories(folder.resolve('phrases' + phrases.hashCode() + '/en'))
        phrases.each { intent, texts -> Files.writeString(place.resolve(intent + '.yml'), texts.collect { "- $it" }.join('\n')) }
        PhraseBook.read(place.parent)
    }

    PhraseBook pets() { book(cat: ['a cat', 'my cat', 'the cat here', 'cats', 'two cats'], dog: ['a dog', 'my dog', 'the dog here', 'dogs', 'two dogs']) }

    PhraseBook others() { book(fish: ['a cat', 'my cat', 'the cat here', 'cats', 'two cats'], bird: ['a dog', 'my dog', 'the dog here', 'dogs', 'two dogs']) }

    List<Path> files() { models().toFile().listFiles().toList()*.toPath() }

    static meant(Nlp nlp, String text) {
        nlp.understand(text, Hint.none(ZoneId.of('UTC'), Instant.EPOCH)).ranking().first().intent()
    }

    def "the same phrases are read, not learnt"() {
        given:
        new KeptModels(models(), 'one').of(pets())
        def kept = files()
        when: 'the file is exchanged for what other phrases taught'
        Nlp.train(others()).save(kept.first())
        then: 'its words are believed, so that nothing was learnt'
        kept.size() == 1
        meant(new KeptModels(models(), 'one').of(pets()), 'my cats') == 'fish'
    }

    def "other phrases and another release are learnt"() {
        given:
        new KeptModels(models(), 'one').of(pets())
        def before = files().first()
        Nlp.train(others()).save(before)
        expect:
        meant(new KeptModels(models(), 'two').of(pets()), 'my cats') == 'cat'
        meant(new KeptModels(models(), 'one').of(book(hen: ['a hen', 'hens', 'my hen', 'two hens', 'the hen'], owl: ['an owl', 'owls', 'my owl', 'two owls', 'the owl'])), 'my hens') == 'hen'
        files().size() == 3
    }

    def "a broken file is learnt anew and mended"() {
        given:
        new KeptModels(models(), 'one').of(pets())
        def file = files().first()
        def whole = Files.readAllBytes(file)
        Files.write(file, whole[0..<(whole.length - 3)] as byte[])
        expect:
        meant(new KeptModels(models(), 'one').of(pets()), 'my cats') == 'cat'
        Files.readAllBytes(file) == whole
    }

    def "what can't be read is learnt anew"() {
        given:
        new KeptModels(models(), 'one').of(pets())
        def file = files().first()
        Files.delete(file)
        Files.createDirectories(file.resolve('no model'))
        expect:
        meant(new KeptModels(models(), 'one').of(pets()), 'my cats') == 'cat'
    }

    def "where nothing can be written it learns all the same"() {
        given:
        Files.writeString(models(), 'a file where the folder should be')
        expect:
        meant(new KeptModels(models(), 'one').of(pets()), 'my cats') == 'cat'
    }

    def "old models go"() {
        given:
        (1..20).each { new KeptModels(models(), "release $it").of(pets()) }
        expect:
        files().size() == 16
    }
}
