package org.calx.app.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.concurrent.status.CountersReader;

/** What a process counts, in the text format of Prometheus. Values are asked for at each scrape. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    /** The registry holds what it counts weakly. */
    private final List<LongSupplier> held = new ArrayList<>();

    private Runnable beforeScrape = () -> {};

    /** Counts what every process of Java has: memory, collections, threads, processor. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Something that goes up and down. */
    public Metrics gauge(String name, String meaning, LongSupplier value) {
        Gauge.builder(name, value, LongSupplier::getAsLong)
                .description(meaning)
                .strongReference(true)
                .register(registry);
        return this;
    }

    /** Something that is so or not, told as 1 or 0. */
    public Metrics flag(String name, String meaning, BooleanSupplier value) {
        return gauge(name, meaning, () -> value.getAsBoolean() ? 1 : 0);
    }

    /** Something that only grows. */
    public Metrics counter(String name, String meaning, LongSupplier value) {
        return counter(name, meaning, Tags.empty(), value);
    }

    /** The same for one of several by that name, told apart by tags. */
    public Metrics counter(String name, String meaning, Tags tags, LongSupplier value) {
        FunctionCounter.builder(name, value, LongSupplier::getAsLong)
                .description(meaning)
                .tags(tags)
                .register(registry);
        held.add(value);
        return this;
    }

    /**
     * The counters of Aeron's driver, archive and cluster, one row each, by type and label.
     *
     * @param source shows the counters to a reader, as long as they are there
     */
    public Metrics aeron(Consumer<Consumer<CountersReader>> source) {
        MultiGauge rows = MultiGauge.builder("aeron.counter")
                .description("A counter of Aeron, by its type and label")
                .register(registry);
        beforeScrape = () -> source.accept(counters -> rows.register(rows(counters), true));
        return this;
    }

    private static List<MultiGauge.Row<?>> rows(CountersReader counters) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        counters.forEach((value, counterId, label) -> rows.add(MultiGauge.Row.of(
                Tags.of(
                        "id", Integer.toString(counterId),
                        "type", Integer.toString(counters.getCounterTypeId(counterId)),
                        "label", label),
                value)));
        return rows;
    }

    /** All values as of now. */
    public synchronized String scrape() {
        beforeScrape.run();
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
