package org.calx.app.demo;

/** A trading program of the demo market: an ordinary participant that gets turns. */
interface Bot {

    /** Takes a turn: at most a few commands, sent through its desk. */
    void act();

    /** Its account as it sees it. */
    AccountView account();
}
