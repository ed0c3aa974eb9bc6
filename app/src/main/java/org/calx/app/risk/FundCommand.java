package org.calx.app.risk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.calx.app.ExitCode;
import org.calx.app.UserError;
import org.calx.risk.fund.DefaultFund;
import org.calx.risk.fund.MemberStress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code calx fund}. */
@Command(name = "fund", description = "Size and contributions of a default fund that covers two groups of members.")
public final class FundCommand implements Callable<Integer> {
    private static final List<String> FIRST = List.of("member", "group", "margin", "meanMargin");
    private static final double MOST_MINOR = 1e15;
    private static final int MOST_BUFFER_BPS = 100_000;

    @Option(
            names = "--members",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV: member,group,margin,meanMargin, then a column of losses for each scenario; minor units.")
    private Path members;

    @Option(names = "--buffer-bps", description = "Added to cover 2, in ten-thousandths (default ${DEFAULT-VALUE}).")
    private int bufferBps = 1_000;

    @Option(names = "--floor", description = "Least contribution, in minor units (default ${DEFAULT-VALUE}).")
    private long floorMinor;

    @Override
    public Integer call() {
        require(bufferBps >= 0 && bufferBps <= MOST_BUFFER_BPS, "--buffer-bps is from 0 to " + MOST_BUFFER_BPS);
        require(floorMinor >= 0 && floorMinor <= MOST_MINOR, "--floor is from 0 to " + (long) MOST_MINOR);
        CsvTable table = CsvTable.read(members);
        List<String> header = table.header();
        if (header.size() <= FIRST.size() || !header.subList(0, FIRST.size()).equals(FIRST)) {
            throw table.refuse(
                    1, "begins with " + String.join(",", FIRST) + " and has a column for each scenario after it");
        }
        if (Set.copyOf(header).size() < header.size()) {
            throw table.refuse(1, "names a column twice");
        }
        List<MemberStress> all = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            all.add(member(table, row));
        }
        try {
            JsonOutput.write(json(DefaultFund.size(all, bufferBps, floorMinor), all, header), null);
        } catch (ArithmeticException e) {
            throw new UserError(ExitCode.USAGE, members + ": the amounts sum to more than 64 bits hold", e);
        }
        return ExitCode.OK;
    }

    private static MemberStress member(CsvTable table, int row) {
        long[] losses = new long[table.header().size() - FIRST.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = whole(table, row, FIRST.size() + i, -MOST_MINOR);
        }
        return new MemberStress(
                table.text(row, 0), table.text(row, 1), whole(table, row, 2, 0), whole(table, row, 3, 0), losses);
    }

    private static long whole(CsvTable table, int row, int column, double least) {
        double value = table.number(row, column);
        if (value != Math.rint(value) || value < least || value > MOST_MINOR) {
            throw table.refuseRow(
                    row,
                    table.header().get(column) + " is not a whole number from " + (long) least + " to "
                            + (long) MOST_MINOR);
        }
        return (long) value;
    }

    private static ObjectNode json(DefaultFund fund, List<MemberStress> all, List<String> header) {
        ObjectNode root = JsonOutput.object();
        root.put("scenario", header.get(FIRST.size() + fund.scenario()))
                .put("cover1", fund.cover1Minor())
                .put("cover2", fund.cover2Minor())
                .put("size", fund.sizeMinor());
        ArrayNode contributions = root.putArray("contributions");
        for (int i = 0; i < all.size(); i++) {
            contributions.addObject().put("member", all.get(i).member()).put("amount", fund.contributionMinor()[i]);
        }
        return root;
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new UserError(ExitCode.USAGE, rule);
        }
    }
}
