package org.calx.core.engine;

import org.calx.core.book.Orders;
import org.calx.core.snapshot.SnapshotReader;
import org.calx.core.snapshot.SnapshotWriter;

/**
 * The state, told in the event stream for readers that begin there. An image goes on in slices at the end of the
 * commands that follow, {@value #ROWS_PER_COMMAND} rows each, while the state changes under it: its rows are absolute
 * and every change is told too, so a reader that puts both over what it has is right when the image ends. An order that
 * moves in its book while an image runs is told once more, because it may have moved behind the walk.
 *
 * <p>A request while an image runs is answered by one more image right after it; further requests are answered by the
 * same one. Without requests an image begins every {@value #INTERVAL_COMMANDS} commands.
 */
final class StateImage {
    /** Rows after which a slice ends. It goes over by what its last step tells: an account's positions, a product's fixings. */
    static final int ROWS_PER_COMMAND = 64;

    /** Commands from the begin of an image to the next that nobody asked for. */
    static final int INTERVAL_COMMANDS = 100_000;

    private static final int IDLE = -1;

    private final ExchangeEvents events;
    private final OrderTable table;
    private final ImageRows rows;

    private long imageId;
    private int section = IDLE;
    private int index;
    private boolean isQueued;
    private int commandsSinceBegin;

    StateImage(Venue venue, ImageRows rows) {
        this.rows = rows;
        events = venue.events;
        table = venue.orders;
    }

    /** Asks for an image. */
    void request() {
        isQueued = true;
    }

    /** Tells an order again that has gone to the back of a queue. */
    void orderMoved(int slot) {
        if (section != IDLE) {
            rows.order(slot);
        }
    }

    /** Tells the next slice, at the end of a command. */
    void advance() {
        commandsSinceBegin++;
        isQueued |= commandsSinceBegin >= INTERVAL_COMMANDS;
        int told = 0;
        if (section == IDLE && isQueued) {
            begin();
        }
        while (section != IDLE && told < ROWS_PER_COMMAND) {
            told += step();
        }
    }

    /** Tells an image from its begin to its end at once. */
    void tellWhole() {
        begin();
        while (section != IDLE) {
            step();
        }
    }

    private void begin() {
        isQueued = false;
        commandsSinceBegin = 0;
        section = 0;
        index = 0;
        table.cursor().restart();
        events.imageBegin(++imageId);
    }

    /** Tells one row of the tables, or one order. @return how many rows were told */
    private int step() {
        if (section < ImageRows.SECTIONS) {
            if (index < rows.count(section)) {
                return rows.tell(section, index++);
            }
            section++;
            index = 0;
            return 0;
        }
        int slot = table.cursor().next();
        if (slot != Orders.NONE) {
            rows.order(slot);
            return 1;
        }
        section = IDLE;
        events.imageEnd(imageId);
        return 1;
    }

    void writeTo(SnapshotWriter writer) {
        writer.section("image");
        writer.writeLong(imageId);
        writer.writeInt(section);
        writer.writeInt(index);
        writer.writeInt(isQueued ? 1 : 0);
        writer.writeInt(commandsSinceBegin);
        table.cursor().writeTo(writer);
    }

    void readFrom(SnapshotReader reader) {
        reader.section("image");
        imageId = reader.readLong();
        section = reader.readInt();
        index = reader.readInt();
        isQueued = reader.readInt() != 0;
        commandsSinceBegin = reader.readInt();
        table.cursor().readFrom(reader);
    }
}
