package org.calx.app.risk;

import java.util.List;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.fund.DefaultFund;
import org.calx.risk.stress.GroupBook;
import org.calx.risk.stress.StressTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx fund}. */
@Command(name = "fund", description = "Size of the default fund by its stress test, and each group's contribution.")
public final class FundCommand implements Callable<Integer> {
    private static final double MINOR_PER_UNIT = 100;
    private static final double MOST = 1e15;

    @Mixin
    private StressInputs inputs = new StressInputs();

    @Option(names = "--buffer", description = "Thousandths on the largest loss (default ${DEFAULT-VALUE}).")
    private int bufferPermille = 100;

    @Option(names = "--minimum", description = "Least contribution of a group, money (default ${DEFAULT-VALUE}).")
    private double minimum;

    @Override
    public Integer call() {
        if (bufferPermille < 0 || bufferPermille > 10_000) {
            throw new UserError(ExitCode.USAGE, "--buffer is from 0 to 10000");
        }
        if (!(minimum >= 0 && minimum <= MOST / 1_000)) {
            throw new UserError(ExitCode.USAGE, "--minimum is from 0 to " + MOST / 1_000);
        }
        StressTest test = inputs.read();
        StressTest.Result worst = test.run(inputs.scenarios()).getFirst();
        List<GroupBook> books = inputs.books();
        long[] weights = books.stream().mapToLong(book -> minor(book.margin())).toArray();
        DefaultFund fund = DefaultFund.of(minor(worst.uncovered()), bufferPermille, minor(minimum), weights);
        ObjectNode root = JsonOutput.object();
        root.put("scenario", worst.scenario().name());
        JsonOutput.put(root, "largestUncovered", worst.uncovered());
        root.put("size", money(fund.sizeMinor()));
        inputs.putCloseOut(root);
        ArrayNode contributions = root.putArray("contributions");
        for (int group = 0; group < books.size(); group++) {
            contributions
                    .addObject()
                    .put("group", books.get(group).group())
                    .put("contribution", money(fund.contributionsMinor().get(group)));
        }
        JsonOutput.write(root, null);
        return ExitCode.OK;
    }

    private static long minor(double money) {
        if (!(money <= MOST)) {
            throw new UserError(ExitCode.USAGE, "an amount is above " + MOST);
        }
        return (long) Math.ceil(money * MINOR_PER_UNIT - 1e-6);
    }

    private static double money(long minor) {
        return minor / MINOR_PER_UNIT;
    }
}
