package org.calx.app.scenario;

import org.calx.core.engine.CommandHeader;
import org.calx.core.engine.Exchange;
import org.calx.model.ApiKey;
import org.calx.model.Currency;
import org.calx.model.Fixing;
import org.calx.model.FixingStatus;
import org.calx.model.InstrumentSpec;
import org.calx.model.MarketPhase;
import org.calx.model.MarketSpec;
import org.calx.model.OperatorCommand;
import org.calx.model.ProductClass;
import org.calx.model.ProductSpec;
import org.calx.model.SenderRole;

/** What an operator says: reference data, money, prices, phases and settlement. */
final class OperatorVerbs {
    private static final int DEFAULT_CONTRIBUTORS = 5;

    private final ScenarioDictionary names;
    private final SpecWords specs;
    private final RiskWords risks;
    private final SpreadWords spreads;
    private final RiskArrayWords arrays;
    private final ParameterVerbs parameters;
    private final PolicyWords policies;

    OperatorVerbs(ScenarioDictionary names) {
        this.names = names;
        specs = new SpecWords(names);
        risks = new RiskWords(names);
        spreads = new SpreadWords(names);
        arrays = new RiskArrayWords(names);
        parameters = new ParameterVerbs(names);
        policies = new PolicyWords(names);
    }

    /** Whether the verb is an operator's; if so, its command is given. */
    boolean say(String verb, Words words, Exchange exchange, CommandHeader header) {
        switch (verb) {
            case "open" -> exchange.openVenue(header, specs.limits(words));
            case "sender" -> sender(words, exchange, header);
            case "market" -> market(words, exchange, header);
            case "product" -> product(words, exchange, header);
            case "parameters" ->
                exchange.operate(header, new OperatorCommand.SetProductParameters(specs.parameters(words)));
            case "rules" -> exchange.operate(header, new OperatorCommand.SetRiskRules(risks.rules(words)));
            case "limits" -> exchange.operate(header, new OperatorCommand.SetAccountRisk(risks.account(words)));
            case "charges" -> exchange.operate(header, new OperatorCommand.SetMarginCharges(spreads.charges(words)));
            case "credits" -> exchange.operate(header, new OperatorCommand.SetCommoditySpreads(spreads.spreads(words)));
            case "policy" -> exchange.operate(header, new OperatorCommand.SetMarginPolicy(policies.policy(words)));
            case "instrument" -> instrument(words, exchange, header);
            case "account" -> account(words, exchange, header);
            case "key" -> key(words, exchange, header);
            case "clock" -> clock(words, exchange, header);
            case "deposit", "withdraw" -> money(verb, words, exchange, header);
            case "mark" -> exchange.setMark(header, instrumentId(words), words.nextMicros("a price"));
            case "array" -> array(words, exchange, header);
            case "fixing" -> fixing(words, exchange, header);
            case "phase" -> phase(words, exchange, header);
            case "settle" ->
                exchange.operate(
                        header,
                        new OperatorCommand.SettleInstrument(instrumentId(words), words.nextDay("a business date")));
            case "expire" ->
                exchange.operate(
                        header,
                        new OperatorCommand.ExpireInstrument(instrumentId(words), words.nextDay("a business date")));
            default -> {
                return parameters.say(verb, words, exchange, header);
            }
        }
        return true;
    }

    private int instrumentId(Words words) {
        return names.instruments.id(words.next("an instrument"));
    }

    private void sender(Words words, Exchange exchange, CommandHeader header) {
        int senderId = names.senders.define(words.next("a name"));
        SenderRole role = words.nextConstant(SenderRole.class, "a role");
        int accountId = words.take("for") ? names.accounts.id(words.next("an account")) : 0;
        words.expectEnd();
        exchange.operate(header, new OperatorCommand.RegisterSender(senderId, role, accountId));
    }

    private void market(Words words, Exchange exchange, CommandHeader header) {
        String code = words.next("a market code");
        words.expect("first");
        int day = words.nextDay("the first business date");
        words.expectEnd();
        exchange.operate(
                header, new OperatorCommand.DefineMarket(new MarketSpec(names.markets.define(code), code, day)));
    }

    private void product(Words words, Exchange exchange, CommandHeader header) {
        String code = words.next("a product code");
        ProductClass productClass = words.nextConstant(ProductClass.class, "a product class");
        words.expect("market");
        int marketId = names.markets.id(words.next("a market"));
        words.expect("currency");
        Currency currency = specs.currency(words);
        words.expect("tick");
        long tickMicros = words.nextMicros("the tick");
        words.expect("unit");
        String unit = words.next("the unit of the underlying");
        words.expectEnd();
        ProductSpec product =
                new ProductSpec(names.products.define(code), code, productClass, marketId, currency, tickMicros, unit);
        names.learn(product);
        exchange.operate(header, new OperatorCommand.DefineProduct(product));
    }

    private void instrument(Words words, Exchange exchange, CommandHeader header) {
        InstrumentSpec instrument = specs.instrument(words);
        names.learn(instrument);
        exchange.operate(header, new OperatorCommand.ListInstrument(instrument));
    }

    private void account(Words words, Exchange exchange, CommandHeader header) {
        String name = words.next("an account name");
        String text = words.hasNext() ? words.next("a text") : name;
        words.expectEnd();
        exchange.operate(header, new OperatorCommand.OpenAccount(names.accounts.define(name), text));
    }

    private void key(Words words, Exchange exchange, CommandHeader header) {
        String keyId = words.next("a key id");
        words.expect("account");
        int accountId = names.accounts.id(words.next("an account"));
        int scopes = (words.take("read") ? ApiKey.READ : 0) | (words.take("trade") ? ApiKey.TRADE : 0);
        words.expectEnd();
        exchange.operate(header, new OperatorCommand.RegisterApiKey(new ApiKey(keyId, accountId, scopes)));
    }

    private void clock(Words words, Exchange exchange, CommandHeader header) {
        words.expect("venue");
        long venueBaseNs = ScenarioTime.timestampNs(words.next("a time"));
        words.expect("log");
        long logBaseNs = ScenarioTime.timestampNs(words.next("a time"));
        words.expect("rate");
        long numerator = words.nextLong("the rate");
        words.expect("per");
        long denominator = words.nextLong("the rate's divisor");
        words.expectEnd();
        exchange.operate(header, new OperatorCommand.SetVenueClock(venueBaseNs, logBaseNs, numerator, denominator));
    }

    private void money(String verb, Words words, Exchange exchange, CommandHeader header) {
        int accountId = names.accounts.id(words.next("an account"));
        long amountMicros = words.nextMicros("an amount");
        Currency currency = specs.currency(words);
        words.expectEnd();
        if (verb.equals("deposit")) {
            exchange.operate(header, new OperatorCommand.Deposit(accountId, currency, amountMicros));
        } else {
            exchange.operate(header, new OperatorCommand.Withdraw(accountId, currency, amountMicros));
        }
    }

    private void array(Words words, Exchange exchange, CommandHeader header) {
        int instrumentId = instrumentId(words);
        words.expect("version");
        long version = words.nextLong("a version");
        long[] losses = arrays.losses(words, instrumentId);
        words.expectEnd();
        exchange.setRiskArray(header, instrumentId, version, losses);
    }

    private void fixing(Words words, Exchange exchange, CommandHeader header) {
        int productId = names.products.id(words.next("a product"));
        int day = words.nextDay("a day");
        long priceMicros = words.nextMicros("a price");
        FixingStatus status = words.nextConstant(FixingStatus.class, "a status");
        int contributors = words.take("contributors") ? words.nextInt("a number") : DEFAULT_CONTRIBUTORS;
        words.expectEnd();
        exchange.operate(
                header,
                new OperatorCommand.PublishFixing(new Fixing(productId, day, priceMicros, contributors, status)));
    }

    private void phase(Words words, Exchange exchange, CommandHeader header) {
        int marketId = names.markets.id(words.next("a market"));
        int businessDay = words.nextDay("a business date");
        MarketPhase phase = words.nextConstant(MarketPhase.class, "a phase");
        words.expectEnd();
        exchange.operate(header, new OperatorCommand.SetMarketPhase(marketId, businessDay, phase));
    }
}
