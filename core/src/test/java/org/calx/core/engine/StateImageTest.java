package org.calx.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.calx.model.Side;
import org.calx.model.VenueLimits;
import org.junit.jupiter.api.Test;

class StateImageTest {
    private static final VenueLimits LIMITS = new VenueLimits(16, 4, 512, 100, 10, 64, 8);
    private static final int ACCOUNTS = 12;
    private static final int INSTRUMENTS = 3;
    private static final int SPREAD_TICKS = 16;

    @Test
    void aReaderThatBeginsAtAnImageKnowsWhatAReaderOfAllKnows() {
        long seed = Long.getLong("calx.seed", System.nanoTime());
        System.out.println("StateImageTest seed " + seed + " (repeat with -Dcalx.seed)");
        RandomCommands commands = new RandomCommands(seed, ACCOUNTS, INSTRUMENTS, SPREAD_TICKS);
        TestVenue venue = new TestVenue(LIMITS, ACCOUNTS, INSTRUMENTS);
        ImageReader ofAll = new ImageReader();
        venue.exchange.requestImage(venue.next());
        ofAll.read(venue.takeEvents());
        ImageReader late = new ImageReader();
        int images = 0;
        int slices = 0;
        for (int i = 0; i < 20_000; i++) {
            commands.next().accept(venue.exchange);
            List<String> events = venue.log.takeToldEvents();
            commands.learn(events);
            ofAll.read(events);
            late.read(events);
            slices += late.isReading() ? 1 : 0;
            if (late.isComplete()) {
                assertThat(late.state()).as("command %d, seed %d", i, seed).isEqualTo(ofAll.state());
                late = new ImageReader();
                images++;
            }
        }
        assertThat(images).as("images reached, seed %d", seed).isGreaterThan(50);
        assertThat(slices).as("slices reached, seed %d", seed).isGreaterThan(3 * images);
    }

    @Test
    void anImageGoesOnInSlicesOfBoundedLength() {
        TestVenue venue = new TestVenue(LIMITS, ACCOUNTS, INSTRUMENTS);
        for (int i = 0; i < 300; i++) {
            venue.submit(1 + i % ACCOUNTS, 1, Side.BUY, 200 - i % 7, 1);
        }
        venue.exchange.requestImage(venue.next());
        int slices = 0;
        int orders = 0;
        while (true) {
            List<String> events = venue.takeEvents();
            int rows = events.size() - 1;
            assertThat(rows).isLessThanOrEqualTo(StateImage.ROWS_PER_COMMAND + INSTRUMENTS + 3);
            slices++;
            orders += (int) events.stream()
                    .filter(line -> line.startsWith("imageOrder "))
                    .count();
            if (events.stream().anyMatch(line -> line.startsWith("imageEnd "))) {
                break;
            }
            venue.exchange.cancelOrder(venue.next(), 1, 99);
        }
        assertThat(orders).isEqualTo(300);
        assertThat(slices).isGreaterThan(300 / StateImage.ROWS_PER_COMMAND);
    }

    @Test
    void aRequestWhileAnImageRunsIsAnsweredByTheNextOne() {
        TestVenue venue = new TestVenue(LIMITS, ACCOUNTS, INSTRUMENTS);
        for (int i = 0; i < 100; i++) {
            venue.submit(1, 1, Side.BUY, 200, 1);
        }
        venue.exchange.requestImage(venue.next());
        venue.exchange.requestImage(venue.next());
        venue.exchange.requestImage(venue.next());
        for (int i = 0; i < 20; i++) {
            venue.exchange.cancelOrder(venue.next(), 1, 99);
        }
        List<String> images = venue.log.takeToldEvents().stream()
                .filter(line -> line.startsWith("imageBegin ") || line.startsWith("imageEnd "))
                .toList();
        assertThat(images).containsExactly("imageBegin 1", "imageEnd 1", "imageBegin 2", "imageEnd 2");
    }

    @Test
    void anImageComesByItselfAfterManyCommands() {
        TestVenue venue = new TestVenue(LIMITS, 1, 1);
        boolean begun = false;
        for (int i = 0; i < StateImage.INTERVAL_COMMANDS; i++) {
            venue.exchange.cancelOrder(venue.next(), 1, 99);
            begun |= venue.takeEvents().getFirst().startsWith("imageBegin ");
        }
        assertThat(begun).isTrue();
    }
}
