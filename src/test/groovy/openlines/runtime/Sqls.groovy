package openlines.runtime

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import openlines.store.DatabaseSettings

/** One PostgreSQL for all specs of a test run; started by the first that asks, gone with the process. */
class Sqls {
    private static EmbeddedPostgres postgres
    private static int made = 0

    static synchronized DatabaseSettings postgres() {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder().start()
        }
        def name = "spec${++made}"
        postgres.postgresDatabase.connection.withCloseable { it.createStatement().withCloseable { s -> s.execute("create database $name".toString()) } }
        DatabaseSettings.at(postgres.getJdbcUrl('postgres', name), 'postgres', 'postgres')
    }

    static DatabaseSettings h2() {
        DatabaseSettings.memory("spec-${UUID.randomUUID()}")
    }
}
