package openlines.nlp

import openlines.cli.EvaluateCommand
import openlines.cli.PlainErrors
import openlines.cli.TrainCommand
import openlines.cli.UnderstandCommand
import openlines.nlp.evaluate.Outcome
import openlines.nlp.evaluate.Report
import openlines.nlp.evaluate.ReportPage
import openlines.nlp.evaluate.Typos
import com.fasterxml.jackson.databind.ObjectMapper
import picocli.CommandLine
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

class EvaluationSpec extends Specification {

    @TempDir Path folder

    def "figures are what they are by hand"() {
        given: "four texts in scope, three of them right, and two out of scope, one of them refused"
        def report = Report.of([
                outcome("a", "x", "x", 0.9, true), outcome("b", "x", "x", 0.9, false), outcome("c", "x", "y", 0.6, true),
                outcome("d", "y", "y", 0.8, true), outcome("e", "", "x", 0.4, true), outcome("f", "", "y", 0.2, false)])

        expect:
        report.texts() == 4
        report.foreign() == 2
        report.accuracy() == 75
        Math.abs(report.macroF1() - (80 + 200 / 3) / 2) < 1e-9
        with(report.scope().balanced) {
            inScope() == 50
            foreignRecall() == 50
            overall() == 50
        }
        report.intents()*.intent() == ["y", "x"]
        with(report.confusions()[0]) {
            [wanted(), guessed(), texts()] == ["x", "y", ["c"]]
        }
        Math.abs(report.calibrationError() - (10 * 2 + 60 + 20) / 4) < 1e-4
        report.curve().first().foreignRecall() == 0
    }

    def "the page shows the figures, and a phrase can't break it"() {
        given:
        def page = ReportPage.of(Report.of([outcome("<script>alert(1)</script>", "x", "y", 0.5, true)]))

        expect:
        page.contains("0.0 %")
        page.contains("&lt;script&gt;")
        !page.contains("<script>")
        page.contains("<svg")
    }

    def "train writes a model, and writes none where nothing changed"() {
        given:
        def model = folder.resolve("model.bin")

        expect:
        run(new TrainCommand(), "-o", model as String)[0] == 0
        Files.size(model) > 10_000
        run(new TrainCommand(), "-o", model as String)[1].contains("nothing changed")
        !run(new TrainCommand(), "-o", model as String, "--seed", "2")[1].contains("nothing changed")
    }

    def "phrases are measured as they are trained: by how many an intent has in each language"() {
        given: "three languages of twelve phrases each: together they would be many"
        ["en", "de", "ru"].each { language ->
            Files.createDirectories(folder.resolve("book/$language"))
            ["greeting", "price"].each { intent ->
                Files.writeString(folder.resolve("book/$language/${intent}.yml"), (1..12).collect { "- $language $intent word$it\n" }.join())
            }
        }
        def book = folder.resolve("book") as String

        expect:
        run(new TrainCommand(), book, "-o", folder.resolve("m.bin") as String)[1].contains("learned as a small set")
        run(new EvaluateCommand(), book, "--html", folder.resolve("page.html") as String)[2].contains("learned as a small set")
    }

    def "train says what is wrong with a file, and where"() {
        given:
        Files.createDirectories(folder.resolve("in/en"))
        Files.writeString(folder.resolve("in/en/a.yml"), "phrases: [a]\noops: 1\n")

        when:
        def (code, out, err) = run(new TrainCommand(), folder.resolve("in") as String, "-o", folder.resolve("m") as String)

        then:
        code == 1
        err.startsWith("en/a.yml:2: unknown key 'oops'")
    }

    def "understand says what a message means and which words spoke for it"() {
        when:
        def (code, out, err) = run(new UnderstandCommand(), "how much does it cost to call +49 30 12345678")

        then:
        code == 0
        out.contains("price.ask")
        out.contains("language  en")
        out.contains("phone")
        out.contains("+493012345678")
        out =~ /because\s+\+\d/
    }

    def "understand shows how it read a message typed in the wrong layout, sentence by sentence, and as JSON"() {
        expect:
        run(new UnderstandCommand(), "ghbdtn")[1].contains("read as   привет")
        !run(new UnderstandCommand(), "hello")[1].contains("read as")
        run(new UnderstandCommand(), "--sentences", "Hello! How much is it?")[1].findAll(/sentence  .*|intent    .*/) ==
                ["sentence  Hello!", "intent    greeting", "sentence  How much is it?", "intent    price.ask"]
        with(new ObjectMapper().readTree(run(new UnderstandCommand(), "--json", "how much is it tomorrow")[1] as String)) {
            path("intent").asText() == "price.ask"
            path("language").asText() == "en"
            path("entities").path(0).path("type").asText() == "date"
        }
    }

    def "what is not there, or is no model, is said in a sentence: #command"() {
        when:
        def (code, out, err) = run(command, *arguments.collect { it.replace("FOLDER", folder as String) })

        then:
        code != 0
        err.contains(what)
        !err.contains("\tat ")

        where:
        command                 | arguments                                   || what
        new UnderstandCommand() | ["--model", "FOLDER/none.bin", "hi"]        || "none.bin"
        new UnderstandCommand() | ["--categorizer", "FOLDER/none.bin", "hi"]  || "none.bin"
        new UnderstandCommand() | ["--names", "FOLDER/none.bin", "hi"]        || "none.bin"
        new UnderstandCommand() | ["--intents", "FOLDER/none", "hi"]          || "none"
        new TrainCommand()      | ["FOLDER/none", "-o", "FOLDER/m.bin"]       || "none"
        new EvaluateCommand()   | ["--train", "FOLDER/none.tsv"]              || "none.tsv"
        new EvaluateCommand()   | ["FOLDER/none"]                             || "none"
        new EvaluateCommand()   | ["--corpora", "FOLDER/none"]                || "none"
        new EvaluateCommand()   | ["--corpora", "FOLDER/none", "--typos"]     || "none"
        new EvaluateCommand()   | ["--typos"]                                 || "--corpora"
    }

    def "evaluate prints what misspelt words cost, the same at each run"() {
        given:
        def corpus = Files.createDirectories(folder.resolve("own"))
        def texts = ["hello there", "good morning", "good evening"].collect { "$it\tgreeting\n" } +
                ["what does delivery cost", "the whole price please", "price list"].collect { "$it\tprice\n" }
        Files.writeString(corpus.resolve("train.tsv"), texts.join())
        Files.writeString(corpus.resolve("test.tsv"), texts.join())

        when:
        def first = run(new EvaluateCommand(), "--corpora", folder as String, "--only", "own", "--typos")
        def second = run(new EvaluateCommand(), "--corpora", folder as String, "--only", "own", "--typos")

        then:
        first[1] =~ /own \| 100.0 \| [\d.]+ \([+-][\d.]+\) \| [\d.]+ \([+-][\d.]+\)/
        first[1] == second[1]
        first[2].readLines() == ["own, seed 1 of 3", "own, seed 2 of 3", "own, seed 3 of 3"]
    }

    def "a share of the longer words is disturbed, each in one place"() {
        given:
        def text = (["the delivery", "сколько стоит", "große Lampe"] * 200).join(" ")

        when:
        def pairs = [text.split(" "), Typos.in(text, 0.3d, 1).split(" ")].transpose()

        then:
        def longer = pairs.findAll { it[0].size() > 3 }
        (0.2..0.4).containsWithinBounds(longer.count { it[0] != it[1] } / longer.size())
        pairs.every { (it[0].size() - it[1].size()).abs() <= 1 }
        pairs.findAll { it[0].size() <= 3 }.every { it[0] == it[1] }
        Typos.in(text, 0, 1) == text
        Typos.in(text, 0.3d, 1) == Typos.in(text, 0.3d, 1)
        Typos.in(text, 0.3d, 1) != Typos.in(text, 0.3d, 2)
    }

    def "evaluate prints figures, a page and JSON, and compares with the last run"() {
        given:
        def tsv = folder.resolve("train.tsv")
        Files.writeString(tsv, ["hello", "hi", "hey there", "good morning", "good day", "hello you"].collect { "$it\tgreeting\n" }.join() +
                ["how much", "what does it cost", "the price please", "how much is it", "price list", "cost of it"].collect { "$it\tprice\n" }.join())
        def page = folder.resolve("page.html") as String

        when:
        def first = run(new EvaluateCommand(), "--train", tsv as String, "--html", page)
        def second = run(new EvaluateCommand(), "--train", tsv as String, "--html", page)
        def third = run(new EvaluateCommand(), "--train", tsv as String, "--html", page, "--json")

        then:
        first[0] == 0
        first[1].contains("12 texts")
        !first[1].contains("since the last run")
        second[1].contains("since the last run: accuracy +0.0")
        Files.readString(Path.of(page)).contains("</html>")
        new ObjectMapper().readTree(third[1] as String).path("texts").asInt() == 12

        when: "phrases of another intent were spoilt since"
        Files.writeString(tsv, Files.readString(tsv).replace("how much is it\tprice", "how much is it\tgreeting").replace("hi\tgreeting", "hi\tprice"))
        def fourth = run(new EvaluateCommand(), "--train", tsv as String, "--html", page)

        then: "it says which intents changed"
        fourth[1] =~ /since the last run: accuracy -\d/
        fourth[1] =~ /worse\s+(greeting|price)\s+F1 [\d.]+, was [\d.]+/
    }

    private static List run(Object command, String... args) {
        def out = new StringWriter()
        def err = new StringWriter()
        int code = new CommandLine(command).setExecutionExceptionHandler(new PlainErrors()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args)
        [code, out.toString(), err.toString()]
    }

    private static Outcome outcome(String text, String wanted, String guessed, double confidence, boolean answered) {
        new Outcome(text, wanted, guessed, confidence, confidence, answered, answered)
    }
}
