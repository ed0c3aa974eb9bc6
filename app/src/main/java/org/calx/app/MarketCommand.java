package org.calx.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.calx.app.config.MarketSettings;
import org.calx.app.demo.DemoKeys;
import org.calx.index.PriceFileException;
import org.calx.index.ReferencePrices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx market}: the demo market on a cluster, until it is told to end. */
@Command(name = "market", description = "Run the demo market on the exchange's cluster.")
final class MarketCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "Configuration file.")
    private Path file;

    @Override
    public Integer call() {
        MarketSettings settings = MarketSettings.read(file);
        MarketOnCluster market = MarketOnCluster.open(
                settings.members(),
                settings.host(),
                settings.idle(),
                prices(settings),
                settings.market(),
                DemoKeys.open(settings.operatorKeys()),
                notice -> System.err.println("calx: " + notice));
        Ending ending = Ending.on(market::stop);
        try (market) {
            System.out.println("market runs on " + settings.members().size() + " members");
            market.run();
            return ExitCode.OK;
        } finally {
            ending.close();
        }
    }

    private ReferencePrices prices(MarketSettings settings) {
        try {
            return settings.prices().isPresent()
                    ? ReferencePrices.withFile(settings.prices().get())
                    : ReferencePrices.builtIn();
        } catch (PriceFileException e) {
            throw new UserError(ExitCode.USAGE, file + ": prices: " + e.getMessage(), e);
        }
    }
}
