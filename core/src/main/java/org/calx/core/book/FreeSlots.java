package org.calx.core.book;

import java.util.Arrays;

/**
 * The free slots of a pool as a bitmap of bitmaps, so that the lowest one is found in four steps whatever the capacity,
 * and in one while the word that has it is not used up. A set bit means free, or on the upper levels that the word below
 * has a free slot.
 */
final class FreeSlots {

    private final long[] slots;
    private final long[] words;
    private final long[] blocks;
    private long summary;

    /** The lowest word with a free slot, or one below it that has none any more. */
    private int lowest;

    FreeSlots(int capacity) {
        slots = ones(capacity);
        words = ones(slots.length);
        blocks = ones(words.length);
        summary = blocks.length == 64 ? -1L : (1L << blocks.length) - 1;
    }

    private static long[] ones(int bits) {
        long[] bitmap = new long[(bits + 63) >>> 6];
        Arrays.fill(bitmap, -1L);
        if ((bits & 63) != 0) {
            bitmap[bitmap.length - 1] = (1L << bits) - 1;
        }
        return bitmap;
    }

    /** Takes the lowest free slot, or returns {@link Orders#NONE}. */
    int takeLowest() {
        if (summary == 0) {
            return Orders.NONE;
        }
        if (slots[lowest] == 0) {
            int block = Long.numberOfTrailingZeros(summary);
            int word = block << 6 | Long.numberOfTrailingZeros(blocks[block]);
            lowest = word << 6 | Long.numberOfTrailingZeros(words[word]);
        }
        int slot = lowest << 6 | Long.numberOfTrailingZeros(slots[lowest]);
        clear(slot);
        return slot;
    }

    /** Takes this slot; false when it was not free. */
    boolean take(int slot) {
        boolean isFree = (slots[slot >>> 6] & 1L << slot) != 0;
        if (isFree) {
            clear(slot);
        }
        return isFree;
    }

    /** The lowest taken slot from this one on and below the capacity, or {@link Orders#NONE}. */
    int nextTaken(int from, int capacity) {
        int word = from >>> 6;
        long taken = ~slots[word] & -1L << from;
        while (taken == 0 && ++word < slots.length) {
            taken = ~slots[word];
        }
        int slot = taken == 0 ? capacity : word << 6 | Long.numberOfTrailingZeros(taken);
        return slot < capacity ? slot : Orders.NONE;
    }

    void give(int slot) {
        int slotWord = slot >>> 6;
        slots[slotWord] |= 1L << slot;
        lowest = Math.min(lowest, slotWord);
        words[slot >>> 12] |= 1L << slotWord;
        blocks[slot >>> 18] |= 1L << (slot >>> 12);
        summary |= 1L << (slot >>> 18);
    }

    private void clear(int slot) {
        int slotWord = slot >>> 6;
        int word = slot >>> 12;
        int block = slot >>> 18;
        if ((slots[slotWord] &= ~(1L << slot)) == 0
                && (words[word] &= ~(1L << slotWord)) == 0
                && (blocks[block] &= ~(1L << word)) == 0) {
            summary &= ~(1L << block);
        }
    }
}
