package org.calx.app.demo;

/**
 * A participant of the demo market.
 *
 * @param accountId its account
 * @param senderId the sender that trades for it, 0 if it trades through a gateway alone
 * @param name what it is called
 * @param usdMicros first deposit in US dollars
 * @param eurMicros first deposit in euro
 */
public record DemoParticipant(int accountId, int senderId, String name, long usdMicros, long eurMicros) {}
