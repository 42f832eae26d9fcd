package openlines.store;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.InstantSource;

/** The portals' request buckets: of this node alone, or one for all nodes in the shared store. */
public final class Buckets {
    private final Database database;
    private final TimeMeter time;

    public Buckets(Database database, InstantSource clock) {
        this.database = database;
        this.time = new ByClock(clock);
    }

    /** Whether asking a bucket asks the store, which takes a while. */
    public boolean shared() {
        return database.shared();
    }

    /** A portal's bucket. */
    public Bucket of(long portal, BucketConfiguration configuration) {
        if (!database.shared()) {
            var builder = Bucket.builder().withCustomTimePrecision(time);
            for (var limit : configuration.getBandwidths()) {
                builder.addLimit(limit);
            }
            return builder.build();
        }
        ProxyManager<Long> inStore = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database.source())
                .clientClock(time)
                .build();
        return inStore.builder().build(portal, () -> configuration);
    }

    private record ByClock(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
