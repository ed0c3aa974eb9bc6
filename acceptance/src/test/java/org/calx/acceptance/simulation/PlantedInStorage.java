package org.calx.acceptance.simulation;

import org.agrona.DirectBuffer;
import org.calx.acceptance.simulator.member.Assembly;
import org.calx.acceptance.simulator.member.Recording;
import org.calx.acceptance.simulator.tally.Tally;
import org.calx.acceptance.simulator.world.SimulatedFile;
import org.calx.api.client.LastWholeCommand;
import org.calx.core.snapshot.SnapshotWriter;

/** Defects of snapshots and of the recorded stream. */
final class PlantedInStorage {
    private PlantedInStorage() {}

    /** A snapshot leaves out a number: it is written as zero. */
    static final class ForgetsAField extends Assembly {
        private final String section;
        private final int number;

        /** @param number which of the section's long numbers, from 1 */
        ForgetsAField(String section, int number) {
            this.section = section;
            this.number = number;
        }

        @Override
        public SnapshotWriter snapshotWriter(SnapshotWriter real) {
            return new SnapshotWriter() {
                private String within = "";
                private int longs;

                @Override
                public void section(String name) {
                    within = name;
                    longs = 0;
                    real.section(name);
                }

                @Override
                public void writeInt(int value) {
                    real.writeInt(value);
                }

                @Override
                public void writeLong(long value) {
                    longs++;
                    real.writeLong(within.equals(section) && longs == number ? 0 : value);
                }

                @Override
                public void writeText(String value) {
                    real.writeText(value);
                }
            };
        }
    }

    /** A snapshot leaves out which accounts are still to be counted. */
    static final class ForgetsWhoIsBehind extends Assembly {
        @Override
        public SnapshotWriter snapshotWriter(SnapshotWriter real) {
            return new SnapshotWriter() {
                private int ints;
                private boolean within;

                @Override
                public void section(String name) {
                    within = name.equals("re-evaluation");
                    ints = 0;
                    real.section(name);
                }

                @Override
                public void writeInt(int value) {
                    boolean isWho = within && ++ints > 1;
                    if (!isWho || value == 0) {
                        real.writeInt(value);
                    }
                }

                @Override
                public void writeLong(long value) {
                    if (!within) {
                        real.writeLong(value);
                    }
                }

                @Override
                public void writeText(String value) {
                    real.writeText(value);
                }
            };
        }
    }

    /** A restarted member drops the first batch of events that it should record. */
    static final class DropsEventsAtResume extends Assembly {
        @Override
        public Recording recording(SimulatedFile file, Tally tally) {
            boolean[] resumes = {file.length() > 0};
            return new Recording(file, tally) {
                @Override
                public void onBatch(DirectBuffer buffer, int length, long firstSequence, long lastSequence) {
                    boolean isFirst = resumes[0] && lastSequence > lastSequence();
                    resumes[0] &= !isFirst;
                    if (!isFirst) {
                        super.onBatch(buffer, length, firstSequence, lastSequence);
                    }
                }
            };
        }
    }

    /** A restarted member takes its recording to hold one event more than it does. */
    static final class ResumesOneTooLate extends Assembly {
        @Override
        public Recording recording(SimulatedFile file, Tally tally) {
            return new Recording(file, tally) {
                @Override
                protected long recordedUpTo(LastWholeCommand last) {
                    return last.lastSequence() == 0 ? 0 : last.lastSequence() + 1;
                }
            };
        }
    }

    /** What was torn off after the last whole command is kept. */
    static final class KeepsTornCommands extends Assembly {
        @Override
        public Recording recording(SimulatedFile file, Tally tally) {
            return new Recording(file, tally) {
                @Override
                protected int endOfWhole(LastWholeCommand last, int endOfFrames) {
                    return endOfFrames;
                }
            };
        }
    }
}
