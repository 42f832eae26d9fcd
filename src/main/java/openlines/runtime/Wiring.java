package openlines.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.ssl.CertificateProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.KeyStore;
import openlines.bitrix24.event.Gate;
import openlines.bitrix24.rest.Authorities;
import openlines.bitrix24.rest.Calls;
import openlines.bitrix24.rest.KnownPortals;
import openlines.bitrix24.rest.RestClient;
import openlines.bitrix24.rest.Tokens;
import openlines.store.Buckets;
import openlines.store.Database;
import openlines.store.Inbox;
import openlines.store.Outbox;
import openlines.store.Portals;
import openlines.store.Vault;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** How the runtime's parts are put together; only the event door is a bean of its own. */
@Factory
final class Wiring {
    private final Settings settings;

    Wiring(Settings settings) {
        this.settings = settings;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Database database() {
        return Database.open(settings.database());
    }

    @Singleton
    HostedBots bots() {
        return new HostedBots(settings.bots());
    }

    @Singleton
    Portals portals(Database database) {
        return new Portals(database, Vault.withKey(settings.key()));
    }

    @Singleton
    KnownPortals knownPortals(Portals portals) {
        return new KnownPortals(portals);
    }

    /** Whom the client trusts beside the JDK's authorities, where the settings name a file. */
    @Singleton
    @Named(BotServer.TRUST)
    @Requires(property = "micronaut.http.client.ssl.trust-name")
    CertificateProvider trust() {
        KeyStore store = Authorities.of(settings.trust().orElseThrow()).store();
        return new CertificateProvider() {
            @Override
            public Publisher<KeyStore> getKeyStore() {
                return Mono.just(store);
            }

            @Override
            public String getName() {
                return BotServer.TRUST;
            }
        };
    }

    @Singleton
    RestClient restClient(@Client HttpClient http) {
        return new RestClient(http, settings.clock());
    }

    @Singleton
    Tokens tokens(RestClient client, Portals portals) {
        return new Tokens(client, portals, settings.app());
    }

    @Singleton
    Calls calls(RestClient client, KnownPortals known, Tokens tokens, Database database, MeterRegistry meters) {
        return new Calls(
                client,
                known,
                tokens,
                settings.clock(),
                new Calls.Pacing(settings.limits().pace(), new Buckets(database, settings.clock()), meters));
    }

    @Singleton
    Gate gate(KnownPortals known, Portals portals, Tokens tokens) {
        return new Gate(known, portals, tokens);
    }

    @Singleton
    Registration registration(HostedBots bots, Portals portals, KnownPortals known, Calls calls) {
        return new Registration(bots, portals, known, calls, new Registration.Secrets(settings.key()));
    }

    @Singleton
    Machine machine(Database database, Calls calls, KnownPortals known, HostedBots bots, MeterRegistry meters) {
        return Machine.of(settings, database, calls, new Machine.Hosts(known, bots), meters);
    }

    @Singleton
    Outbox outbox(Database database) {
        return new Outbox(database);
    }

    @Singleton
    Inbox inbox(Database database) {
        return new Inbox(database);
    }

    @Singleton
    Installing installing(Registration registration, Machine machine) {
        return new Installing(registration, machine.quiet());
    }

    @Singleton
    Fetching fetching(Portals portals, Calls calls, InboxArrivals arrivals, Machine machine) {
        return new Fetching(
                portals, calls, arrivals, machine.quiet(), new Fetching.Self(settings.clock(), settings.node()));
    }

    @Singleton
    @Bean(preDestroy = "close")
    Neighbours neighbours(Machine machine, KnownPortals known, Fetching fetching) {
        return new Neighbours(machine, known, fetching, settings.database());
    }

    @Singleton
    InboxArrivals arrivals(
            Machine machine, Database database, Portals portals, KnownPortals known, Installing installing) {
        return new InboxArrivals(
                database,
                new InboxArrivals.Wake(machine.dialogs(), machine.owner(), machine.turns()),
                settings.clock(),
                machine.meters(),
                new InboxArrivals.Applications(portals, known, installing::installed));
    }
}
