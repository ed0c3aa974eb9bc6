package org.calx.model;

/**
 * A rating that an account is to have; its limits stay as they are.
 *
 * @param accountId the account
 * @param rating multiplies its risk arrays as the product's {@link RiskRules} say
 */
public record AccountRating(int accountId, Rating rating) {}
