package org.calx.app.index;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.index.DecimalMicros;
import org.calx.index.input.InputException;
import org.calx.index.input.TableReader;
import org.calx.index.market.ForwardQuotes;
import org.calx.index.product.ContractPrices;
import org.calx.index.product.IndexUnit;
import org.calx.index.product.ReturnIndices;
import org.calx.index.product.TrackingError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calx index products}. */
@Command(name = "products", description = "Compute indices that can be held: rolled futures, leveraged, and a unit.")
public final class ProductsIndexCommand implements Callable<Integer> {
    private static final int MAX_ORDERS = 1_000_000;
    private static final int GPU_HOURS_OF_LOT = 730;

    @Option(
            names = "--quotes",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Daily prices of month futures: date,kind,model,first,last,price,currency,source.")
    private List<Path> quotes;

    @Option(names = "--model", paramLabel = "NAME", description = "Model (${DEFAULT-VALUE}).")
    private String model = "H100";

    @Option(names = "--rate", paramLabel = "R", description = "Yearly return of cash (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--leverage", arity = "1..*", paramLabel = "L", description = "Daily leverages (-1 and 2).")
    private List<Double> leverages = List.of(-1.0, 2.0);

    @Option(names = "--units", paramLabel = "N", description = "Units of the fund at the start (${DEFAULT-VALUE}).")
    private long units = 100_000;

    @Option(names = "--fee", paramLabel = "F", description = "Yearly fee of the fund (${DEFAULT-VALUE}).")
    private double fee = 0.0065;

    @Option(names = "--orders", paramLabel = "FILE", description = "date,side,units: baskets created and redeemed.")
    private Path ordersFile;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for indices.csv and unit.csv.")
    private Path out;

    private record Order(LocalDate date, boolean creates, long units) {}

    @Override
    public Integer call() throws IOException {
        if (!(rate >= -1 && rate <= 1)
                || !(fee >= 0 && fee < 1)
                || leverages.stream().anyMatch(l -> !(Math.abs(l) <= 5))) {
            throw new UserError(ExitCode.USAGE, "--rate is -1 to 1, --fee 0 to 1, a --leverage -5 to 5");
        }
        List<Path> files = new ArrayList<>(quotes);
        if (ordersFile != null) {
            files.add(ordersFile);
        }
        return IndexInputs.refusing(files, () -> {
            ContractPrices prices = ContractPrices.of(ForwardQuotes.read(quotes), model);
            List<ReturnIndices.Day> days = ReturnIndices.of(prices, rate, leverages);
            List<Order> orders = orders();
            Files.createDirectories(out);
            writeIndices(days);
            double error = writeUnit(prices, days, orders);
            System.out.println("{\"model\":\"" + model + "\",\"days\":" + days.size() + ",\"excess\":"
                    + DecimalMicros.text(days.getLast().excessMicros()) + ",\"total\":"
                    + DecimalMicros.text(days.getLast().totalMicros()) + ",\"trackingError\":"
                    + (Double.isNaN(error) ? "null" : String.format(Locale.ROOT, "%.6f", error)) + "}");
            return ExitCode.OK;
        });
    }

    private List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        if (ordersFile != null) {
            TableReader.read(ordersFile, MAX_ORDERS, (header, row, cells) -> {
                boolean known = header.equals(List.of("date", "side", "units")) && cells[1].matches("create|redeem");
                try {
                    orders.add(new Order(
                            LocalDate.parse(cells[0]), known && cells[1].equals("create"), Long.parseLong(cells[2])));
                } catch (RuntimeException e) {
                    throw new InputException(ordersFile + ", row " + row + " is not date,create or redeem,units", e);
                }
                if (!known) {
                    throw new InputException(ordersFile + ", row " + row + " is not date,create or redeem,units");
                }
            });
        }
        return orders;
    }

    private void writeIndices(List<ReturnIndices.Day> days) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(out.resolve("indices.csv"))) {
            text.write("date,excess_return,total_return"
                    + leverages.stream().map(l -> ",leveraged_" + l).collect(Collectors.joining()) + "\n");
            for (ReturnIndices.Day day : days) {
                text.write(day.date() + "," + DecimalMicros.text(day.excessMicros()) + ","
                        + DecimalMicros.text(day.totalMicros())
                        + day.leveragedMicros().stream()
                                .map(micros -> "," + DecimalMicros.text(micros))
                                .collect(Collectors.joining())
                        + "\n");
            }
        }
    }

    /** The fund from day to day. @return its tracking error */
    private double writeUnit(ContractPrices prices, List<ReturnIndices.Day> days, List<Order> orders)
            throws IOException {
        IndexUnit.Terms terms = new IndexUnit.Terms(GPU_HOURS_OF_LOT, rate, fee, 0.001);
        List<Long> values = new ArrayList<>();
        List<Long> index = new ArrayList<>();
        try (BufferedWriter text = Files.newBufferedWriter(out.resolve("unit.csv"))) {
            text.write("date,units,assets,net_asset_value,lots,index\n");
            IndexUnit fund = new IndexUnit(
                    prices,
                    terms,
                    days.getFirst().date(),
                    units,
                    days.getFirst().totalMicros() / 10);
            for (ReturnIndices.Day day : days) {
                if (!values.isEmpty()) {
                    fund.advance(day.date());
                }
                values.add(fund.unitMicros());
                index.add(day.totalMicros());
                orders.stream().filter(one -> one.date().equals(day.date())).forEach(one -> {
                    long money = one.creates() ? fund.create(one.units()) : fund.redeem(one.units());
                    System.out.println((one.creates() ? "created " : "redeemed ") + one.units() + " for "
                            + DecimalMicros.text(money));
                });
                text.write(day.date() + "," + fund.units() + "," + DecimalMicros.text(fund.assetsMicros()) + ","
                        + DecimalMicros.text(fund.unitMicros()) + "," + fund.lots() + ","
                        + DecimalMicros.text(day.totalMicros()) + "\n");
            }
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage(), e);
        }
        return TrackingError.of(values, index);
    }
}
