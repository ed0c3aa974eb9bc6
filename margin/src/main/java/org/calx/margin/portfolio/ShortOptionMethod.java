package org.calx.margin.portfolio;

/** How short options are counted for the short-option minimum, in net short lots. */
public enum ShortOptionMethod {
    /** Calls and puts together. */
    SUM,
    /** The larger of calls and puts. */
    MAX
}
