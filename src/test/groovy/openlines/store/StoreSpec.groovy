package openlines.store

import openlines.runtime.Sqls
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Unroll

/** The same statements on both databases. */
class StoreSpec extends Specification {
    static final DialogKey KEY = new DialogKey(1, 9, 1001)

    Database database
    def vault = Vault.withKey(Vault.newKey())

    void cleanup() { database?.close() }

    Dialogs node(String name) { Dialogs.of(database, name) }

    def open(DatabaseSettings settings) { database = Database.open(settings) }

    static arrival(String key) { new Inbox.Arrival(KEY, key, 'body ' + key) }

    def "#where: an event is kept once"() {
        given:
        open(settings())
        def inbox = new Inbox(database)
        expect:
        inbox.add(arrival('message:1'), 5)
        !inbox.add(arrival('message:1'), 6)
        inbox.add(arrival('message:2'), 7)
        inbox.waiting() == 2
        where:
        where        | settings
        'H2'         | { Sqls.h2() }
        'PostgreSQL' | { Sqls.postgres() }
    }

    def "#where: one node has a dialog, a turn's effect is whole, and what it left is found by the next"() {
        given:
        open(settings())
        def inbox = new Inbox(database)
        def one = node('one')
        def other = node('other')
        inbox.add(arrival('message:1'), 5)
        inbox.add(arrival('message:2'), 6)

        when: 'one node takes the dialog'
        def claim = one.claim(KEY, 10, 100).get()
        then: 'the other can not, and is told of nothing to do'
        other.claim(KEY, 10, 100).empty
        other.waiting(10, 10, 10) == []
        claim.events()*.body() == ['body message:1', 'body message:2']

        when: 'it takes a turn'
        def left = one.commit(new TurnEffect(claim.id(), 'state', 100, claim.events().first().id(), ['a', 'b'],
                new TurnEffect.Replaced([new TurnEffect.Set('idle', 50)]), 20)).get()
        one.release(claim.id())
        then: 'the other finds all of it'
        left.letters()*.body() == ['a', 'b']
        other.waiting(21, 21, 10) == [KEY]
        with(other.claim(KEY, 21, 100).get()) {
            it.body() == 'state'
            it.events()*.body() == ['body message:2']
            it.letters()*.body() == ['a', 'b']
            it.timers()*.dueAt() == [70L]
        }

        and: 'who lost the claim changes nothing'
        one.commit(new TurnEffect(claim.id(), 'late', 100, 0, ['c'], new TurnEffect.Kept(), 22)).empty

        when: 'a node dies with a claim'
        other.claim(KEY, 101, 200)
        then: 'the claim ends by itself'
        one.claim(KEY, 150, 300).empty
        one.claim(KEY, 201, 300).present

        where:
        where        | settings
        'H2'         | { Sqls.h2() }
        'PostgreSQL' | { Sqls.postgres() }
    }

    def "#where: secrets lie sealed, and portals are found by their id and their address"() {
        given:
        open(settings())
        def portals = new Portals(database, vault)
        when:
        def saved = portals.save(new Portal(0, 'p.example', 'member', new Portal.Application('https://p/rest/', 'access-1', 'refresh-1'), 'token-1', false))
        portals.save(new BotEntry(saved.id(), 7, 'b', BotEntry.Generation.V2, BotEntry.Delivery.FETCH, '', 'bot-token', 0))
        portals.renew(saved.id()) { it.with(new Portal.Application('https://p/rest/', 'access-2', 'refresh-2')) }
        then:
        portals.find('member', '').get().access().accessToken() == 'access-2'
        portals.find('', 'p.example').get().applicationToken() == 'token-1'
        portals.bots(saved.id())*.token() == ['bot-token']
        portals.bots(BotEntry.Delivery.FETCH)*.botId() == [7L]
        def raw = database.read { sql -> sql.first('select endpoint, access_token, refresh_token, application_token from portal', { (1..4).collect { n -> it.getString(n) }.join() } as Sql.Row).get() }
        !raw.contains('access-2') && !raw.contains('refresh-2') && !raw.contains('token-1') && !raw.contains('https')
        when: 'another key opens nothing'
        new Portals(database, Vault.withKey(Vault.newKey())).byId(saved.id())
        then:
        thrown(IllegalStateException)
        where:
        where        | settings
        'H2'         | { Sqls.h2() }
        'PostgreSQL' | { Sqls.postgres() }
    }

    def "#where: a dead letter is listed, comes back, and is gone"() {
        given:
        open(settings())
        def outbox = new Outbox(database)
        def dialogs = node('one')
        def claim = dialogs.claim(KEY, 1, 100).get()
        def letter = dialogs.commit(new TurnEffect(claim.id(), '', 100, 0, ['a'], new TurnEffect.Kept(), 2)).get().letters().first()
        when:
        outbox.dead(letter, KEY, 'ACCESS_DENIED', 3)
        then:
        outbox.waiting() == 0
        outbox.deadLetters()*.reason() == ['ACCESS_DENIED']
        when:
        outbox.revive(outbox.deadLetters().first().id(), 4)
        then:
        outbox.deadLetters() == []
        outbox.waiting() == 1
        where:
        where        | settings
        'H2'         | { Sqls.h2() }
        'PostgreSQL' | { Sqls.postgres() }
    }

    def "#where: a letter that came back is found by the next claim, however the dialog was left"() {
        given:
        open(settings())
        def outbox = new Outbox(database)
        def dialogs = node('one')
        def claim = dialogs.claim(KEY, 1, 100).get()
        def died = { String body ->
            outbox.dead(dialogs.commit(new TurnEffect(claim.id(), 'state', 100, 0, [body], new TurnEffect.Kept(), 2)).get().letters().first(), KEY, 'ACCESS_DENIED', 3)
        }
        def revive = { outbox.revive(outbox.deadLetters().first().id(), 4) }
        def done = new Claim(claim.id(), KEY, 'state', [], [], [])

        when: 'the dialog was let go before'
        died('a')
        dialogs.release(done)
        revive()
        claim = dialogs.claim(KEY, 5, 100).get()
        then:
        claim.body() == 'state'
        claim.letters()*.body() == ['a']

        when: 'it is let go after'
        outbox.settled(claim.letters().first().id())
        died('b')
        revive()
        dialogs.release(done)
        then:
        dialogs.claim(KEY, 6, 100).get().letters()*.body() == ['b']

        where:
        where        | settings
        'H2'         | { Sqls.h2() }
        'PostgreSQL' | { Sqls.postgres() }
    }

    def "#where: what comes is claimed once and in order, whoever tells of it when"() {
        given:
        open(settings())
        def dialogs = node('one')
        def keep = { String key -> database.change { sql -> Inbox.add(sql, arrival(key), 5).get().with(true) { dialogs.coming(KEY, it) } } }
        def take = {
            def claim = dialogs.claim(KEY, 10, 100).get()
            claim.events().each { dialogs.commit(new TurnEffect(claim.id(), 'state', 100, it.id(), [], new TurnEffect.Kept(), 20)) }
            dialogs.release(new Claim(claim.id(), KEY, 'state', [], [], []))
            claim.events()*.body()
        }

        when: 'the first is read from the store before it is told'
        def first = keep('message:1')
        then:
        take() == ['body message:1']
        when:
        dialogs.came(KEY, first)
        then:
        take() == []

        when: 'two are kept, and the later one is told first'
        def second = keep('message:2')
        def third = keep('message:3')
        dialogs.came(KEY, third)
        then:
        take() == ['body message:2', 'body message:3']
        when:
        dialogs.came(KEY, second)
        then:
        take() == []

        when: 'both are told, the later one first'
        second = keep('message:4')
        third = keep('message:5')
        dialogs.came(KEY, third)
        dialogs.came(KEY, second)
        then:
        take() == ['body message:4', 'body message:5']

        when: 'more come than one claim takes'
        (6..30).collect { keep("message:$it") }.each { dialogs.came(KEY, it) }
        def taken = [take(), take(), take()]
        then:
        taken*.size() == [20, 5, 0]
        taken.flatten() == (6..30).collect { "body message:$it".toString() }

        when: 'one comes while the dialog is worked on, and the work fails'
        def claim = dialogs.claim(KEY, 10, 100).get()
        dialogs.came(KEY, keep('message:31'))
        dialogs.release(claim.id())
        then:
        take() == ['body message:31']
        take() == []

        when: 'one is kept and nobody tells it'
        new Inbox(database).add(arrival('message:32'), 5)
        then: 'who looks at the store finds it'
        dialogs.waiting(20, 20, 10) == [KEY]
        take() == ['body message:32']

        where:
        where        | settings
        'H2'         | { Sqls.h2() }
        'PostgreSQL' | { Sqls.postgres() }
    }

    def "what is kept is in the file before its caller goes on"() {
        given:
        def folder = java.nio.file.Files.createTempDirectory('store')
        open(DatabaseSettings.file(folder.resolve('store')))
        def arrival = new Inbox.Arrival(KEY, 'message:1', 'body')
        when:
        new Inbox(database).add(arrival, 1)
        and: 'the process ends here: the file is as a kill would leave it'
        java.nio.file.Files.copy(folder.resolve('store.mv.db'), folder.resolve('left.mv.db'))
        def left = Database.open(DatabaseSettings.file(folder.resolve('left')))
        then:
        new Inbox(left).waiting() == 1
        cleanup:
        left?.close()
        database.close()
        folder.toFile().deleteDir()
    }
}
